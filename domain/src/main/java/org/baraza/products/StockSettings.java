// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/** Whether a project keeps stock. Any member may know it; changing it needs {@code edit_apps}. */
public final class StockSettings {
    private final Transactions transactions;
    private final Audit audit;
    private final StockStore store = new StockStore();

    public StockSettings(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    public boolean tracksStock() {
        return transactions.read(tx -> store.state(tx).tracksStock());
    }

    /** Phones get the products and programs at their next sync, or lose them. Stock that is on record stays. */
    public boolean setTracksStock(ProjectAccess who, boolean tracksStock) {
        who.require(Permission.EDIT_APPS);
        transactions.writing(tx -> {
            store.set(tx, who.project(), tracksStock);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("stock_settings.changed", "project", who.projectName())
                            .with("tracks_stock", Boolean.toString(tracksStock)));
        });
        return tracksStock;
    }
}
