// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.baraza.persistence.schema.claims.Tables.SEARCH_SETTINGS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import org.baraza.claims.SearchSettings.FuzzyProperty;
import org.baraza.claims.SearchSettings.IgnoredPattern;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/** The one row of a project. */
final class SearchSettingsStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INVALID_PATTERN = "2201B";

    SearchSettings find(Tx tx) {
        return tx.sql()
                .selectFrom(SEARCH_SETTINGS)
                .fetchOptional(row -> new SearchSettings(
                        row.getEnabled(),
                        List.of(JSON.readValue(row.getFuzzy().data(), FuzzyProperty[].class)),
                        List.of(JSON.readValue(row.getIgnored().data(), IgnoredPattern[].class))))
                .orElse(SearchSettings.DEFAULT);
    }

    void save(Tx tx, SearchSettings settings, Instant now) {
        JSONB fuzzy = JSONB.valueOf(JSON.writeValueAsString(settings.fuzzy()));
        JSONB ignored = JSONB.valueOf(JSON.writeValueAsString(settings.ignored()));
        tx.sql()
                .insertInto(SEARCH_SETTINGS)
                .set(SEARCH_SETTINGS.PROJECT_ID, ProjectScope.current().value())
                .set(SEARCH_SETTINGS.ENABLED, settings.enabled())
                .set(SEARCH_SETTINGS.FUZZY, fuzzy)
                .set(SEARCH_SETTINGS.IGNORED, ignored)
                .set(SEARCH_SETTINGS.CHANGED_AT, now)
                .onConflict(SEARCH_SETTINGS.PROJECT_ID)
                .doUpdate()
                .set(SEARCH_SETTINGS.ENABLED, settings.enabled())
                .set(SEARCH_SETTINGS.FUZZY, fuzzy)
                .set(SEARCH_SETTINGS.IGNORED, ignored)
                .set(SEARCH_SETTINGS.CHANGED_AT, now)
                .execute();
    }

    /** Whether the database, which will have to use it, takes the pattern; ends the transaction when it does not. */
    boolean isPattern(Tx tx, String pattern) {
        try {
            tx.sql()
                    .select(field("regexp_replace('', {0}, '')", SQLDataType.CLOB, val(pattern)))
                    .fetch();
            return true;
        } catch (DataAccessException e) {
            if (INVALID_PATTERN.equals(e.sqlState())) {
                return false;
            }
            throw e;
        }
    }
}
