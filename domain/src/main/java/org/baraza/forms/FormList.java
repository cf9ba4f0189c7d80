// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.List;

/**
 * The forms that fulfil all conditions, in the order of a time; equal ones in the order of their ids.
 *
 * @param archivedToo whether archived forms are wanted beside the normal ones
 */
public record FormList(
        List<FormCondition> conditions, boolean archivedToo, FormCondition.TimeField order, boolean descending) {
    public FormList {
        conditions = List.copyOf(conditions);
    }

    /** What forms must be looked through for. */
    List<FormCondition.Says> said() {
        return conditions.stream()
                .filter(FormCondition.Says.class::isInstance)
                .map(FormCondition.Says.class::cast)
                .toList();
    }
}
