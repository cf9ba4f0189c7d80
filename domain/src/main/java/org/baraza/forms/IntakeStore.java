// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.ATTACHMENT;
import static org.baraza.persistence.schema.forms.Tables.EVENT;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseBook;
import org.baraza.cases.CaseBookStore;
import org.baraza.forms.Submission.Attachment;
import org.baraza.forms.Submission.Envelope;
import org.baraza.openrosa.FormMeta;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.crash.CrashPoint;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.PhoneNote;
import org.baraza.sync.PhoneNoteStore;
import org.baraza.xml.Timestamps;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The intake's reading and writing. A group of forms costs one statement to look (forms, cases, targets of links) and one
 * to store (forms, cases, history, feed): round trips are most of what a submission costs.
 */
final class IntakeStore {
    private static final JsonMapper JSON_MAPPER = JsonMapper.shared();
    private static final int LONGEST_INDEXED = 255;

    private final CaseBookStore books;
    private final ChangeLog changes;

    IntakeStore(CaseBookStore books, ChangeLog changes) {
        this.books = books;
        this.changes = changes;
    }

    /** What is known of the forms, and the cases they are about under lock. */
    record Found(Map<String, StoredForm> forms, CaseBook book) {}

    Found look(Tx tx, Collection<String> formIds, Collection<String> caseIds, Collection<String> targets) {
        Field<JSON> stored = field("forms.lock_stored({0})", SQLDataType.JSON, val(formIds.toArray(String[]::new)));
        Record row = tx.first(stored, books.locked(caseIds), books.existing(targets));
        CrashPoint.AFTER_LOOK.reached();
        return new Found(
                storedForms(row.get(1, JSON.class)), books.open(row.get(2, JSON.class), row.get(3, JSON.class)));
    }

    /** As {@link #look}, amid a transaction, and for new forms only. */
    CaseBook lookAmid(Tx tx, Collection<String> caseIds, Collection<String> targets) {
        return books.open(tx, caseIds, targets);
    }

    private static Map<String, StoredForm> storedForms(JSON json) {
        Map<String, StoredForm> forms = new LinkedHashMap<>();
        for (JsonNode row : JSON_MAPPER.readTree(json.data())) {
            StoredForm form = new StoredForm(
                    row.path("form_id").asString(),
                    FormState.ofBit(row.path("state").asInt()),
                    row.path("xmlns").asString(),
                    // bytea as JSON is its hex text behind a backslash and an x.
                    row.path("content_md5").asString().substring(2),
                    OffsetDateTime.parse(row.path("received_on").asString()).toInstant(),
                    row.path("deprecated_form_id").isNull()
                            ? null
                            : row.path("deprecated_form_id").asString());
            forms.put(form.formId(), form);
        }
        return forms;
    }

    /** Writes forms, what they did to cases, and the feed. */
    void store(Tx tx, List<FormRow> rows, CaseBook book, List<Change> feed) {
        written(tx, rows, book, feed, List.of()).execute();
        books.storeLedgers(tx, book);
        CrashPoint.AFTER_STORE.reached();
    }

    /** As {@link #store}, when nothing else is left to do: durable when this returns. */
    void storeAndCommit(Tx tx, List<FormRow> rows, CaseBook book, List<Change> feed, List<PhoneNote> notes) {
        Query written = written(tx, rows, book, feed, notes);
        if (book.movesStock()) {
            written.execute();
            books.storeLedgers(tx, book);
        } else {
            tx.finish(written);
        }
        CrashPoint.AFTER_STORE.reached();
    }

    private Query written(Tx tx, List<FormRow> rows, CaseBook book, List<Change> feed, List<PhoneNote> notes) {
        ByteArrayOutputStream xmls = new ByteArrayOutputStream();
        rows.forEach(row -> xmls.writeBytes(row.form().packedXml()));
        return tx.sql()
                .select(
                        field(
                                "forms.store({0}, {1}, {2})",
                                SQLDataType.OTHER,
                                val(formRows(rows), SQLDataType.JSON),
                                val(xmls.toByteArray(), SQLDataType.BLOB),
                                val(attachmentRows(rows), SQLDataType.JSON)),
                        books.stored(book),
                        changes.appended(tx, feed),
                        PhoneNoteStore.noted(notes));
    }

    /** What came around a form when it was sent. */
    Optional<Envelope> envelope(Tx tx, String formId) {
        return tx.sql()
                .selectFrom(FORM)
                .where(FORM.FORM_ID.eq(formId))
                .fetchOptional(row -> new Envelope(
                        row.getPath(),
                        row.getAppId(),
                        row.getBuildId(),
                        row.getOpenrosaVersion(),
                        row.getLastSyncToken(),
                        row.getDateHeader(),
                        row.getSubmitIp(),
                        row.getSubmittedBy()));
    }

    /** Moves a form out of the way, under a new id; what belongs to it moves along. */
    void rename(Tx tx, String formId, String newId, FormState state) {
        tx.sql()
                .update(FORM)
                .set(FORM.FORM_ID, newId)
                .set(FORM.STATE, (short) state.bit())
                .set(FORM.ORIG_ID, formId)
                .where(FORM.FORM_ID.eq(formId))
                .execute();
    }

    /** Gives an edited form the history of its former content, and the attachments that it did not bring itself. */
    void inherit(Tx tx, String formId, String formerId, Instant editedOn, @Nullable String userId) {
        tx.sql()
                .update(EVENT)
                .set(EVENT.FORM_ID, formId)
                .where(EVENT.FORM_ID.eq(formerId))
                .execute();
        tx.sql()
                .insertInto(EVENT)
                .set(EVENT.PROJECT_ID, ProjectScope.current().value())
                .set(EVENT.FORM_ID, formId)
                .set(EVENT.OPERATION, "edit")
                .set(EVENT.AT, editedOn)
                .set(EVENT.USER_ID, userId)
                .execute();
        tx.sql()
                .insertInto(ATTACHMENT)
                .columns(
                        ATTACHMENT.PROJECT_ID,
                        ATTACHMENT.FORM_ID,
                        ATTACHMENT.NAME,
                        ATTACHMENT.CONTENT_TYPE,
                        ATTACHMENT.LENGTH,
                        ATTACHMENT.BLOB_KEY,
                        ATTACHMENT.SET_ASIDE)
                .select(tx.sql()
                        .select(
                                ATTACHMENT.PROJECT_ID,
                                val(formId),
                                ATTACHMENT.NAME,
                                ATTACHMENT.CONTENT_TYPE,
                                ATTACHMENT.LENGTH,
                                ATTACHMENT.BLOB_KEY,
                                ATTACHMENT.SET_ASIDE)
                        .from(ATTACHMENT)
                        .where(ATTACHMENT.FORM_ID.eq(formerId)))
                .onConflictDoNothing()
                .execute();
    }

    /** Whether a person archived the form and nobody put it back since, whatever became of its content. */
    boolean isArchived(Tx tx, String formId) {
        return tx.sql()
                .select(EVENT.OPERATION)
                .from(EVENT)
                .where(EVENT.FORM_ID.eq(formId), EVENT.OPERATION.ne("edit"))
                .orderBy(EVENT.EVENT_ID.desc())
                .limit(1)
                .fetchOptional(EVENT.OPERATION)
                .filter("archive"::equals)
                .isPresent();
    }

    /** A form that was in error and is not any more. */
    void mend(Tx tx, String formId, FormState state, Instant at) {
        tx.sql()
                .update(FORM)
                .set(FORM.STATE, (short) state.bit())
                .setNull(FORM.PROBLEM)
                .where(FORM.FORM_ID.eq(formId))
                .execute();
        tx.sql().select(FormStateStore.touched(formId, at)).execute();
    }

    /** Cases that the form touched when it was last applied. */
    Set<String> casesOf(Tx tx, String formId) {
        return books.casesOf(tx, formId);
    }

    static JSON formRows(List<FormRow> rows) {
        ArrayNode array = JSON_MAPPER.createArrayNode();
        int xmlFrom = 1;
        for (FormRow row : rows) {
            array.add(json(row, xmlFrom));
            xmlFrom += row.form().packedXml().length;
        }
        return JSON.valueOf(array.toString());
    }

    /** @param xmlFrom where its XML begins among those of all rows, counted from 1 */
    private static ObjectNode json(FormRow row, int xmlFrom) {
        IncomingForm form = row.form();
        Envelope envelope = form.submission().envelope();
        FormMeta meta = form.meta();
        ObjectNode json = JSON_MAPPER.createObjectNode();
        json.put("xml_from", xmlFrom);
        json.put("xml_size", form.packedXml().length);
        json.put("form_id", row.formId());
        json.put("state", row.state().bit());
        json.put("xmlns", form.xmlns());
        json.put("name", form.name());
        json.put("app_id", envelope.appId());
        json.put("build_id", envelope.buildId());
        json.put("app_version", form.appVersion());
        json.put("commcare_version", form.commCareVersion());
        json.put("user_id", meta.userId().map(IntakeStore::indexable).orElse(null));
        json.put("username", meta.username().orElse(null));
        json.put("device_id", meta.deviceId().orElse(null));
        json.put("time_start", meta.timeStart().map(Timestamps::format).orElse(null));
        json.put("time_end", meta.timeEnd().map(Timestamps::format).orElse(null));
        json.put("received_on", Timestamps.format(row.receivedOn()));
        json.put("edited_on", text(row.editedOn()));
        json.put("orig_id", row.originalId());
        json.put("deprecated_form_id", row.deprecatedFormId());
        json.put("problem", row.problem());
        json.put("content_md5", HexFormat.of().formatHex(form.md5()));
        json.put("xml_length", form.submission().xml().length);
        json.put("last_sync_token", envelope.syncToken());
        json.put("date_header", text(envelope.dateHeader()));
        json.put("openrosa_version", envelope.openRosaVersion());
        json.put("submit_ip", envelope.address());
        json.put("path", envelope.path());
        json.put("submitted_by", envelope.submittedBy());
        return json;
    }

    /** Longer texts do not fit an index; the raw XML keeps the rest. */
    private static String indexable(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_INDEXED
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_INDEXED))
                : text;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }

    private static @Nullable JSON attachmentRows(List<FormRow> rows) {
        List<JsonNode> attachments = new ArrayList<>();
        for (FormRow row : rows) {
            for (Attachment attachment : row.form().submission().attachments()) {
                ObjectNode json = JSON_MAPPER.createObjectNode();
                json.put("form_id", row.formId());
                json.put("name", attachment.name());
                json.put("content_type", attachment.contentType());
                json.put("length", attachment.length());
                json.put("blob_key", attachment.blobKey());
                json.put("set_aside", attachment.setAside());
                attachments.add(json);
            }
        }
        return attachments.isEmpty()
                ? null
                : JSON.valueOf(JSON_MAPPER.createArrayNode().addAll(attachments).toString());
    }
}
