// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.APP;
import static org.baraza.persistence.schema.apps.Tables.EDIT;
import static org.baraza.persistence.schema.apps.Tables.FORM_SOURCE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.unnest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.apps.tables.records.AppRecord;
import org.baraza.persistence.schema.apps.tables.records.FormSourceRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Working copies; lists are read in the order of the index app_by_name. */
final class AppStore {
    /** Sorts after every character of a name. */
    private static final String END = "\uDBFF\uDFFF";

    static final Field<String> WANTED = field(name("wanted", "id"), SQLDataType.CLOB);

    private static final List<Field<?>> SUMMARY = List.of(
            APP.APP_ID, APP.NAME, APP.VERSION, APP.CREATED_AT, APP.MODIFIED_AT, APP.MODIFIED_BY, APP.DELETED_AT);

    /** Apps that are not deleted, by name. */
    Page<AppSummary> page(Tx tx, String search, PageRequest page) {
        Condition wanted = APP.DELETED_AT.isNull().and(startingWith(search));
        List<AppSummary> rows = tx.sql()
                .select(SUMMARY)
                .from(APP)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(APP.NAME_KEY, APP.APP_ID)
                .limit(page.first() + 1)
                .fetch(AppStore::summary);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(APP, wanted));
    }

    private static Condition startingWith(String search) {
        String key = AppNames.key(search.strip());
        return key.isEmpty() ? noCondition() : APP.NAME_KEY.ge(key).and(APP.NAME_KEY.lt(key + END));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, AppSummary.LIST, 2);
        return row(APP.NAME_KEY, APP.APP_ID).gt(cursor.text(0), cursor.text(1));
    }

    private static AppSummary summary(Record row) {
        return new AppSummary(
                row.get(APP.APP_ID),
                row.get(APP.NAME),
                row.get(APP.VERSION),
                row.get(APP.CREATED_AT),
                row.get(APP.MODIFIED_AT),
                row.get(APP.MODIFIED_BY),
                row.get(APP.DELETED_AT));
    }

    /** All that are not deleted, by name. */
    List<AppSummary> summaries(Tx tx) {
        return tx.sql()
                .select(SUMMARY)
                .from(APP)
                .where(APP.DELETED_AT.isNull())
                .orderBy(APP.NAME_KEY, APP.APP_ID)
                .fetch(AppStore::summary);
    }

    Optional<AppSummary> find(Tx tx, String appId) {
        return tx.sql().select(SUMMARY).from(APP).where(APP.APP_ID.eq(appId)).fetchOptional(AppStore::summary);
    }

    /** With their content, by id; deleted ones too. */
    Map<String, WorkingCopy> read(Tx tx, Collection<String> appIds) {
        String[] wanted = appIds.toArray(String[]::new);
        var sources = tx.sql()
                .selectFrom(FORM_SOURCE)
                .where(FORM_SOURCE.APP_ID.eq(any(wanted)))
                .fetch();
        return copies(
                        sources,
                        tx.sql()
                                .selectFrom(APP)
                                .where(APP.APP_ID.eq(any(wanted)))
                                .fetch())
                .stream()
                .collect(Collectors.toMap(WorkingCopy::appId, copy -> copy));
    }

    private static List<WorkingCopy> copies(List<FormSourceRecord> sources, List<AppRecord> apps) {
        Map<String, Map<String, String>> byApp = new HashMap<>();
        sources.forEach(source -> byApp.computeIfAbsent(source.getAppId(), id -> new HashMap<>())
                .put(source.getFormId(), source.getSource()));
        return apps.stream()
                .map(app -> copy(app, byApp.getOrDefault(app.getAppId(), Map.of())))
                .toList();
    }

    /** All that are not deleted, with their content, in the order in which they were made. */
    List<WorkingCopy> all(Tx tx) {
        var apps = tx.sql()
                .selectFrom(APP)
                .where(APP.DELETED_AT.isNull())
                .orderBy(APP.CREATED_AT, APP.APP_ID)
                .fetch();
        String[] ids = apps.getValues(APP.APP_ID).toArray(String[]::new);
        var sources = tx.sql()
                .selectFrom(FORM_SOURCE)
                .where(FORM_SOURCE.APP_ID.eq(any(ids)))
                .fetch();
        return copies(sources, apps);
    }

    /** The ids of all that are not deleted. */
    List<String> ids(Tx tx) {
        return tx.sql()
                .select(APP.APP_ID)
                .from(APP)
                .where(APP.DELETED_AT.isNull())
                .fetch(APP.APP_ID);
    }

    /** The document of an app, without the sources of its forms. */
    Optional<ObjectNode> document(Tx tx, String appId) {
        return tx.sql()
                .select(APP.DOCUMENT)
                .from(APP)
                .where(APP.APP_ID.eq(appId))
                .fetchOptional(row -> (ObjectNode) JsonMapper.shared().readTree(row.value1()));
    }

    Optional<WorkingCopy> read(Tx tx, String appId) {
        return tx.sql().selectFrom(APP).where(APP.APP_ID.eq(appId)).fetchOptional(app -> copy(app, sources(tx, appId)));
    }

    /** As {@link #lock}, for what needs nothing of it: what is released happens one after the other. */
    void hold(Tx tx, String appId) {
        tx.sql()
                .select(APP.APP_ID)
                .from(APP)
                .where(APP.APP_ID.eq(appId))
                .forUpdate()
                .fetch();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<WorkingCopy> lock(Tx tx, String appId) {
        return tx.sql()
                .selectFrom(APP)
                .where(APP.APP_ID.eq(appId))
                .forUpdate()
                .fetchOptional(app -> copy(app, sources(tx, appId)));
    }

    private static WorkingCopy copy(AppRecord app, Map<String, String> sources) {
        return new WorkingCopy(summary(app), (ObjectNode) JsonMapper.shared().readTree(app.getDocument()), sources);
    }

    private static Map<String, String> sources(Tx tx, String appId) {
        return tx.sql()
                .selectFrom(FORM_SOURCE)
                .where(FORM_SOURCE.APP_ID.eq(appId))
                .fetchMap(FORM_SOURCE.FORM_ID, FORM_SOURCE.SOURCE);
    }

    Optional<String> source(Tx tx, String appId, String formId) {
        return tx.sql()
                .select(FORM_SOURCE.SOURCE)
                .from(FORM_SOURCE)
                .where(FORM_SOURCE.APP_ID.eq(appId))
                .and(FORM_SOURCE.FORM_ID.eq(formId))
                .fetchOptional(FORM_SOURCE.SOURCE);
    }

    void insert(Tx tx, ProjectId project, WorkingCopy made) {
        AppRecord row = tx.sql().newRecord(APP);
        row.setProjectId(project.value());
        row.setAppId(made.appId());
        row.setCreatedAt(made.summary().createdAt());
        fill(row, made);
        row.insert();
        putSources(tx, project, made.appId(), made.sources());
    }

    /** Writes the document and, of the sources, those that differ from before. */
    void update(Tx tx, ProjectId project, WorkingCopy before, WorkingCopy after) {
        AppRecord row = tx.sql().newRecord(APP);
        fill(row, after);
        tx.sql().update(APP).set(row).where(APP.APP_ID.eq(after.appId())).execute();
        Set<String> gone = new LinkedHashSet<>(before.sources().keySet());
        gone.removeAll(after.sources().keySet());
        if (!gone.isEmpty()) {
            tx.sql()
                    .deleteFrom(FORM_SOURCE)
                    .where(FORM_SOURCE.APP_ID.eq(after.appId()))
                    .and(FORM_SOURCE.FORM_ID.in(gone))
                    .execute();
        }
        Map<String, String> changed = new LinkedHashMap<>(after.sources());
        changed.entrySet()
                .removeIf(source -> source.getValue().equals(before.sources().get(source.getKey())));
        putSources(tx, project, after.appId(), changed);
    }

    private static void fill(AppRecord row, WorkingCopy copy) {
        AppSummary summary = copy.summary();
        row.setName(summary.name());
        row.setNameKey(AppNames.key(summary.name()));
        row.setVersion(summary.version());
        row.setDocument(copy.document().toString());
        row.setFamilyId(copy.document().path("family_id").asString(null));
        row.setModifiedAt(summary.modifiedAt());
        row.setModifiedBy(summary.modifiedBy());
        row.setDeletedAt(summary.deletedAt());
    }

    private static void putSources(Tx tx, ProjectId project, String appId, Map<String, String> sources) {
        List<FormSourceRecord> rows = new ArrayList<>();
        sources.forEach((formId, source) -> rows.add(new FormSourceRecord(project.value(), appId, formId, source)));
        for (FormSourceRecord row : rows) {
            tx.sql()
                    .insertInto(FORM_SOURCE)
                    .set(row)
                    .onConflict(FORM_SOURCE.PROJECT_ID, FORM_SOURCE.APP_ID, FORM_SOURCE.FORM_ID)
                    .doUpdate()
                    .set(FORM_SOURCE.SOURCE, row.getSource())
                    .execute();
        }
    }

    /** Notes what was changed; the places tell what it can stand beside. */
    void note(Tx tx, ProjectId project, AppSummary after, String action, Collection<String> places) {
        tx.sql()
                .insertInto(EDIT)
                .set(EDIT.PROJECT_ID, project.value())
                .set(EDIT.APP_ID, after.appId())
                .set(EDIT.VERSION, after.version())
                .set(EDIT.EDITED_AT, after.modifiedAt())
                .set(EDIT.EDITED_BY, after.modifiedBy())
                .set(EDIT.ACTION, action)
                .set(EDIT.PLACES, places.toArray(String[]::new))
                .execute();
    }

    /** Every place that was changed since a version. */
    Set<String> changedSince(Tx tx, String appId, int version) {
        Set<String> places = new LinkedHashSet<>();
        tx.sql()
                .select(EDIT.PLACES)
                .from(EDIT)
                .where(EDIT.APP_ID.eq(appId))
                .and(EDIT.VERSION.gt(version))
                .forEach(edit -> places.addAll(List.of(edit.value1())));
        return places;
    }

    /** What was done to each of the apps, newest first, one more than wanted; by primary key, backwards. */
    Map<String, List<AppEdit>> edits(Tx tx, Collection<String> appIds, PageRequest page) {
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : EDIT.VERSION.lt(Cursor.read(page.after(), AppEdit.LIST, 1).number(0));
        var edit = lateral(selectFrom(EDIT)
                        .where(EDIT.APP_ID.eq(WANTED))
                        .and(behind)
                        .orderBy(EDIT.VERSION.desc())
                        .limit(page.first() + 1))
                .as("edit");
        Map<String, List<AppEdit>> edits = new LinkedHashMap<>();
        tx.sql()
                .select(edit.fields())
                .from(wanted(appIds))
                .crossJoin(edit)
                .fetchInto(EDIT)
                .forEach(row -> edits.computeIfAbsent(row.getAppId(), id -> new ArrayList<>())
                        .add(new AppEdit(
                                row.getVersion(),
                                row.getEditedAt(),
                                row.getEditedBy(),
                                row.getAction(),
                                List.of(row.getPlaces()))));
        return edits;
    }

    Map<String, Integer> editCounts(Tx tx, Collection<String> appIds) {
        return tx.sql()
                .select(EDIT.APP_ID, count())
                .from(EDIT)
                .where(EDIT.APP_ID.eq(any(appIds.toArray(String[]::new))))
                .groupBy(EDIT.APP_ID)
                .fetchMap(EDIT.APP_ID, count());
    }

    /** The ids, to be joined laterally with what each of them has under {@link #WANTED}. */
    static Table<?> wanted(Collection<String> ids) {
        return unnest(Set.copyOf(ids).toArray(String[]::new)).as("wanted", "id");
    }

    /** Makes sure that no version gets a number again that phones may have. */
    void raise(Tx tx, String appId, int taken) {
        tx.sql()
                .update(APP)
                .set(APP.VERSION, APP.VERSION.plus(1))
                .where(APP.APP_ID.eq(appId))
                .and(APP.VERSION.eq(taken))
                .execute();
    }

    /** The working copy goes on counting from there. */
    void raiseTo(Tx tx, String appId, int number) {
        tx.sql()
                .update(APP)
                .set(APP.VERSION, number)
                .where(APP.APP_ID.eq(appId))
                .execute();
    }

    void setDeleted(Tx tx, String appId, Instant deletedAt) {
        tx.sql()
                .update(APP)
                .set(APP.DELETED_AT, deletedAt)
                .where(APP.APP_ID.eq(appId))
                .execute();
    }

    void restore(Tx tx, String appId) {
        tx.sql().update(APP).setNull(APP.DELETED_AT).where(APP.APP_ID.eq(appId)).execute();
    }
}
