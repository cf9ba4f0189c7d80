// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/** What a project decides about the restores of its phones. Any member may know it; changing it needs {@code edit_apps}. */
public final class RestoreSettings {
    private final Transactions transactions;
    private final Audit audit;
    private final RestoreSettingStore store = new RestoreSettingStore();

    public RestoreSettings(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    public LocationFixtures locationFixtures() {
        return transactions.read(store::locationFixtures);
    }

    /** Phones get the new shape at their next sync, and lose the other. */
    public LocationFixtures setLocationFixtures(ProjectAccess who, LocationFixtures shape) {
        who.require(Permission.EDIT_APPS);
        transactions.writing(tx -> {
            store.setLocationFixtures(tx, who.project(), shape);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("restore_settings.changed", "project", who.projectName())
                            .with("location_fixtures", shape.wireName()));
        });
        return shape;
    }
}
