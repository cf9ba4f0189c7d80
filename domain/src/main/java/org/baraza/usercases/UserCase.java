// SPDX-License-Identifier: Apache-2.0
package org.baraza.usercases;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.baraza.cases.CaseChange;
import org.baraza.identity.MobileWorker;
import org.baraza.xml.XmlNames;

/**
 * What the case about a mobile worker says (device protocol: user case): her user data, and what is known of her beside it.
 *
 * @param properties custom properties by name
 */
record UserCase(String name, SortedMap<String, String> properties) {
    static final String TYPE = "commcare-user";

    /** Said by the case itself; user data of such a name would overwrite it. */
    private static final Set<String> FIELDS = Set.of(
            "case_id",
            "case_type",
            "case_name",
            "name",
            "type",
            "owner_id",
            "external_id",
            "date_opened",
            "category",
            "state");

    static UserCase of(MobileWorker worker) {
        SortedMap<String, String> properties = new TreeMap<>();
        worker.userData().forEach((key, value) -> {
            if (canBeProperty(key)) {
                properties.put(key, value);
            }
        });
        properties.put("username", worker.username());
        properties.put("email", worker.email());
        properties.put("first_name", worker.firstName());
        properties.put("last_name", worker.lastName());
        properties.put("language", worker.language());
        properties.put(
                "phone_number",
                worker.phoneNumbers().isEmpty() ? "" : worker.phoneNumbers().getFirst());
        properties.put("hq_user_id", worker.userId());
        return new UserCase(worker.displayName(), properties);
    }

    private static boolean canBeProperty(String key) {
        return XmlNames.isName(key) && key.indexOf(':') < 0 && !FIELDS.contains(key);
    }

    /** Always the same for a worker, so that nodes that make her case at once make one. */
    static String idFor(MobileWorker worker) {
        String name = TYPE + "/" + worker.project() + "/" + worker.userId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** Her new case. */
    CaseChange created(String caseId, String userId) {
        return CaseChange.create(caseId, TYPE, name, userId).externalId(userId).set(properties);
    }

    /** What must change of the case that she has; empty when it says all of it already. */
    Optional<CaseChange> changed(StoredCase stored, String userId) {
        SortedMap<String, String> different = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (!value.equals(stored.properties().getOrDefault(key, ""))) {
                different.put(key, value);
            }
        });
        if (!name.equals(stored.name())) {
            different.put("case_name", name);
        }
        if (!userId.equals(stored.ownerId())) {
            different.put("owner_id", userId);
        }
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(CaseChange.update(stored.caseId()).set(different));
    }

    /** The case as it is. */
    record StoredCase(String caseId, String name, String ownerId, boolean closed, Map<String, String> properties) {}
}
