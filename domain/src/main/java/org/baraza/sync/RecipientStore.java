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
import org.baraza.identity.UserDataKeys;
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

    /** @param projectName as phones know it */
    Optional<Recipient> find(Tx tx, String userId, String projectName) {
        return worker(tx, userId, projectName).or(() -> webUser(tx, userId, projectName));
    }

    /** Ids under which rows of lookup tables and such may be hers. */
    Set<String> rowOwners(Tx tx, Recipient recipient) {
        return ownership.reached(tx, recipient.userId());
    }

    private Optional<Recipient> worker(Tx tx, String userId, String projectName) {
        return tx.sql()
                .select(
                        MOBILE_WORKER.USERNAME,
                        MOBILE_WORKER.FIRST_NAME,
                        MOBILE_WORKER.LAST_NAME,
                        MOBILE_WORKER.PHONE_NUMBERS,
                        MOBILE_WORKER.USER_DATA,
                        MOBILE_WORKER.IS_DEMO,
                        MOBILE_WORKER.CREATED_AT)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.USER_ID.eq(userId))
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
                    if (row.get(MOBILE_WORKER.IS_DEMO)) {
                        data.put(UserDataKeys.USER_TYPE, UserDataKeys.DEMO);
                    }
                    tellPlaces(tx, userId, data);
                    return new Recipient(
                            userId,
                            row.get(MOBILE_WORKER.USERNAME).toLowerCase(Locale.ROOT),
                            date(row.get(MOBILE_WORKER.CREATED_AT)),
                            data,
                            ownership.owners(tx, userId));
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
    private static Optional<Recipient> webUser(Tx tx, String userId, String projectName) {
        return tx.sql()
                .select(WEB_USER.USERNAME, WEB_USER.FIRST_NAME, WEB_USER.LAST_NAME, WEB_USER.CREATED_AT)
                .from(WEB_USER)
                .where(WEB_USER.USER_ID.eq(userId))
                .fetchOptional(row -> {
                    SortedMap<String, String> data = new TreeMap<>();
                    data.put("commcare_first_name", row.get(WEB_USER.FIRST_NAME));
                    data.put("commcare_last_name", row.get(WEB_USER.LAST_NAME));
                    data.put("commcare_phone_number", "");
                    data.put("commcare_project", projectName);
                    return new Recipient(
                            userId,
                            row.get(WEB_USER.USERNAME).toLowerCase(Locale.ROOT),
                            date(row.get(WEB_USER.CREATED_AT)),
                            data,
                            Set.of(userId));
                });
    }

    private static LocalDate date(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
