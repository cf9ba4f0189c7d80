// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import static org.baraza.persistence.schema.products.Tables.STOCK_SETTING;

import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** Whether a project keeps stock, and the number that every change of its products raises. */
final class StockStore {

    /** A project without a row keeps none and has no products. */
    StockState state(Tx tx) {
        return tx.sql()
                .select(STOCK_SETTING.TRACKS_STOCK, STOCK_SETTING.VERSION)
                .from(STOCK_SETTING)
                .fetchOptional(row -> new StockState(row.value1(), row.value2()))
                .orElse(StockState.NONE);
    }

    /** Raises the version, and keeps others from changing products until the end of the transaction. */
    void touch(Tx tx, ProjectId project) {
        tx.sql()
                .insertInto(STOCK_SETTING)
                .set(STOCK_SETTING.PROJECT_ID, project.value())
                .onConflict(STOCK_SETTING.PROJECT_ID)
                .doUpdate()
                .set(STOCK_SETTING.VERSION, STOCK_SETTING.VERSION.plus(1))
                .execute();
    }

    void set(Tx tx, ProjectId project, boolean tracksStock) {
        tx.sql()
                .insertInto(STOCK_SETTING)
                .set(STOCK_SETTING.PROJECT_ID, project.value())
                .set(STOCK_SETTING.TRACKS_STOCK, tracksStock)
                .onConflict(STOCK_SETTING.PROJECT_ID)
                .doUpdate()
                .set(STOCK_SETTING.TRACKS_STOCK, tracksStock)
                .set(STOCK_SETTING.VERSION, STOCK_SETTING.VERSION.plus(1))
                .execute();
    }
}
