// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;
import org.baraza.exchange.work.Outcome.Fault;

/** Leaves a row, with what is wrong with it. */
public final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public RowRefused(List<Fault> faults) {
        super(faults.getFirst().code(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public RowRefused(String column, String code, String message) {
        this(List.of(new Fault(column, code, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
