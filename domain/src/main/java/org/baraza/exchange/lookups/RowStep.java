// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.List;
import java.util.UUID;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.SingleStep;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.tables.LookupRow;
import org.baraza.tables.RowContent;
import org.baraza.tables.RowOwner;
import org.jspecify.annotations.Nullable;

/** A row of a table as a row of a sheet wants it. */
sealed interface RowStep extends SingleStep {

    /**
     * A row to be made or changed.
     *
     * @param tableId null when only the rehearsal has the table
     * @param before null when it is to be made
     */
    record Writing(
            LookupServices services,
            ProjectAccess who,
            RowPlace place,
            @Nullable UUID tableId,
            @Nullable LookupRow before,
            RowContent content,
            List<RowOwner> owners,
            boolean same)
            implements RowStep {

        @Override
        public boolean writes() {
            return !same;
        }

        @Override
        public Effect take(Tx tx) {
            if (same) {
                return Effect.UNCHANGED;
            }
            if (before != null) {
                services.rows().update(tx, who, before.id(), present -> present.with(content), owners);
                return Effect.UPDATED;
            }
            if (tableId != null) {
                services.rows().create(tx, who, tableId, content, owners);
            }
            return Effect.CREATED;
        }
    }

    /** A row to be deleted. */
    record Deletion(LookupServices services, ProjectAccess who, RowPlace place, UUID rowId) implements RowStep {
        @Override
        public Effect take(Tx tx) {
            services.rows().delete(tx, who, rowId);
            return Effect.DELETED;
        }
    }
}
