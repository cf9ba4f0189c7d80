// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.util.List;

/** Does something about changes, in their order. May be given the same changes again after a crash. */
@FunctionalInterface
public interface ChangeConsumer {
    void accept(List<NumberedChange> changes);
}
