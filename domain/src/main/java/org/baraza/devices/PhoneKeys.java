// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Role;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.vault.Vault;

/** Gives phones the keys under which they keep their data (device protocol: key server). Runs in a project's scope. */
public final class PhoneKeys {
    private static final int KEY_BYTES = 32;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final KeyRecordStore store;
    private final SecureRandom random = new SecureRandom();

    public PhoneKeys(Transactions transactions, Vault vault, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.store = new KeyRecordStore(vault);
    }

    /**
     * The caller's keys, as phones read them. Needs {@code access_mobile_endpoints}.
     *
     * @param lastIssued when the phone last got one: the key of then comes too
     */
    public byte[] own(ProjectAccess who, Optional<Instant> lastIssued) {
        who.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        return answer(who, who.actor().userId(), lastIssued, tx -> {});
    }

    /**
     * The keys of a worker, for whoever rescues the data of a phone. For administrators, and written down.
     *
     * @param username bare or full; a deleted worker's keys are kept for half a year
     */
    public byte[] ofWorker(ProjectAccess who, String username, Optional<Instant> lastIssued) {
        requireAdmin(who);
        String bare = bareName(username, who.projectName());
        String userId = transactions
                .read(tx -> store.workerNamed(tx, bare))
                .orElseThrow(() -> new Refused(new Problem.NotFound("mobile worker")));
        return answer(
                who,
                userId,
                lastIssued,
                tx -> audit.record(tx, who, AuditEntry.of("phone_keys.read", "mobile_worker", userId)));
    }

    private static String bareName(String username, String projectName) {
        String lower = username.strip().toLowerCase(Locale.ROOT);
        String ending = MobileWorker.fullName("", projectName);
        return lower.endsWith(ending) ? lower.substring(0, lower.length() - ending.length()) : lower;
    }

    /**
     * Gives a worker a second key because somebody may have got hold of the first. Her phones move what they keep to it
     * when they next ask; until the password is changed too they can still open what they kept. For administrators.
     */
    public void replace(ProjectAccess who, String userId) {
        requireAdmin(who);
        Instant now = now();
        Conflicts.retrying(() -> transactions.write(tx -> {
            if (!store.isWorker(tx, userId)) {
                throw new Refused(new Problem.NotFound("mobile worker"));
            }
            int last = store.of(tx, userId).stream()
                    .mapToInt(KeyRecord::number)
                    .max()
                    .orElse(0);
            store.insert(tx, userId, KeyRecord.fresh(last + 1, newKey(), now));
            audit.record(tx, who, AuditEntry.of("phone_key.replaced", "mobile_worker", userId));
            return true;
        }));
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.roleName().equals(Role.ADMIN)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }

    /** What else is done in the transaction. */
    @FunctionalInterface
    private interface Deed {
        void in(Tx tx);
    }

    private byte[] answer(ProjectAccess who, String userId, Optional<Instant> lastIssued, Deed deed) {
        Instant now = now();
        List<KeyRecord> keys = Conflicts.retrying(() -> transactions.write(tx -> {
            deed.in(tx);
            return keys(tx, userId, lastIssued, now);
        }));
        return KeyAnswer.write(who.projectName(), keys, now);
    }

    private List<KeyRecord> keys(Tx tx, String userId, Optional<Instant> lastIssued, Instant now) {
        List<KeyRecord> known = store.of(tx, userId);
        if (known.isEmpty()) {
            KeyRecord first = KeyRecord.fresh(1, newKey(), now);
            store.insert(tx, userId, first);
            return List.of(first);
        }
        KeyRecord newest = known.getFirst().current(now);
        if (!newest.expiresOn().equals(known.getFirst().expiresOn())) {
            store.moveOn(tx, userId, newest);
        }
        List<KeyRecord> keys = new ArrayList<>(List.of(newest));
        lastIssued
                .flatMap(then -> known.stream().filter(key -> isOf(key, then)).findFirst())
                .filter(key -> key.number() != newest.number())
                .ifPresent(keys::add);
        return keys;
    }

    /** The first key is good for the time before it was made; one that followed is not. */
    private static boolean isOf(KeyRecord key, Instant then) {
        Instant from = key.number() == 1 ? key.validFrom() : key.madeOn();
        return !from.isAfter(then);
    }

    private byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** Phones read no fractions of a second. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
