// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import static org.baraza.persistence.schema.dictionary.Tables.CASE_PROPERTY;
import static org.baraza.persistence.schema.dictionary.Tables.CASE_TYPE;
import static org.baraza.persistence.schema.dictionary.Tables.PROPERTY_GROUP;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.schema.dictionary.tables.records.CasePropertyRecord;
import org.baraza.persistence.schema.dictionary.tables.records.CaseTypeRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Types, groups and properties; everything is read by primary keys and in their order. */
final class DictionaryStore {
    /** Sorts after every character of a name. */
    private static final String END = "\uDBFF\uDFFF";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<AllowedValue>> VALUES = new TypeReference<>() {};

    Page<CaseType> page(Tx tx, TypeQuery query) {
        List<CaseType> rows = tx.sql()
                .selectFrom(CASE_TYPE)
                .where(wanted(query))
                .and(behind(query.page().after()))
                .orderBy(CASE_TYPE.NAME)
                .limit(query.page().first() + 1)
                .fetch(DictionaryStore::type);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(CASE_TYPE, wanted(query)));
    }

    private static Condition wanted(TypeQuery query) {
        String beginning = query.search().strip();
        Condition named = beginning.isEmpty()
                ? noCondition()
                // A range rather than LIKE, which row-level security would keep from using the key.
                : CASE_TYPE.NAME.between(beginning, beginning + END);
        return query.deprecatedToo() ? named : named.and(CASE_TYPE.DEPRECATED.eq(false));
    }

    private static Condition behind(String after) {
        return after.isEmpty()
                ? noCondition()
                : CASE_TYPE.NAME.gt(Cursor.read(after, CaseType.LIST, 1).text(0));
    }

    /** All types, by name. */
    List<CaseType> types(Tx tx) {
        return tx.sql().selectFrom(CASE_TYPE).orderBy(CASE_TYPE.NAME).fetch(DictionaryStore::type);
    }

    /** Types that become resources of FHIR, by name. */
    List<CaseType> resources(Tx tx) {
        return tx.sql()
                .selectFrom(CASE_TYPE)
                .where(CASE_TYPE.FHIR_RESOURCE_TYPE.ne(""))
                .orderBy(CASE_TYPE.NAME)
                .fetch(DictionaryStore::type);
    }

    Optional<CaseType> type(Tx tx, String name) {
        return tx.sql().selectFrom(CASE_TYPE).where(CASE_TYPE.NAME.eq(name)).fetchOptional(DictionaryStore::type);
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<CaseType> lock(Tx tx, String name) {
        return tx.sql()
                .selectFrom(CASE_TYPE)
                .where(CASE_TYPE.NAME.eq(name))
                .forUpdate()
                .fetchOptional(DictionaryStore::type);
    }

    private static CaseType type(CaseTypeRecord row) {
        return new CaseType(row.getName(), row.getDescription(), row.getDeprecated(), row.getFhirResourceType());
    }

    /** Whether it was not there before. */
    boolean insert(Tx tx, ProjectId project, CaseType type) {
        return tx.sql()
                        .insertInto(CASE_TYPE)
                        .set(CASE_TYPE.PROJECT_ID, project.value())
                        .set(CASE_TYPE.NAME, type.name())
                        .set(CASE_TYPE.DESCRIPTION, type.description())
                        .set(CASE_TYPE.DEPRECATED, type.deprecated())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void describe(Tx tx, String name, String description, String fhirResourceType) {
        tx.sql()
                .update(CASE_TYPE)
                .set(CASE_TYPE.DESCRIPTION, description)
                .set(CASE_TYPE.FHIR_RESOURCE_TYPE, fhirResourceType)
                .where(CASE_TYPE.NAME.eq(name))
                .execute();
    }

    /** The type with its groups and properties. */
    void setDeprecated(Tx tx, String name, boolean deprecated) {
        tx.sql()
                .update(CASE_TYPE)
                .set(CASE_TYPE.DEPRECATED, deprecated)
                .where(CASE_TYPE.NAME.eq(name))
                .execute();
        tx.sql()
                .update(PROPERTY_GROUP)
                .set(PROPERTY_GROUP.DEPRECATED, deprecated)
                .where(PROPERTY_GROUP.CASE_TYPE.eq(name))
                .execute();
        tx.sql()
                .update(CASE_PROPERTY)
                .set(CASE_PROPERTY.DEPRECATED, deprecated)
                .where(CASE_PROPERTY.CASE_TYPE.eq(name))
                .execute();
    }

    void delete(Tx tx, String name) {
        tx.sql().deleteFrom(CASE_TYPE).where(CASE_TYPE.NAME.eq(name)).execute();
    }

    /** The groups of each of the types, in their order. */
    Map<String, List<PropertyGroup>> groups(Tx tx, Collection<String> types) {
        return tx.sql()
                .selectFrom(PROPERTY_GROUP)
                .where(PROPERTY_GROUP.CASE_TYPE.eq(any(types.toArray(String[]::new))))
                .orderBy(PROPERTY_GROUP.PLACE, PROPERTY_GROUP.GROUP_NO)
                .fetchGroups(
                        PROPERTY_GROUP.CASE_TYPE,
                        row -> new PropertyGroup(
                                row.get(PROPERTY_GROUP.GROUP_NO),
                                row.get(PROPERTY_GROUP.NAME),
                                row.get(PROPERTY_GROUP.DESCRIPTION),
                                row.get(PROPERTY_GROUP.PLACE),
                                row.get(PROPERTY_GROUP.DEPRECATED)));
    }

    /** The names of all properties, by type; types without any as well. */
    Map<String, Set<String>> propertyNames(Tx tx) {
        Map<String, Set<String>> names = new HashMap<>();
        types(tx).forEach(type -> names.put(type.name(), new HashSet<>()));
        tx.sql()
                .select(CASE_PROPERTY.CASE_TYPE, CASE_PROPERTY.NAME)
                .from(CASE_PROPERTY)
                .forEach(row -> names.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                        .add(row.value2()));
        return names;
    }

    /** The properties of each of the types, in their order within their groups. */
    Map<String, List<CaseProperty>> properties(
            Tx tx, Collection<String> types, Map<String, List<PropertyGroup>> groups) {
        Map<String, Map<Integer, String>> names = new HashMap<>();
        groups.forEach((type, some) -> some.forEach(
                group -> names.computeIfAbsent(type, _ -> new HashMap<>()).put(group.number(), group.name())));
        return tx.sql()
                .selectFrom(CASE_PROPERTY)
                .where(CASE_PROPERTY.CASE_TYPE.eq(any(types.toArray(String[]::new))))
                .orderBy(CASE_PROPERTY.PLACE, CASE_PROPERTY.NAME)
                .fetchGroups(
                        CASE_PROPERTY.CASE_TYPE,
                        row -> property(
                                row.into(CASE_PROPERTY),
                                names.getOrDefault(row.get(CASE_PROPERTY.CASE_TYPE), Map.of())));
    }

    private static CaseProperty property(CasePropertyRecord row, Map<Integer, String> groups) {
        Integer group = row.getGroupNo();
        return new CaseProperty(
                row.getPropertyNo(),
                row.getName(),
                row.getLabel(),
                row.getDescription(),
                DataType.of(row.getDataType()).orElse(DataType.UNDEFINED),
                row.getDeprecated(),
                group == null ? "" : groups.getOrDefault(group, ""),
                row.getPlace(),
                JSON.readValue(row.getAllowedValues().data(), VALUES),
                row.getFhirPath(),
                row.getInData());
    }

    /** Puts groups behind those that the type has; places are theirs. */
    void insertGroup(Tx tx, ProjectId project, String type, PropertyGroup group) {
        tx.sql()
                .insertInto(PROPERTY_GROUP)
                .set(PROPERTY_GROUP.PROJECT_ID, project.value())
                .set(PROPERTY_GROUP.CASE_TYPE, type)
                .set(PROPERTY_GROUP.GROUP_NO, group.number())
                .set(PROPERTY_GROUP.NAME, group.name())
                .set(PROPERTY_GROUP.DESCRIPTION, group.description())
                .set(PROPERTY_GROUP.PLACE, group.place())
                .set(PROPERTY_GROUP.DEPRECATED, group.deprecated())
                .execute();
    }

    void updateGroup(Tx tx, String type, PropertyGroup group) {
        tx.sql()
                .update(PROPERTY_GROUP)
                .set(PROPERTY_GROUP.NAME, group.name())
                .set(PROPERTY_GROUP.DESCRIPTION, group.description())
                .set(PROPERTY_GROUP.PLACE, group.place())
                .set(PROPERTY_GROUP.DEPRECATED, group.deprecated())
                .where(PROPERTY_GROUP.CASE_TYPE.eq(type))
                .and(PROPERTY_GROUP.GROUP_NO.eq(group.number()))
                .execute();
    }

    /** Its properties stand in none then. */
    void deleteGroup(Tx tx, String type, int number) {
        tx.sql()
                .deleteFrom(PROPERTY_GROUP)
                .where(PROPERTY_GROUP.CASE_TYPE.eq(type))
                .and(PROPERTY_GROUP.GROUP_NO.eq(number))
                .execute();
    }

    /** Writes properties as they are to be, those that are there and those that are not. */
    void put(Tx tx, ProjectId project, String type, Collection<CaseProperty> properties, Map<String, Integer> groups) {
        List<CasePropertyRecord> rows = properties.stream()
                .map(property -> {
                    CasePropertyRecord row = tx.sql().newRecord(CASE_PROPERTY);
                    row.setProjectId(project.value());
                    row.setCaseType(type);
                    row.setName(property.name());
                    row.setPropertyNo(property.number());
                    row.setLabel(property.label());
                    row.setDescription(property.description());
                    row.setDataType(property.dataType().wireName());
                    row.setAllowedValues(JSONB.valueOf(JSON.writeValueAsString(property.allowedValues())));
                    row.setGroupNo(groups.get(property.group()));
                    row.setPlace(property.place());
                    row.setDeprecated(property.deprecated());
                    row.setFhirPath(property.fhirPath());
                    row.setInData(property.inData());
                    return row;
                })
                .toList();
        tx.sql().batchMerge(rows).execute();
    }

    void deleteProperty(Tx tx, String type, String name) {
        tx.sql()
                .deleteFrom(CASE_PROPERTY)
                .where(CASE_PROPERTY.CASE_TYPE.eq(type))
                .and(CASE_PROPERTY.NAME.eq(name))
                .execute();
    }

    /** What a new property of a type has: a number and a place behind all others. */
    record Next(int number, int place) {}

    Next next(Tx tx, String type) {
        return tx.sql()
                .select(
                        coalesce(max(CASE_PROPERTY.PROPERTY_NO), inline(0)).plus(1),
                        coalesce(max(CASE_PROPERTY.PLACE), inline(-1)))
                .from(CASE_PROPERTY)
                .where(CASE_PROPERTY.CASE_TYPE.eq(type))
                .fetchSingle(row -> new Next(row.value1(), DictionaryRules.placeAfter(row.value2())));
    }
}
