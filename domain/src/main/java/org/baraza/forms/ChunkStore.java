// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.CHUNKING;
import static org.baraza.persistence.schema.forms.Tables.CHUNK_PART;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;

/** Which forms are in chunks, and which are next. */
final class ChunkStore {
    private static final Field<Boolean> IN_TABLE = field(FORM.XML.isNotNull()).as("in_table");

    /**
     * A form that is old enough.
     *
     * @param inTable whether its XML is there still
     */
    record Old(FormRun.Place place, int length, boolean inTable) {}

    /** Where the forms are; nothing for those that are in no chunk. By primary key. */
    Map<String, ChunkPart> parts(Tx tx, Collection<String> formIds) {
        return formIds.isEmpty()
                ? Map.of()
                : tx.sql()
                        .selectFrom(CHUNK_PART)
                        .where(FormReadStore.isOneOf(CHUNK_PART.FORM_ID, formIds))
                        .fetchMap(
                                CHUNK_PART.FORM_ID,
                                part -> new ChunkPart(
                                        part.getBlobKey(),
                                        part.getPartOffset(),
                                        part.getPartLength(),
                                        part.getSha256()));
    }

    /** Those of the keys that a form is in; index chunk_part_by_blob. */
    Set<String> referred(Tx tx, Collection<String> keys) {
        return tx.sql()
                .selectDistinct(CHUNK_PART.BLOB_KEY)
                .from(CHUNK_PART)
                .where(CHUNK_PART.BLOB_KEY.in(keys))
                .fetchSet(CHUNK_PART.BLOB_KEY);
    }

    /** The last form that was looked at. */
    Optional<FormRun.Place> mark(Tx tx) {
        return tx.sql()
                .selectFrom(CHUNKING)
                .fetchOptional(mark -> new FormRun.Place(mark.getReceivedOn(), mark.getFormId()));
    }

    /** The next forms in the order of arrival that arrived before a time. */
    List<Old> next(Tx tx, Optional<FormRun.Place> after, Instant before, int most) {
        return tx.sql()
                .fetch(next(after, before, most))
                .map(row -> new Old(new FormRun.Place(row.value2(), row.value1()), row.value3(), row.value4()));
    }

    /** A walk through index form_by_arrival for each state, put together. */
    Select<Record4<String, Instant, Integer, Boolean>> next(Optional<FormRun.Place> after, Instant before, int most) {
        Select<Record4<String, Instant, Integer, Boolean>> all = ofState(FormState.NORMAL, after, before, most);
        for (FormState state : FormState.values()) {
            if (state != FormState.NORMAL) {
                all = all.unionAll(ofState(state, after, before, most));
            }
        }
        var old = all.asTable("old");
        return select(
                        old.field(FORM.FORM_ID),
                        old.field(FORM.RECEIVED_ON),
                        old.field(FORM.XML_LENGTH),
                        old.field(IN_TABLE))
                .from(old)
                .orderBy(old.field(FORM.RECEIVED_ON), old.field(FORM.FORM_ID))
                .limit(most);
    }

    private static Select<Record4<String, Instant, Integer, Boolean>> ofState(
            FormState state, Optional<FormRun.Place> after, Instant before, int most) {
        Condition behind = after.map(
                        place -> (Condition) row(FORM.RECEIVED_ON, FORM.FORM_ID).gt(place.receivedOn(), place.formId()))
                .orElseGet(() -> noCondition());
        return select(FORM.FORM_ID, FORM.RECEIVED_ON, FORM.XML_LENGTH, IN_TABLE)
                .from(FORM)
                .where(FORM.STATE.eq((short) state.bit()))
                .and(FORM.RECEIVED_ON.lt(before))
                .and(behind)
                .orderBy(FORM.RECEIVED_ON, FORM.FORM_ID)
                .limit(most);
    }

    /** The XML of those whose XML the table holds, packed. */
    Map<String, byte[]> packed(Tx tx, Collection<String> formIds) {
        return tx.sql()
                .select(FORM.FORM_ID, FORM.XML)
                .from(FORM)
                .where(FormReadStore.isOneOf(FORM.FORM_ID, formIds))
                .and(FORM.XML.isNotNull())
                .orderBy(FORM.RECEIVED_ON, FORM.FORM_ID)
                .fetchMap(FORM.FORM_ID, FORM.XML);
    }

    /** Takes the XML of forms out of the table, now that a chunk has it: of those whose XML is still what was written there. */
    int free(Tx tx, Map<String, ChunkPart> written) {
        Map<String, ChunkPart> same = new LinkedHashMap<>();
        tx.sql()
                .select(FORM.FORM_ID, FORM.XML)
                .from(FORM)
                .where(FormReadStore.isOneOf(FORM.FORM_ID, written.keySet()))
                .and(FORM.XML.isNotNull())
                .orderBy(FORM.FORM_ID)
                .forUpdate()
                .forEach(row -> Optional.ofNullable(written.get(row.value1()))
                        .filter(part -> Arrays.equals(part.sha256(), FormChunks.sha256(row.value2())))
                        .ifPresent(part -> same.put(row.value1(), part)));
        if (!same.isEmpty()) {
            var insert = tx.sql()
                    .insertInto(
                            CHUNK_PART,
                            CHUNK_PART.PROJECT_ID,
                            CHUNK_PART.FORM_ID,
                            CHUNK_PART.BLOB_KEY,
                            CHUNK_PART.PART_OFFSET,
                            CHUNK_PART.PART_LENGTH,
                            CHUNK_PART.SHA256);
            for (Map.Entry<String, ChunkPart> one : same.entrySet()) {
                ChunkPart part = one.getValue();
                insert = insert.values(
                        ProjectScope.current().value(),
                        one.getKey(),
                        part.blobKey(),
                        part.offset(),
                        part.length(),
                        part.sha256());
            }
            insert.execute();
            tx.sql()
                    .update(FORM)
                    .setNull(FORM.XML)
                    .where(FormReadStore.isOneOf(FORM.FORM_ID, same.keySet()))
                    .execute();
        }
        return same.size();
    }

    /** Never goes back. */
    void mark(Tx tx, FormRun.Place place) {
        tx.sql()
                .insertInto(CHUNKING)
                .set(CHUNKING.PROJECT_ID, ProjectScope.current().value())
                .set(CHUNKING.RECEIVED_ON, place.receivedOn())
                .set(CHUNKING.FORM_ID, place.formId())
                .onConflict(CHUNKING.PROJECT_ID)
                .doUpdate()
                .set(CHUNKING.RECEIVED_ON, excluded(CHUNKING.RECEIVED_ON))
                .set(CHUNKING.FORM_ID, excluded(CHUNKING.FORM_ID))
                .where(row(CHUNKING.RECEIVED_ON, CHUNKING.FORM_ID)
                        .lt(row(excluded(CHUNKING.RECEIVED_ON), excluded(CHUNKING.FORM_ID))))
                .execute();
    }
}
