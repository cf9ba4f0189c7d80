// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.baraza.cases.CaseReport.CaseWork;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The rules of case processing as a fold: state and blocks in, new state out (device protocol: effects on the case). One
 * instance folds one case once.
 */
final class CaseReducer {
    private final String caseId;
    private final int caseNo;
    private String type = "";
    private String name = "";
    private String ownerId = "";
    private @Nullable String externalId;
    private @Nullable String locationId;
    private boolean closed;
    private @Nullable Instant openedOn;
    private @Nullable String openedBy;
    private @Nullable Instant modifiedOn;
    private @Nullable String modifiedBy;
    private @Nullable Instant closedOn;
    private @Nullable String closedBy;
    private @Nullable Instant deletedOn;
    private @Nullable String deletionId;
    private final SequencedMap<String, String> properties = new LinkedHashMap<>();
    private final SequencedSet<String> formerProperties = new LinkedHashSet<>();
    private final SequencedMap<String, CaseIndex> indices = new LinkedHashMap<>();
    private int lastOrdinal;

    private CaseReducer(String caseId, int caseNo) {
        this.caseId = caseId;
        this.caseNo = caseNo;
    }

    private CaseReducer(CaseState before) {
        this(before.caseId(), before.caseNo());
        type = before.type();
        name = before.name();
        ownerId = before.ownerId();
        externalId = before.externalId();
        locationId = before.locationId();
        closed = before.closed();
        openedOn = before.openedOn();
        openedBy = before.openedBy();
        modifiedOn = before.modifiedOn();
        modifiedBy = before.modifiedBy();
        closedOn = before.closedOn();
        closedBy = before.closedBy();
        deletedOn = before.deletedOn();
        deletionId = before.deletionId();
        properties.putAll(before.properties());
        formerProperties.addAll(before.formerProperties());
        before.indices().forEach(index -> indices.put(index.identifier(), index));
        lastOrdinal = before.lastOrdinal();
    }

    /** A new case as its first form leaves it. */
    static CaseState create(String caseId, int caseNo, CaseWork work, Instant serverDate) {
        return new CaseReducer(caseId, caseNo).apply(work).nextOrdinal().state(serverDate);
    }

    /** A case that no form made yet: what an edit starts from when it names a new one. */
    static CaseState unborn(String caseId, int caseNo, Instant serverDate) {
        return new CaseReducer(caseId, caseNo).state(serverDate);
    }

    /**
     * A case one form later. One that was gone because no form contributed to it begins anew; one that a person deleted
     * takes the form and stays deleted.
     */
    static CaseState advance(CaseState before, CaseWork work, Instant serverDate) {
        boolean orphaned = before.deletedOn() != null && before.deletionId() == null;
        if (!orphaned) {
            return new CaseReducer(before).apply(work).nextOrdinal().state(serverDate);
        }
        CaseReducer reducer = new CaseReducer(before.caseId(), before.caseNo()).apply(work);
        reducer.leaveTombstones(before);
        reducer.lastOrdinal = before.lastOrdinal() + 1;
        return reducer.state(serverDate);
    }

    /**
     * A case as the transactions that still count leave it. Without any, it is gone, and keeps its last looks. Links that
     * the history no longer makes stay as removed ones. A deletion by a person stands.
     *
     * @param history all transactions, in the order of their ordinals
     * @param lastOrdinal place of the rebuild itself
     */
    static CaseState rebuild(CaseState before, List<CaseTransaction> history, int lastOrdinal, Instant now) {
        List<CaseTransaction> counting =
                history.stream().filter(CaseTransaction::contributes).toList();
        CaseReducer reducer =
                counting.isEmpty() ? new CaseReducer(before) : new CaseReducer(before.caseId(), before.caseNo());
        counting.forEach(transaction -> reducer.apply(transaction.work()));
        reducer.leaveTombstones(before);
        reducer.deletionId = before.deletionId();
        reducer.deletedOn = deletion(before, counting.isEmpty(), now);
        reducer.lastOrdinal = lastOrdinal;
        return reducer.state(now);
    }

    private static @Nullable Instant deletion(CaseState before, boolean orphaned, Instant now) {
        if (!orphaned && before.deletionId() == null) {
            return null;
        }
        return before.deletedOn() == null ? now : before.deletedOn();
    }

    /** The same case, deleted by a person or brought back. */
    static CaseState deletion(CaseState before, @Nullable Instant deletedOn, @Nullable String deletionId, Instant now) {
        CaseReducer reducer = new CaseReducer(before).nextOrdinal();
        reducer.deletedOn = deletedOn;
        reducer.deletionId = deletionId;
        return reducer.state(now);
    }

    /**
     * A case that a person deleted, brought back as the transactions that count leave it: forms may have come, and others been
     * taken out, while it was away.
     *
     * @param history all transactions, in the order of their ordinals; one of them counts
     */
    static CaseState revival(CaseState before, List<CaseTransaction> history, Instant now) {
        CaseState there = deletion(before, null, null, now);
        return rebuild(there, history, there.lastOrdinal(), now);
    }

    CaseReducer apply(CaseWork work) {
        work.blocks().forEach(this::apply);
        return this;
    }

    private void apply(CaseBlock block) {
        if (openedOn == null) {
            openedOn = block.modifiedOn();
            openedBy = known(block.userId());
        }
        block.values().forEach(this::set);
        if (ownerId.isEmpty()) {
            ownerId = block.userId();
        }
        properties.putAll(block.properties());
        if (block.closes()) {
            closed = true;
            closedOn = block.modifiedOn();
            closedBy = known(block.userId());
        }
        block.indices().forEach(this::link);
        modifiedOn = modifiedOn == null || block.modifiedOn().isAfter(modifiedOn) ? block.modifiedOn() : modifiedOn;
        modifiedBy = known(block.userId());
    }

    private void set(CaseField field, String value) {
        switch (field) {
            case TYPE -> type = value;
            case NAME -> name = value;
            case OWNER_ID -> ownerId = value;
            case EXTERNAL_ID -> externalId = value;
            case LOCATION_ID -> locationId = value;
            case OPENED_ON -> Timestamps.parse(value).ifPresent(date -> openedOn = date);
        }
    }

    private void link(CaseIndex index) {
        if (index.live()) {
            indices.put(index.identifier(), index);
        } else {
            indices.computeIfPresent(index.identifier(), (identifier, former) -> former.removed());
        }
    }

    /** Devices must be told of links and properties that are no more. */
    private void leaveTombstones(CaseState before) {
        formerProperties.addAll(before.formerProperties());
        formerProperties.addAll(before.properties().keySet());
        if (before.externalId() != null) {
            formerProperties.add(CaseField.EXTERNAL_ID.elementName());
        }
        before.indices().forEach(index -> indices.putIfAbsent(index.identifier(), index.removed()));
    }

    private CaseReducer nextOrdinal() {
        lastOrdinal++;
        return this;
    }

    private static @Nullable String known(String userId) {
        return userId.isEmpty() ? null : userId;
    }

    CaseState state(Instant serverDate) {
        return new CaseState(
                caseId,
                caseNo,
                type,
                name,
                ownerId,
                externalId,
                locationId,
                closed,
                openedOn,
                openedBy,
                modifiedOn,
                modifiedBy,
                closedOn,
                closedBy,
                serverDate,
                deletedOn,
                deletionId,
                unmodifiable(properties),
                gone(),
                new ArrayList<>(indices.values()),
                lastOrdinal);
    }

    private List<String> gone() {
        return formerProperties.stream()
                .filter(name -> !properties.containsKey(name))
                .filter(name -> externalId == null || !name.equals(CaseField.EXTERNAL_ID.elementName()))
                .toList();
    }

    private static <K, V> SequencedMap<K, V> unmodifiable(Map<K, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
