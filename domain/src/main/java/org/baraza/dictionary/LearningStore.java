// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.dictionary.Tables.CASE_PROPERTY;
import static org.baraza.persistence.schema.dictionary.Tables.CASE_TYPE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.persistence.schema.dictionary.tables.records.CasePropertyRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the dictionary knows already, what is new to it, and what cases have. */
final class LearningStore {
    private static final int SAMPLE = 150;

    Set<String> knownTypes(Tx tx, Collection<String> types) {
        return tx.sql()
                .select(CASE_TYPE.NAME)
                .from(CASE_TYPE)
                .where(CASE_TYPE.NAME.eq(any(types.toArray(String[]::new))))
                .fetchSet(CASE_TYPE.NAME);
    }

    int typeCount(Tx tx) {
        return tx.sql().fetchCount(CASE_TYPE);
    }

    void insertTypes(Tx tx, ProjectId project, Collection<String> types) {
        var insert = tx.sql().insertInto(CASE_TYPE, CASE_TYPE.PROJECT_ID, CASE_TYPE.NAME);
        for (String type : types) {
            insert = insert.values(project.value(), type);
        }
        insert.onConflictDoNothing().execute();
    }

    /** The names of the properties of each of the types. */
    Map<String, Set<String>> knownProperties(Tx tx, Collection<String> types) {
        return tx
                .sql()
                .select(CASE_PROPERTY.CASE_TYPE, CASE_PROPERTY.NAME)
                .from(CASE_PROPERTY)
                .where(CASE_PROPERTY.CASE_TYPE.eq(any(types.toArray(String[]::new))))
                .fetch()
                .intoGroups(CASE_PROPERTY.CASE_TYPE, CASE_PROPERTY.NAME)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new TreeSet<>(entry.getValue())));
    }

    /** Under the lock of their type, whose numbers they are given. */
    void insertProperties(
            Tx tx,
            ProjectId project,
            String type,
            Collection<String> names,
            DictionaryStore.Next next,
            boolean inData) {
        int given = 0;
        List<CasePropertyRecord> rows = new ArrayList<>();
        for (String property : names) {
            CasePropertyRecord row = tx.sql().newRecord(CASE_PROPERTY);
            row.setProjectId(project.value());
            row.setCaseType(type);
            row.setName(property);
            row.setPropertyNo(next.number() + given);
            row.setPlace(next.place() + given);
            row.setInData(inData);
            rows.add(row);
            given++;
        }
        tx.sql().batchInsert(rows).execute();
    }

    void markInData(Tx tx, String type, Collection<String> names) {
        tx.sql()
                .update(CASE_PROPERTY)
                .set(CASE_PROPERTY.IN_DATA, true)
                .where(CASE_PROPERTY.CASE_TYPE.eq(type))
                .and(CASE_PROPERTY.NAME.eq(any(names.toArray(String[]::new))))
                .and(CASE_PROPERTY.IN_DATA.eq(false))
                .execute();
    }

    /** When the cases of the type were last looked at; empty also where there is no such type. */
    Optional<Instant> lookedAt(Tx tx, String type) {
        return tx.sql()
                .select(CASE_TYPE.LOOKED_AT)
                .from(CASE_TYPE)
                .where(CASE_TYPE.NAME.eq(type))
                .fetchOptional(CASE_TYPE.LOOKED_AT);
    }

    /** The types that were looked at before then, or never; the longest ago first. A project has few types. */
    List<String> notLookedAtSince(Tx tx, Instant then, int most) {
        return tx.sql()
                .select(CASE_TYPE.NAME)
                .from(CASE_TYPE)
                .where(CASE_TYPE.LOOKED_AT.isNull().or(CASE_TYPE.LOOKED_AT.lt(then)))
                .orderBy(CASE_TYPE.LOOKED_AT.asc().nullsFirst(), CASE_TYPE.NAME)
                .limit(most)
                .fetch(CASE_TYPE.NAME);
    }

    void looked(Tx tx, String type, Instant now) {
        tx.sql()
                .update(CASE_TYPE)
                .set(CASE_TYPE.LOOKED_AT, now)
                .where(CASE_TYPE.NAME.eq(type))
                .execute();
    }

    /** Names of properties of the cases of a type that changed last and of those that did not for longest; case_by_type. */
    Set<String> propertiesInData(Tx tx, String type) {
        Set<String> names = new TreeSet<>(sample(tx, type, true));
        names.addAll(sample(tx, type, false));
        return names;
    }

    private static Set<String> sample(Tx tx, String type, boolean newest) {
        Field<String> key = field(name("has", "key"), SQLDataType.CLOB);
        SortField<?> first = newest ? CASE_RECORD.SERVER_MODIFIED_ON.desc() : CASE_RECORD.SERVER_MODIFIED_ON.asc();
        SortField<?> then = newest ? CASE_RECORD.CASE_NO.desc() : CASE_RECORD.CASE_NO.asc();
        var some = DSL.select(CASE_RECORD.PROPERTIES)
                .from(CASE_RECORD)
                .where(CASE_RECORD.TYPE.eq(type))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .orderBy(first, then)
                .limit(SAMPLE)
                .asTable("some");
        return tx.sql()
                .fetch(selectDistinct(key)
                        .from(some)
                        .crossJoin(table("jsonb_object_keys({0})", some.field(CASE_RECORD.PROPERTIES))
                                .as("has", "key")))
                .intoSet(key);
    }

    /** Those of the types that cases are of; one look into case_by_type for each. */
    Set<String> withCases(Tx tx, Collection<String> types) {
        Table<?> asked = unnest(types.toArray(String[]::new)).as("asked", "type");
        Field<String> type = field(name("asked", "type"), SQLDataType.CLOB);
        var some = lateral(DSL.select(CASE_RECORD.CASE_NO)
                        .from(CASE_RECORD)
                        .where(CASE_RECORD.TYPE.eq(type))
                        .and(CASE_RECORD.DELETED_ON.isNull())
                        .limit(1))
                .as("some");
        return tx.sql().select(type).from(asked).crossJoin(some).fetchSet(type);
    }

    /** Index case_by_type. */
    boolean hasCases(Tx tx, String type) {
        return tx.sql()
                .fetchExists(DSL.selectOne()
                        .from(CASE_RECORD)
                        .where(CASE_RECORD.TYPE.eq(type))
                        .and(CASE_RECORD.DELETED_ON.isNull()));
    }
}
