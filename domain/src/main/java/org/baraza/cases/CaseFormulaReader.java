// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.cases.CaseFormula.Above;
import org.baraza.cases.CaseFormula.All;
import org.baraza.cases.CaseFormula.Any;
import org.baraza.cases.CaseFormula.Equals;
import org.baraza.cases.CaseFormula.Not;
import org.baraza.cases.CaseFormula.Order;
import org.baraza.cases.CaseFormula.Timed;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Operator;
import org.baraza.xpath.Signatures;

/** Reads queries in CommCare's case search language: the grammar of XPath with functions of its own. Pure. */
public final class CaseFormulaReader {
    /** Times beyond are mistakes, and some of them cannot be compared with stored ones. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Map<String, TimeField> TIMES = Map.ofEntries(
            Map.entry("date_opened", TimeField.OPENED_ON),
            Map.entry("opened_on", TimeField.OPENED_ON),
            Map.entry("last_modified", TimeField.MODIFIED_ON),
            Map.entry("modified_on", TimeField.MODIFIED_ON),
            Map.entry("date_closed", TimeField.CLOSED_ON),
            Map.entry("closed_on", TimeField.CLOSED_ON),
            Map.entry("server_last_modified", TimeField.SERVER_MODIFIED_ON),
            Map.entry("server_modified_on", TimeField.SERVER_MODIFIED_ON),
            Map.entry("indexed_on", TimeField.INDEXED_ON));

    private static final int MOST_PARTS = 200;

    private final CaseQueryValues values;
    private final Clock clock;
    private final CaseQueryFunctions functions;
    private int parts;

    private CaseFormulaReader(Clock clock) {
        this.clock = clock;
        this.values = new CaseQueryValues(clock);
        this.functions = new CaseQueryFunctions(this, values);
    }

    /**
     * Reads a query.
     *
     * @param clock what today is, in the zone in which dates are meant
     */
    public static CaseFormula read(String query, Clock clock) throws BadCaseQuery {
        try {
            return new CaseFormulaReader(clock).formula(Expressions.parse(query, Signatures.NONE));
        } catch (BadExpression bad) {
            throw new BadCaseQuery(bad.span(), bad.getMessage());
        }
    }

    CaseFormula formula(Expr expr) throws BadCaseQuery {
        parts++;
        if (parts > MOST_PARTS) {
            throw new BadCaseQuery(expr.span(), "A query has at most " + MOST_PARTS + " conditions.");
        }
        return switch (expr) {
            case Binary binary -> binary(binary);
            case Call call -> functions.formula(call);
            default ->
                throw new BadCaseQuery(
                        expr.span(), "A condition is needed here, such as name = 'x', and this is only a value.");
        };
    }

    private CaseFormula binary(Binary binary) throws BadCaseQuery {
        return switch (binary.operator()) {
            case AND -> new All(chain(binary, Operator.AND));
            case OR -> new Any(chain(binary, Operator.OR));
            case EQUAL -> compared(binary, Order.EQUAL);
            case UNEQUAL -> compared(binary, Order.UNEQUAL);
            case LESS -> compared(binary, Order.LESS);
            case AT_MOST -> compared(binary, Order.AT_MOST);
            case GREATER -> compared(binary, Order.GREATER);
            case AT_LEAST -> compared(binary, Order.AT_LEAST);
            case PLUS, MINUS, TIMES, DIVIDED, REMAINDER, UNION ->
                throw new BadCaseQuery(
                        binary.span(),
                        "A condition is needed here; queries do not know "
                                + binary.operator().symbol() + ".");
        };
    }

    /** What is joined by one operator, flat. */
    private List<CaseFormula> chain(Binary binary, Operator operator) throws BadCaseQuery {
        List<CaseFormula> chain = new ArrayList<>();
        for (Expr side : List.of(binary.left(), binary.right())) {
            if (side instanceof Binary inner && inner.operator() == operator) {
                chain.addAll(chain(inner, operator));
            } else {
                chain.add(formula(side));
            }
        }
        return chain;
    }

    private CaseFormula compared(Binary binary, Order order) throws BadCaseQuery {
        if (binary.left() instanceof Call call && call.function().equals("subcase-count")) {
            return functions.counted(call, order, binary.right());
        }
        if (!(binary.left() instanceof Path left)) {
            throw new BadCaseQuery(
                    binary.left().span(), "The name of a property is needed on the left of a comparison.");
        }
        if (binary.right() instanceof Path right) {
            throw new BadCaseQuery(
                    right.span(),
                    "A property cannot be compared with a property; if " + Expressions.print(right)
                            + " is meant as a value, it stands in quotes.");
        }
        CaseProperty property = CaseProperty.of(left);
        CaseFormula here = compared(property.name(), order, binary.right());
        return property.links().isEmpty() ? here : new Above(property.links(), here);
    }

    private CaseFormula compared(String property, Order order, Expr right) throws BadCaseQuery {
        TimeField time = TIMES.get(property);
        if (time != null) {
            return timed(time, order, right);
        }
        if (order == Order.EQUAL) {
            return new Equals(property, values.texts(right));
        }
        if (order == Order.UNEQUAL) {
            return new Not(new Equals(property, values.texts(right)));
        }
        return CaseFormula.ordered(property, order, values.text(right))
                .orElseThrow(() -> new BadCaseQuery(
                        right.span(), "The right side of a comparison must be a number, or a date in quotes."));
    }

    /** A date means its whole day: equal is within it, after it is from the next day on. */
    private CaseFormula timed(TimeField field, Order order, Expr right) throws BadCaseQuery {
        String text = values.text(right);
        if (text.isBlank() && (order == Order.EQUAL || order == Order.UNEQUAL)) {
            CaseFormula set = new Timed(field, Order.AT_LEAST, Instant.EPOCH);
            return order == Order.EQUAL ? new Not(set) : set;
        }
        Instant start = CaseQueryValues.asMoment(text, clock.getZone())
                .filter(moment -> !moment.isBefore(EARLIEST) && moment.isBefore(LATEST))
                .orElseThrow(() -> new BadCaseQuery(right.span(), "\"" + text + "\" is no date."));
        Instant end = CaseQueryValues.asDay(text)
                .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .orElse(start.plusNanos(1_000));
        return switch (order) {
            case LESS -> new Timed(field, Order.LESS, start);
            case AT_MOST -> new Timed(field, Order.LESS, end);
            case GREATER -> new Timed(field, Order.AT_LEAST, end);
            case AT_LEAST -> new Timed(field, Order.AT_LEAST, start);
            case EQUAL -> within(field, start, end);
            case UNEQUAL -> new Not(within(field, start, end));
        };
    }

    private static CaseFormula within(TimeField field, Instant start, Instant end) {
        return new All(List.of(new Timed(field, Order.AT_LEAST, start), new Timed(field, Order.LESS, end)));
    }
}
