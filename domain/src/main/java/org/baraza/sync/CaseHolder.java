// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.List;

/**
 * A mobile worker who has a case on a phone, or ought to.
 *
 * @param owns whether she owns the case: under her own id, a group's or a location's
 * @param phones what her phones were told last, the latest first; empty when none ever synced
 */
public record CaseHolder(String userId, boolean owns, List<WhyOnPhone.Phone> phones) {

    boolean holds() {
        return phones.stream().anyMatch(WhyOnPhone.Phone::holds);
    }
}
