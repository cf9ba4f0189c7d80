// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import org.baraza.persistence.tenancy.Tx;

/** A step with one outcome, as that of a row is. */
public interface SingleStep extends Step {

    /** Does it, as {@link #takeAll} says. */
    Effect take(Tx tx);

    @Override
    default Outcome takeAll(Tx tx) {
        return new Outcome.Done(take(tx));
    }
}
