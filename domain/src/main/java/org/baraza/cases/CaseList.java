// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.List;

/** The cases that fulfil all conditions, in the order of a time; equal ones in the order of their numbers. */
public record CaseList(List<CaseCondition> conditions, CaseCondition.TimeField order, boolean descending) {
    public CaseList {
        conditions = List.copyOf(conditions);
    }
}
