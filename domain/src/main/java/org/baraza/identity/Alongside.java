// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.persistence.tenancy.Tx;

/** What another capability writes of a mobile worker in the transaction that makes or changes her: both or neither. */
@FunctionalInterface
public interface Alongside {
    /** Nothing. */
    Alongside NOTHING = (tx, worker) -> {};

    void write(Tx tx, MobileWorker worker);
}
