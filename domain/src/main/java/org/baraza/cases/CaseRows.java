// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.List;
import org.baraza.persistence.schema.cases.tables.records.CaseRecordRecord;

/** Rows as the records of this package. */
final class CaseRows {
    private CaseRows() {}

    static CaseState state(CaseRecordRecord row) {
        return new CaseState(
                row.getCaseId(),
                row.getCaseNo(),
                row.getType(),
                row.getName(),
                row.getOwnerId(),
                row.getExternalId(),
                row.getLocationId(),
                row.getClosed(),
                row.getOpenedOn(),
                row.getOpenedBy(),
                row.getModifiedOn(),
                row.getModifiedBy(),
                row.getClosedOn(),
                row.getClosedBy(),
                row.getServerModifiedOn(),
                row.getDeletedOn(),
                row.getDeletionId(),
                CaseJson.strings(row.getProperties().data()),
                List.of(row.getFormerProperties()),
                CaseJson.indices(row.getIndices().data()),
                row.getLastOrdinal());
    }
}
