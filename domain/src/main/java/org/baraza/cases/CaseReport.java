// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * All that a form says about cases.
 *
 * @param cases by case id, in id order; the blocks of each in the order in which they apply
 */
public record CaseReport(SequencedMap<String, CaseWork> cases) {

    public static final CaseReport NOTHING = new CaseReport(new LinkedHashMap<>());

    /**
     * What a form says about one case.
     *
     * @param ledgers in document order
     */
    public record CaseWork(List<CaseBlock> blocks, List<LedgerChange> ledgers) {
        public static final CaseWork NONE = new CaseWork(List.of(), List.of());

        /** Whether the form says nothing about the case, any more. */
        public boolean isNothing() {
            return blocks.isEmpty() && ledgers.isEmpty();
        }
    }
}
