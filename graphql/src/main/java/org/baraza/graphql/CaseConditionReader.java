// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.cases.CaseFormula;
import org.baraza.cases.CaseFormula.Order;
import org.baraza.graphql.CaseConditionInput.IndexInput;
import org.baraza.graphql.CaseConditionInput.PropertyInput;
import org.baraza.graphql.CaseConditionInput.Range;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what a client asks of cases, and refuses what is too much to ask. */
final class CaseConditionReader {
    private static final int MOST_CONDITIONS = 100;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_RELATIONS = 5;
    private static final int MOST_VALUES = 100;
    private static final int MOST_OWNERS = 1_000;

    /** What a filter calls a property that has a column, for lists of values of which one suffices. */
    private static final String TYPE = "case_type";

    private static final String OWNER = "owner_id";

    private final String field;
    private int conditions;
    private int relations;

    private CaseConditionReader(String field) {
        this.field = field;
    }

    /** @param field in which it was given */
    static CaseFormula read(CaseConditionInput input, String field) {
        return new CaseConditionReader(field).condition(input, 1);
    }

    private CaseFormula condition(CaseConditionInput input, int depth) {
        conditions++;
        if (conditions > MOST_CONDITIONS) {
            throw refused("TOO_MANY_CONDITIONS", "A filter has at most " + MOST_CONDITIONS + " conditions.");
        }
        if (depth > MOST_DEPTH) {
            throw refused("TOO_DEEP", "Conditions may be nested at most " + MOST_DEPTH + " deep.");
        }
        List<CaseFormula> parts = new ArrayList<>();
        given(parts, input.all(), some -> new CaseFormula.All(each(some, depth)));
        given(parts, input.any(), some -> new CaseFormula.Any(each(some, depth)));
        given(parts, input.not(), other -> new CaseFormula.Not(condition(other, depth + 1)));
        given(parts, input.type(), types -> oneOf(TYPE, types, MOST_VALUES));
        given(parts, input.ownerId(), owners -> oneOf(OWNER, owners, MOST_OWNERS));
        given(parts, input.closed(), closed -> equal(CaseFormula.STATUS, closed ? "closed" : "open"));
        given(parts, input.property(), this::property);
        given(parts, input.openedOn(), range -> within(TimeField.OPENED_ON, range));
        given(parts, input.closedOn(), range -> within(TimeField.CLOSED_ON, range));
        given(parts, input.modifiedOn(), range -> within(TimeField.MODIFIED_ON, range));
        given(parts, input.serverModifiedOn(), range -> within(TimeField.SERVER_MODIFIED_ON, range));
        given(parts, input.index(), index -> new CaseFormula.Above(List.of(link(index)), other(index, depth)));
        given(
                parts,
                input.indexedBy(),
                index -> new CaseFormula.Below(link(index), other(index, depth), Order.GREATER, 0));
        return parts.size() == 1 ? parts.getFirst() : new CaseFormula.All(parts);
    }

    private static <T> void given(List<CaseFormula> parts, @Nullable T asked, Function<T, CaseFormula> meaning) {
        if (asked != null) {
            parts.add(meaning.apply(asked));
        }
    }

    private List<CaseFormula> each(List<CaseConditionInput> inputs, int depth) {
        return inputs.stream().map(input -> condition(input, depth + 1)).toList();
    }

    private CaseFormula property(PropertyInput input) {
        String name = input.name();
        if (name.isBlank()) {
            throw refused("PROPERTY_MISSING", "A condition on a property names the property.");
        }
        List<CaseFormula> parts = new ArrayList<>();
        given(parts, input.eq(), value -> equal(name, value));
        given(parts, input.ne(), value -> new CaseFormula.Not(equal(name, value)));
        given(parts, input.in(), values -> oneOf(name, values, MOST_VALUES));
        given(parts, input.startsWith(), start -> new CaseFormula.StartsWith(name, start));
        given(parts, input.gt(), limit -> ordered(name, Order.GREATER, limit));
        given(parts, input.gte(), limit -> ordered(name, Order.AT_LEAST, limit));
        given(parts, input.lt(), limit -> ordered(name, Order.LESS, limit));
        given(parts, input.lte(), limit -> ordered(name, Order.AT_MOST, limit));
        given(parts, input.blank(), blank -> blank ? equal(name, "") : new CaseFormula.Not(equal(name, "")));
        if (parts.isEmpty()) {
            throw refused("COMPARISON_MISSING", "A condition on a property says how it is compared.");
        }
        return new CaseFormula.All(parts);
    }

    private static CaseFormula equal(String property, String value) {
        return new CaseFormula.Equals(property, List.of(value));
    }

    private CaseFormula oneOf(String property, List<String> values, int most) {
        if (values.size() > most) {
            throw refused("TOO_MANY_VALUES", "At most " + most + " values in a condition on " + property + ".");
        }
        return new CaseFormula.Equals(property, values);
    }

    private CaseFormula ordered(String property, Order order, String limit) {
        return CaseFormula.ordered(property, order, limit)
                .orElseThrow(() -> refused(
                        "LIMIT_INVALID", "What a property is compared with is a number, or a date as YYYY-MM-DD."));
    }

    private static CaseFormula within(TimeField field, Range range) {
        List<CaseFormula> sides = new ArrayList<>();
        given(sides, range.from(), (Instant from) -> new CaseFormula.Timed(field, Order.AT_LEAST, from));
        given(sides, range.before(), (Instant end) -> new CaseFormula.Timed(field, Order.LESS, end));
        return new CaseFormula.All(sides);
    }

    private static String link(IndexInput index) {
        return index.identifier() == null ? "parent" : index.identifier();
    }

    private CaseFormula other(IndexInput index, int depth) {
        relations++;
        if (relations > MOST_RELATIONS) {
            throw refused("TOO_MANY_RELATIONS", "A filter looks at other cases at most " + MOST_RELATIONS + " times.");
        }
        List<CaseFormula> parts = new ArrayList<>();
        given(parts, index.caseId(), id -> equal("case_id", id));
        given(parts, index.where(), asked -> condition(asked, depth + 1));
        return new CaseFormula.All(parts);
    }

    private Refused refused(String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
