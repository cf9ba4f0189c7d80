// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baraza.cases.CaseFormula;
import org.baraza.cases.CaseFormulaStore;
import org.baraza.claims.Criterion.Fulfils;
import org.baraza.claims.Criterion.HasValue;
import org.baraza.claims.Criterion.InRange;
import org.baraza.claims.Criterion.LinksTo;
import org.baraza.claims.Criterion.NotOwnedBy;
import org.baraza.claims.Criterion.OwnedBy;
import org.baraza.persistence.schema.cases.tables.CaseIndex;
import org.baraza.persistence.schema.cases.tables.CaseRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a case must be, as SQL. A property that equals a value uses case_by_property, a name case_by_name, a link
 * case_index_by_target; everything else is looked at in the cases of the type, which case_by_type finds.
 */
final class SearchConditionStore {
    static final BigDecimal EXACT = new BigDecimal("1.0");
    private static final BigDecimal NEAR = new BigDecimal("0.5");

    private final SearchSettings settings;
    private final List<String> caseTypes;

    /** @param caseTypes the types that are searched, for the settings that go by type */
    SearchConditionStore(SearchSettings settings, List<String> caseTypes) {
        this.settings = settings;
        this.caseTypes = caseTypes;
    }

    Condition of(CaseRecord row, Criterion criterion) {
        return switch (criterion) {
            case HasValue wanted -> through(row, wanted.path().links(), at -> hasValue(at, wanted));
            case InRange range -> through(row, range.path().links(), at -> inRange(at, range));
            case LinksTo(String identifier, List<String> targets) -> linksTo(row, identifier, targets);
            case Fulfils(CaseFormula formula) -> new CaseFormulaStore().of(row, formula);
            case OwnedBy(List<String> owners) -> row.OWNER_ID.eq(DSL.any(array(owners)));
            case NotOwnedBy(List<String> owners) -> row.OWNER_ID.ne(DSL.all(array(owners)));
        };
    }

    /** How well a case fits: less when a word of it is only near to what was asked for; empty when all fit alike. */
    Optional<Field<BigDecimal>> score(CaseRecord row, List<Criterion> criteria) {
        return criteria.stream()
                .flatMap(criterion ->
                        criterion instanceof HasValue wanted && isFuzzy(wanted) ? Stream.of(wanted) : Stream.empty())
                .map(wanted -> through(row, wanted.path().links(), at -> equal(at, wanted)))
                .reduce(Condition::and)
                .map(exact -> when(exact, inline(EXACT)).otherwise(inline(NEAR)));
    }

    /** Walks along the links; what they lead to must be there. */
    private static Condition through(CaseRecord row, List<String> links, Function<CaseRecord, Condition> there) {
        if (links.isEmpty()) {
            return there.apply(row);
        }
        CaseIndex link = CASE_INDEX.as(row.getName() + "_link");
        CaseRecord target = CASE_RECORD.as(row.getName() + "_up");
        return exists(selectOne()
                .from(link)
                .join(target)
                .on(target.CASE_ID.eq(link.TARGET_ID))
                .where(link.CASE_ID.eq(row.CASE_ID))
                .and(link.IDENTIFIER.eq(links.getFirst()))
                .and(link.TARGET_ID.ne(""))
                .and(target.DELETED_ON.isNull())
                .and(through(target, links.subList(1, links.size()), there)));
    }

    private static Condition linksTo(CaseRecord row, String identifier, List<String> targets) {
        CaseIndex link = CASE_INDEX.as(row.getName() + "_index");
        return row.CASE_ID.in(DSL.select(link.CASE_ID)
                .from(link)
                .where(link.TARGET_ID.eq(DSL.any(array(targets))))
                .and(link.TARGET_ID.ne(""))
                .and(link.IDENTIFIER.eq(identifier)));
    }

    private Condition hasValue(CaseRecord row, HasValue wanted) {
        Condition found = equal(row, wanted);
        if (isFuzzy(wanted)) {
            for (String value : wanted.values()) {
                found = found.or(condition(
                        "claims.is_near({0}, {1})", stored(row, wanted.path()), cut(val(value), wanted.path())));
            }
        }
        return wanted.orMissing() ? found.or(isMissing(row, wanted.path())) : found;
    }

    private boolean isFuzzy(HasValue wanted) {
        return settings.isFuzzy(caseTypes, text(wanted.path()));
    }

    private Condition equal(CaseRecord row, HasValue wanted) {
        return wanted.values().stream()
                .map(value -> equal(row, wanted.path(), value))
                .reduce(Condition::or)
                .orElse(DSL.falseCondition());
    }

    private Condition equal(CaseRecord row, PropertyPath path, String value) {
        if (!settings.ignoredIn(caseTypes, text(path)).isEmpty()) {
            return stored(row, path).eq(cut(val(value), path));
        }
        return switch (path.property()) {
            case "name", "case_name" -> row.NAME.eq(value);
            case "case_id", "@case_id" -> row.CASE_ID.eq(value);
            case "external_id" -> row.EXTERNAL_ID.eq(value);
            case "owner_id", "@owner_id" -> row.OWNER_ID.eq(value);
            case "case_type", "@case_type" -> row.TYPE.eq(value);
            case "status", "@status", "date_opened", "last_modified", "closed_on" ->
                text(row, path.property()).eq(value);
            default -> condition("{0} @> {1}", row.PROPERTIES, val(holding(path.property(), value)));
        };
    }

    private static JSONB holding(String property, String value) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(Map.of(property, value)));
    }

    private static Condition isMissing(CaseRecord row, PropertyPath path) {
        Field<String> value = text(row, path.property());
        return value.isNull().or(value.eq(""));
    }

    private static Condition inRange(CaseRecord row, InRange range) {
        Field<String> value = text(row, range.path().property());
        Condition within = isDate(value)
                .and(day(value).between(range.from().toString(), range.to().toString()));
        return range.orMissing() ? within.or(isMissing(row, range.path())) : within;
    }

    static Condition isDate(Field<String> value) {
        return condition("{0} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}'", value);
    }

    /** Days compare as texts, digit by digit. */
    static Field<String> day(Field<String> value) {
        return field("left({0}, 10) collate \"C\"", SQLDataType.CLOB, value);
    }

    private Field<String> stored(CaseRecord row, PropertyPath path) {
        return cut(text(row, path.property()), path);
    }

    /** Without what the project says does not count. */
    private Field<String> cut(Field<String> value, PropertyPath path) {
        Field<String> rest = value;
        for (String pattern : settings.ignoredIn(caseTypes, text(path))) {
            rest = field("regexp_replace({0}, {1}, '', 'g')", SQLDataType.CLOB, rest, val(pattern));
        }
        return rest;
    }

    private static String text(PropertyPath path) {
        return path.links().isEmpty() ? path.property() : String.join("/", path.links()) + "/" + path.property();
    }

    /** A value as searches and results write it; null where there is none. */
    static Field<String> text(CaseRecord row, String property) {
        return switch (property) {
            case "name", "case_name" -> row.NAME;
            case "case_id", "@case_id" -> row.CASE_ID;
            case "external_id" -> row.EXTERNAL_ID;
            case "owner_id", "@owner_id" -> row.OWNER_ID;
            case "case_type", "@case_type" -> row.TYPE;
            case "status", "@status" -> when(not(row.CLOSED), inline("open")).otherwise(inline("closed"));
            case "date_opened" -> day("{0}", row.OPENED_ON);
            case "last_modified" -> day("{0}", row.MODIFIED_ON);
            case "closed_on" -> day("{0}", row.CLOSED_ON);
            default -> field("({0} ->> {1})", SQLDataType.CLOB, row.PROPERTIES, val(property));
        };
    }

    private static Field<String> day(String moment, Field<?> column) {
        return field("to_char(" + moment + " at time zone 'UTC', 'YYYY-MM-DD')", SQLDataType.CLOB, column);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
