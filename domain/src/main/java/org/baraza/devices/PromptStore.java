// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.APP_PROMPT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.persistence.schema.devices.tables.records.AppPromptRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

final class PromptStore {
    private static final int MOST = 1000;

    List<AppPrompts> list(Tx tx) {
        return tx.sql()
                .selectFrom(APP_PROMPT)
                .orderBy(APP_PROMPT.APP_ID)
                .limit(MOST)
                .fetch(PromptStore::prompts);
    }

    Optional<AppPrompts> find(Tx tx, String appId) {
        return tx.sql()
                .selectFrom(APP_PROMPT)
                .where(APP_PROMPT.APP_ID.eq(appId))
                .fetchOptional(PromptStore::prompts);
    }

    AppPrompts put(Tx tx, AppPrompts wanted, Instant now) {
        return tx.sql()
                .insertInto(APP_PROMPT)
                .set(APP_PROMPT.PROJECT_ID, ProjectScope.current().value())
                .set(APP_PROMPT.APP_ID, wanted.appId())
                .set(APP_PROMPT.CLIENT_PROMPT, wanted.client().wireName())
                .set(APP_PROMPT.CLIENT_VERSION, wanted.clientVersion())
                .set(APP_PROMPT.APP_PROMPT_, wanted.app().wireName())
                .set(APP_PROMPT.APP_VERSION, wanted.appVersion())
                .set(APP_PROMPT.CHANGED_ON, now)
                .onConflict(APP_PROMPT.PROJECT_ID, APP_PROMPT.APP_ID)
                .doUpdate()
                .setAllToExcluded()
                .returning()
                .fetchSingle(PromptStore::prompts);
    }

    private static AppPrompts prompts(AppPromptRecord row) {
        return new AppPrompts(
                row.getAppId(),
                Prompt.ofWireName(row.getClientPrompt()),
                row.getClientVersion(),
                Prompt.ofWireName(row.getAppPrompt()),
                row.getAppVersion(),
                row.getChangedOn());
    }
}
