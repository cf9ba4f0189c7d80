// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.persistence.tenancy.Tx;

/** A row that cannot be done, as its cells alone tell. */
public record BadStep(RowPlace place, List<Fault> faults) implements SingleStep {
    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Effect take(Tx tx) {
        throw new RowRefused(faults);
    }
}
