// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.RESTORE_SETTING;

import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** What a project decided about its phones' places; a project without a row decided nothing. */
final class RestoreSettingStore {

    LocationFixtures locationFixtures(Tx tx) {
        return tx.sql()
                .select(RESTORE_SETTING.LOCATION_FIXTURES)
                .from(RESTORE_SETTING)
                .fetchOptional(RESTORE_SETTING.LOCATION_FIXTURES)
                .map(LocationFixtures::ofWireName)
                .orElse(LocationFixtures.FLAT);
    }

    void setLocationFixtures(Tx tx, ProjectId project, LocationFixtures shape) {
        tx.sql()
                .insertInto(RESTORE_SETTING)
                .set(RESTORE_SETTING.PROJECT_ID, project.value())
                .set(RESTORE_SETTING.LOCATION_FIXTURES, shape.wireName())
                .onConflict(RESTORE_SETTING.PROJECT_ID)
                .doUpdate()
                .set(RESTORE_SETTING.LOCATION_FIXTURES, shape.wireName())
                .execute();
    }
}
