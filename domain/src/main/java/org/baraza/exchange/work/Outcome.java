// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;

/** What came of a row. */
public sealed interface Outcome {
    record Done(Effect effect) implements Outcome {}

    record Failed(List<Fault> faults) implements Outcome {
        public Failed {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Of several rows that were done together.
     *
     * @param effects of those that were done
     */
    record Several(List<Effect> effects, List<Bad> bad) implements Outcome {
        public Several {
            effects = List.copyOf(effects);
            bad = List.copyOf(bad);
        }
    }

    /** One of several rows, which could not be done. */
    record Bad(RowPlace place, List<Fault> faults) {
        public Bad {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong with a row.
     *
     * @param column header of the column at fault; empty when no single one is
     */
    record Fault(String column, String code, String message) {}
}
