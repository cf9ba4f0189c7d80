// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.cases.CaseFormula.Above;
import org.baraza.cases.CaseFormula.All;
import org.baraza.cases.CaseFormula.Any;
import org.baraza.cases.CaseFormula.Below;
import org.baraza.cases.CaseFormula.Compared;
import org.baraza.cases.CaseFormula.Dated;
import org.baraza.cases.CaseFormula.Equals;
import org.baraza.cases.CaseFormula.HasWords;
import org.baraza.cases.CaseFormula.Near;
import org.baraza.cases.CaseFormula.Not;
import org.baraza.cases.CaseFormula.Order;
import org.baraza.cases.CaseFormula.SoundsLike;
import org.baraza.cases.CaseFormula.StartsWith;
import org.baraza.cases.CaseFormula.Timed;
import org.baraza.cases.CaseFormula.Within;
import org.baraza.persistence.schema.cases.tables.CaseIndex;
import org.baraza.persistence.schema.cases.tables.CaseRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/**
 * What a formula asks of a case, as SQL. A custom property that equals a value uses case_by_property, a type, owner or name
 * their own indexes, links the primary key of case_index or case_index_by_target; everything else is looked at in the cases
 * that these leave.
 */
public final class CaseFormulaStore {

    /** What is no custom property but has a column of its own. */
    private static final Set<String> COLUMNS =
            Set.of("case_id", "case_type", "owner_id", "name", "case_name", "external_id");

    private int aliases;

    /** The formula about the cases of that row. */
    public Condition of(CaseRecord row, CaseFormula formula) {
        return switch (formula) {
            case All(List<CaseFormula> parts) ->
                parts.stream().map(part -> of(row, part)).reduce(trueCondition(), Condition::and);
            case Any(List<CaseFormula> parts) ->
                parts.stream().map(part -> of(row, part)).reduce(falseCondition(), Condition::or);
            case Not(CaseFormula part) -> condition("({0}) is not true", of(row, part));
            case Equals(String property, List<String> values) -> isOneOf(row, property, values);
            case Compared(String property, Order order, var limit) ->
                ordered(CaseTextRows.number(text(row, property)), order, val(limit));
            case Dated(String property, Order order, var limit) ->
                ordered(CaseTextRows.day(text(row, property)), order, val(limit.toString()));
            case Timed(TimeField field, Order order, Instant limit) -> ordered(time(row, field), order, val(limit));
            case HasWords(String property, List<String> words, boolean all) ->
                CaseTextRows.hasWords(text(row, property), words, all);
            case StartsWith(String property, String start) ->
                condition("starts_with({0}, {1})", text(row, property), val(start));
            case Near(String property, String words) -> CaseTextRows.isNear(text(row, property), words);
            case SoundsLike(String property, String words) -> CaseTextRows.soundsLike(text(row, property), words);
            case Within within -> CaseTextRows.isWithin(text(row, within.property()), within);
            case Above(List<String> links, CaseFormula there) -> above(row, links, there);
            case Below below -> below(row, below);
        };
    }

    private static Condition isOneOf(CaseRecord row, String property, List<String> values) {
        boolean whole = COLUMNS.contains(property) && values.size() > 1 && !values.contains("");
        return whole
                ? CaseReadStore.isOneOf(text(row, property), values)
                : values.stream().map(value -> equal(row, property, value)).reduce(falseCondition(), Condition::or);
    }

    private static Condition equal(CaseRecord row, String property, String value) {
        Field<String> text = text(row, property);
        if (value.isEmpty()) {
            return condition("coalesce({0}, '') = ''", text);
        }
        boolean custom = !COLUMNS.contains(property) && !property.equals(CaseFormula.STATUS);
        return custom
                ? condition(
                        "{0} @> {1}",
                        row.PROPERTIES,
                        val(JSONB.valueOf(
                                CaseJson.strings(Map.of(property, value)).toString())))
                : status(row, property, value, text);
    }

    private static Condition status(CaseRecord row, String property, String value, Field<String> text) {
        if (!property.equals(CaseFormula.STATUS)) {
            return text.eq(value);
        }
        return switch (value) {
            case "open" -> row.CLOSED.eq(inline(false));
            case "closed" -> row.CLOSED.eq(inline(true));
            default -> falseCondition();
        };
    }

    private static Field<String> text(CaseRecord row, String property) {
        return switch (property) {
            case "case_id" -> row.CASE_ID;
            case "case_type" -> row.TYPE;
            case "owner_id" -> row.OWNER_ID;
            case "name", "case_name" -> row.NAME;
            case "external_id" -> row.EXTERNAL_ID;
            case CaseFormula.STATUS -> when(row.CLOSED, inline("closed")).otherwise(inline("open"));
            default -> field("({0} ->> {1})", SQLDataType.CLOB, row.PROPERTIES, val(property));
        };
    }

    private static Field<Instant> time(CaseRecord row, TimeField field) {
        return switch (field) {
            case OPENED_ON -> row.OPENED_ON;
            case CLOSED_ON -> row.CLOSED_ON;
            case MODIFIED_ON -> row.MODIFIED_ON;
            case SERVER_MODIFIED_ON -> row.SERVER_MODIFIED_ON;
            case INDEXED_ON -> row.INDEXED_ON;
        };
    }

    private static <T> Condition ordered(Field<T> value, Order order, Field<T> limit) {
        return switch (order) {
            case LESS -> value.lt(limit);
            case AT_MOST -> value.le(limit);
            case EQUAL -> value.eq(limit);
            case UNEQUAL -> value.ne(limit);
            case AT_LEAST -> value.ge(limit);
            case GREATER -> value.gt(limit);
        };
    }

    /** Walks along the links; what they lead to must be there. */
    private Condition above(CaseRecord row, List<String> links, CaseFormula there) {
        if (links.isEmpty()) {
            return of(row, there);
        }
        CaseIndex link = CASE_INDEX.as(alias("link"));
        CaseRecord target = CASE_RECORD.as(alias("up"));
        return exists(selectOne()
                .from(link)
                .join(target)
                .on(target.CASE_ID.eq(link.TARGET_ID))
                .where(link.CASE_ID.eq(row.CASE_ID))
                .and(link.IDENTIFIER.eq(links.getFirst()))
                .and(link.TARGET_ID.ne(""))
                .and(target.DELETED_ON.isNull())
                .and(above(target, links.subList(1, links.size()), there)));
    }

    private Condition below(CaseRecord row, Below below) {
        CaseIndex link = CASE_INDEX.as(alias("link"));
        CaseRecord child = CASE_RECORD.as(alias("down"));
        Condition wanted = link.IDENTIFIER
                .eq(below.link())
                .and(link.TARGET_ID.ne(""))
                .and(child.DELETED_ON.isNull())
                .and(of(child, below.formula()));
        if (below.order() == Order.GREATER && below.count() == 0) {
            // As a set, so that the planner may start from the children where they are few.
            return row.CASE_ID.in(select(link.TARGET_ID)
                    .from(link)
                    .join(child)
                    .on(child.CASE_ID.eq(link.CASE_ID))
                    .where(wanted));
        }
        Field<Integer> counted = field(select(count())
                .from(link)
                .join(child)
                .on(child.CASE_ID.eq(link.CASE_ID))
                .where(link.TARGET_ID.eq(row.CASE_ID))
                .and(wanted));
        return ordered(counted, below.order(), val(below.count()));
    }

    private String alias(String kind) {
        aliases++;
        return kind.toLowerCase(Locale.ROOT) + "_" + aliases;
    }
}
