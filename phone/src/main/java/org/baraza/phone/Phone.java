// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One phone of one person: applies her forms at once, purges, says what it holds, takes payloads as a whole or not. */
public final class Phone {
    /** What payloads say among the properties and no project made. */
    private static final Set<String> STANDARD = Set.of("date_opened", "external_id");

    private final String userId;
    private Set<String> owners;
    private CaseDb db = new CaseDb();
    private @Nullable String token;

    public Phone(String userId) {
        this.userId = userId;
        this.owners = Set.of(userId);
    }

    /** Ids of the cases it holds. */
    public Set<String> ids() {
        return db.ids();
    }

    /** Ids of the open cases it holds. */
    public List<String> openIds() {
        return db.cases.values().stream()
                .filter(held -> !held.closed)
                .map(held -> held.id)
                .toList();
    }

    /** The fingerprint as it goes over the wire. */
    public String state() {
        return db.state();
    }

    /** The restore_id of its last sync; empty before the first. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** A form that the person fills in. */
    public void fillIn(List<Block> form) {
        form.forEach(db::applyOwn);
    }

    public void purge() {
        db.purge(owners);
    }

    /** What it would hold if it purged until nothing goes any more. */
    public Set<String> idsAfterPurging() {
        CaseDb trial = db.copy();
        for (int before = -1; before != trial.cases.size(); ) {
            before = trial.cases.size();
            trial.purge(owners);
        }
        return trial.ids();
    }

    /**
     * Takes a payload.
     *
     * @throws PayloadRefused when it cannot be taken; then everything stays as it was
     */
    public void take(Payload payload) {
        if (!payload.userId().equals(userId)) {
            throw new PayloadRefused("a payload of another user");
        }
        CaseDb after = db.copy();
        payload.blocks().forEach(after::applyTold);
        db = after;
        token = payload.restoreId();
        owners = new HashSet<>(payload.groups());
        owners.add(userId);
    }

    /** The server said that phone and server do not agree: all cases go, the next sync is a first one. */
    public void startOver() {
        db = new CaseDb();
        token = null;
    }

    /** The property of a case; empty when it has none or the case is not here. */
    public Optional<String> property(String caseId, String name) {
        return Optional.ofNullable(db.cases.get(caseId)).map(held -> held.properties.get(name));
    }

    /** Names of the custom properties of a case that is here that have a value. */
    public Set<String> propertyNames(String caseId) {
        Set<String> names = new TreeSet<>();
        held(caseId).properties.forEach((name, value) -> {
            if (!value.isEmpty() && !STANDARD.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Who owns a case that is here. */
    public String owner(String caseId) {
        return held(caseId).owner;
    }

    public boolean isClosed(String caseId) {
        return held(caseId).closed;
    }

    /** The links of a case that is here, by name. */
    public Map<String, PhoneLink> links(String caseId) {
        return Map.copyOf(held(caseId).links);
    }

    private PhoneCase held(String caseId) {
        PhoneCase held = db.cases.get(caseId);
        if (held == null) {
            throw new IllegalArgumentException(caseId);
        }
        return held;
    }
}
