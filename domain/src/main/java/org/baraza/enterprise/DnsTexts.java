// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.List;

/** What domains say about themselves in TXT records. */
public interface DnsTexts {
    /** Every text of the name; none where there is no such name, or nobody answers in time. */
    List<String> of(String name);
}
