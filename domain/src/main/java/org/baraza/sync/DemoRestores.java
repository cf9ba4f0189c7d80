// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.KnownPeople;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.sync.FrozenRestoreStore.Frozen;

/**
 * The restores of demo workers (device protocol: demo and practice users). Each phone gets the same payload again, whatever
 * was submitted since, so that a demonstration can always begin anew. It is frozen when it is asked for first, and anew when
 * somebody says so.
 */
public final class DemoRestores {
    private static final int LARGEST_TO_BRING = 16 * 1024 * 1024;

    private final Transactions transactions;
    private final PreparationLine line;
    private final Audit audit;
    private final Clock clock;
    private final FrozenRestoreStore store = new FrozenRestoreStore();

    public DemoRestores(Transactions transactions, PreparationLine line, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.line = line;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer to the phone of a demo worker; empty for others. */
    Optional<RestoreAnswer> answer(ProjectAccess access, String userId, RestoreRequest request) {
        boolean isDemo = transactions.read(tx -> store.isDemo(tx, userId));
        return isDemo ? Optional.of(payload(access, frozen(access, userId), request)) : Optional.empty();
    }

    /** Those of the ids that are demo workers. Asks for no permission, as it tells nothing else of anybody. */
    public Set<String> demoWorkers(Collection<String> userIds) {
        return userIds.isEmpty() ? Set.of() : transactions.read(tx -> store.demoWorkers(tx, userIds));
    }

    /**
     * What apps bring along of the payloads of demo workers.
     *
     * @param payloads by the ids of the workers
     * @param tooLarge those whose payload has more than 16 MB
     */
    public record Brought(Map<String, byte[]> payloads, Set<String> tooLarge) {}

    /**
     * What the phones of those who are demo workers get, for an app that brings it along. It is frozen where it was not. Asks for no
     * permission: whoever builds apps chooses whose data an app shows.
     */
    public Brought payloads(ProjectAccess who, Collection<String> userIds) {
        Set<String> demo = demoWorkers(userIds);
        Map<String, Frozen> frozen = kept(demo);
        demo.forEach(userId -> frozen.computeIfAbsent(userId, id -> freeze(who, id)));
        return brought(who.project(), frozen);
    }

    /** The same, as far as it was frozen before. */
    public Brought keptPayloads(ProjectId project, Collection<String> userIds) {
        return brought(project, kept(demoWorkers(userIds)));
    }

    /** Those of the workers whose payload was frozen and has more than 16 MB. */
    public Set<String> tooLarge(ProjectId project, Set<String> demo) {
        Set<String> large = new HashSet<>();
        kept(demo).forEach((userId, frozen) -> {
            if (isTooLarge(project, frozen)) {
                large.add(userId);
            }
        });
        return large;
    }

    private boolean isTooLarge(ProjectId project, Frozen frozen) {
        try (InputStream plain = plain(project, frozen)) {
            return plain.skip(LARGEST_TO_BRING + 1L) > LARGEST_TO_BRING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream plain(ProjectId project, Frozen frozen) throws IOException {
        return new GZIPInputStream(new KeptPayload(transactions, project, frozen.payloadId(), frozen.pieces()));
    }

    private Map<String, Frozen> kept(Set<String> demo) {
        return demo.isEmpty() ? new HashMap<>() : transactions.read(tx -> store.find(tx, demo));
    }

    private Brought brought(ProjectId project, Map<String, Frozen> frozen) {
        Map<String, byte[]> payloads = new HashMap<>();
        frozen.forEach((userId, kept) -> bytes(project, kept).ifPresent(bytes -> payloads.put(userId, bytes)));
        Set<String> tooLarge = new HashSet<>(frozen.keySet());
        tooLarge.removeAll(payloads.keySet());
        return new Brought(payloads, tooLarge);
    }

    /** Empty where it is too large. */
    private Optional<byte[]> bytes(ProjectId project, Frozen frozen) {
        try (InputStream plain = plain(project, frozen)) {
            byte[] bytes = plain.readNBytes(LARGEST_TO_BRING + 1);
            return bytes.length > LARGEST_TO_BRING ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frozen frozen(ProjectAccess access, String userId) {
        return transactions.read(tx -> store.find(tx, userId)).orElseGet(() -> freeze(access, userId));
    }

    /**
     * Freezes what belongs on the phone of a demo worker now. Needs {@code edit_commcare_users}; others than one's own people are not there.
     *
     * @return when it was frozen
     */
    public Instant reset(ProjectAccess who, String userId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        if (!transactions.read(tx -> store.isDemo(tx, userId) && KnownPeople.knows(tx, who, userId))) {
            throw new Refused(new Problem.NotFound("demo worker"));
        }
        Frozen made = freeze(who, userId);
        transactions.writing(tx ->
                audit.record(tx, who, AuditEntry.of("mobile_worker.demo_restore_reset", "mobile_worker", userId)));
        return made.madeAt();
    }

    private Frozen freeze(ProjectAccess who, String userId) {
        UUID payloadId = UUID.randomUUID();
        Instant now = clock.instant();
        RestoreRequest everything = new RestoreRequest(null, null, null, null, null, true, true);
        try {
            int pieces = line.makeNow(who, payloadId, Restore.log(who, userId, everything, now), everything);
            Frozen frozen = new Frozen(payloadId, pieces, now);
            transactions.writing(tx -> {
                line.release(tx, payloadId);
                store.put(tx, userId, frozen);
            });
            return frozen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RestoreAnswer payload(ProjectAccess access, Frozen frozen, RestoreRequest request) {
        try {
            var kept = new KeptPayload(transactions, access.project(), frozen.payloadId(), frozen.pieces());
            return new RestoreAnswer.Payload(KeptPayload.readable(kept, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
