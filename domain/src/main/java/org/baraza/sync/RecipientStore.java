// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Ownership;
import tools.jackson.databind.json.JsonMapper;

/** Reads about a person what her phone is told (device protocol: registration block). */
public final class RecipientStore {

    private final Ownership ownership;

    public RecipientStore(Ownership ownership) {
        this.ownership = ownership;
    }

    Optional<Recipient> find(Tx tx, ProjectAccess access) {
        return switch (access.actor()) {
            case Actor.MobileWorker worker -> worker(tx, worker, access.projectName());
            case Actor.WebUser user -> webUser(tx, user, access.projectName());
        };
    }

    private Optional<Recipient> worker(Tx tx, Actor.MobileWorker worker, String projectName) {
        return tx.sql()
                .select(
                        MOBILE_WORKER.USERNAME,
                        MOBILE_WORKER.FIRST_NAME,
                        MOBILE_WORKER.LAST_NAME,
                        MOBILE_WORKER.PHONE_NUMBERS,
                        MOBILE_WORKER.USER_DATA,
                        MOBILE_WORKER.CREATED_AT)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.USER_ID.eq(worker.userId()))
                .fetchOptional(row -> {
                    String[] phones = row.get(MOBILE_WORKER.PHONE_NUMBERS);
                    SortedMap<String, String> data = new TreeMap<>();
                    JsonMapper.shared()
                            .readTree(row.get(MOBILE_WORKER.USER_DATA).data())
                            .properties()
                            .forEach(entry ->
                                    data.put(entry.getKey(), entry.getValue().asString("")));
                    data.put("commcare_first_name", row.get(MOBILE_WORKER.FIRST_NAME));
                    data.put("commcare_last_name", row.get(MOBILE_WORKER.LAST_NAME));
                    data.put("commcare_phone_number", phones.length > 0 ? phones[0] : "");
                    data.put("commcare_project", projectName);
                    tellPlaces(tx, worker.userId(), data);
                    return new Recipient(
                            worker.userId(),
                            row.get(MOBILE_WORKER.USERNAME).toLowerCase(Locale.ROOT),
                            date(row.get(MOBILE_WORKER.CREATED_AT)),
                            data,
                            ownership.owners(tx, worker.userId()));
                });
    }

    private void tellPlaces(Tx tx, String userId, SortedMap<String, String> data) {
        Assigned places = ownership.assigned(tx, userId);
        if (!places.locationIds().isEmpty()) {
            data.put("commcare_location_id", places.primaryId());
            data.put("commcare_location_ids", String.join(" ", places.locationIds()));
            data.put("commcare_primary_case_sharing_id", places.primaryId());
        }
    }

    /** Web users sign in with their whole address. */
    private static Optional<Recipient> webUser(Tx tx, Actor.WebUser user, String projectName) {
        return tx.sql()
                .select(WEB_USER.USERNAME, WEB_USER.FIRST_NAME, WEB_USER.LAST_NAME, WEB_USER.CREATED_AT)
                .from(WEB_USER)
                .where(WEB_USER.USER_ID.eq(user.userId()))
                .fetchOptional(row -> {
                    SortedMap<String, String> data = new TreeMap<>();
                    data.put("commcare_first_name", row.get(WEB_USER.FIRST_NAME));
                    data.put("commcare_last_name", row.get(WEB_USER.LAST_NAME));
                    data.put("commcare_phone_number", "");
                    data.put("commcare_project", projectName);
                    return new Recipient(
                            user.userId(),
                            row.get(WEB_USER.USERNAME).toLowerCase(Locale.ROOT),
                            date(row.get(WEB_USER.CREATED_AT)),
                            data,
                            Set.of(user.userId()));
                });
    }

    private static LocalDate date(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
