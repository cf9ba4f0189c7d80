// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baraza.cases.CaseReport.CaseWork;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * For test support that writes cases into a database: a case in its final state, with the steps that led there. The first step
 * is no form's and tells the whole state, so that the case stays what it is when forms are taken out of it.
 */
public final class LoadedCase {
    private final CaseState looks;
    private final List<CaseTransaction> steps = new ArrayList<>();

    /** @param looks the final state, whatever its last step */
    public LoadedCase(CaseState looks, Instant serverOpenedOn) {
        this.looks = looks;
        steps.add(new CaseTransaction(
                looks.caseId(),
                1,
                null,
                TransactionType.CASE_CREATE,
                false,
                null,
                serverOpenedOn,
                looks.openedOn(),
                looks.openedBy(),
                new CaseWork(takenOver(looks), List.of())));
    }

    /** @throws java.util.NoSuchElementException when there is no such relationship */
    public static CaseIndex link(String identifier, String caseType, String targetId, String relationship) {
        return new CaseIndex(
                identifier,
                caseType,
                targetId,
                Relationship.ofWireName(relationship).orElseThrow());
    }

    public int number() {
        return looks.caseNo();
    }

    /** What a form did to it, after all steps so far. */
    public void add(FormRef form, CaseWork work, boolean revoked) {
        steps.add(CaseBook.transaction(form, looks.caseId(), steps.size() + 1, work)
                .revoked(revoked));
    }

    /** The last block says who modified it, so the close stands before it. */
    private static List<CaseBlock> takenOver(CaseState looks) {
        List<CaseBlock> blocks = new ArrayList<>();
        SequencedMap<CaseField, String> values = new LinkedHashMap<>();
        values.put(CaseField.TYPE, looks.type());
        values.put(CaseField.NAME, looks.name());
        values.put(CaseField.OWNER_ID, looks.ownerId());
        if (looks.externalId() != null) {
            values.put(CaseField.EXTERNAL_ID, looks.externalId());
        }
        blocks.add(block(looks, looks.openedBy(), looks.openedOn(), values, new LinkedHashMap<>(), List.of(), false));
        if (looks.closed()) {
            blocks.add(block(
                    looks,
                    looks.closedBy(),
                    looks.closedOn(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    List.of(),
                    true));
        }
        blocks.add(block(
                looks,
                looks.modifiedBy(),
                looks.modifiedOn(),
                new LinkedHashMap<>(),
                looks.properties(),
                looks.indices(),
                false));
        return blocks;
    }

    private static CaseBlock block(
            CaseState looks,
            @Nullable String userId,
            @Nullable Instant at,
            SequencedMap<CaseField, String> values,
            SequencedMap<String, String> properties,
            List<CaseIndex> indices,
            boolean closes) {
        return new CaseBlock(
                looks.caseId(),
                userId == null ? "" : userId,
                at == null ? looks.serverModifiedOn() : at,
                !values.isEmpty(),
                !properties.isEmpty(),
                closes,
                values,
                properties,
                indices,
                false);
    }

    /** What {@code cases.store} takes: new cases, their links, their histories. */
    public record Rows(String created, @Nullable String links, String transactions) {}

    public static Rows rows(Collection<LoadedCase> cases) {
        String links = array(cases, LoadedCase::links);
        return new Rows(
                array(cases, loaded -> Stream.of(CaseJson.row(loaded.state()))),
                links.equals("[]") ? null : links,
                array(cases, loaded -> loaded.steps.stream().map(CaseJson::row)));
    }

    private Stream<JsonNode> links() {
        return looks.indices().stream().map(index -> CaseJson.link(looks.caseId(), index));
    }

    private static String array(Collection<LoadedCase> cases, Function<LoadedCase, Stream<? extends JsonNode>> rows) {
        var array = JsonMapper.shared().createArrayNode();
        cases.stream().flatMap(rows).forEach(array::add);
        return array.toString();
    }

    private CaseState state() {
        return new CaseState(
                looks.caseId(),
                looks.caseNo(),
                looks.type(),
                looks.name(),
                looks.ownerId(),
                looks.externalId(),
                looks.locationId(),
                looks.closed(),
                looks.openedOn(),
                looks.openedBy(),
                looks.modifiedOn(),
                looks.modifiedBy(),
                looks.closedOn(),
                looks.closedBy(),
                looks.serverModifiedOn(),
                null,
                null,
                looks.properties(),
                List.of(),
                looks.indices(),
                steps.size());
    }
}
