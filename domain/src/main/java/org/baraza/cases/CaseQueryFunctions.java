// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseFormula.Above;
import org.baraza.cases.CaseFormula.All;
import org.baraza.cases.CaseFormula.Any;
import org.baraza.cases.CaseFormula.Below;
import org.baraza.cases.CaseFormula.Equals;
import org.baraza.cases.CaseFormula.HasWords;
import org.baraza.cases.CaseFormula.Near;
import org.baraza.cases.CaseFormula.Not;
import org.baraza.cases.CaseFormula.Order;
import org.baraza.cases.CaseFormula.SoundsLike;
import org.baraza.cases.CaseFormula.StartsWith;
import org.baraza.cases.CaseFormula.Within;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Quoted;

/** The functions of queries that are conditions. */
final class CaseQueryFunctions {

    private static final Map<String, Double> METRES = Map.of(
            "miles", 1609.344,
            "yards", 0.9144,
            "feet", 0.3048,
            "inch", 0.0254,
            "kilometers", 1000.0,
            "meters", 1.0,
            "centimeters", 0.01,
            "millimeters", 0.001,
            "nauticalmiles", 1852.0);

    private static final int MOST_RELATIONS = 5;

    private final CaseFormulaReader reader;
    private final CaseQueryValues values;
    private int relations;

    CaseQueryFunctions(CaseFormulaReader reader, CaseQueryValues values) {
        this.reader = reader;
        this.values = values;
    }

    CaseFormula formula(Call call) throws BadCaseQuery {
        return switch (call.function()) {
            case "match-all" -> {
                CaseQueryValues.arguments(call, 0);
                yield new All(List.of());
            }
            case "match-none" -> {
                CaseQueryValues.arguments(call, 0);
                yield new Any(List.of());
            }
            case "not" ->
                new Not(reader.formula(CaseQueryValues.arguments(call, 1).getFirst()));
            case "selected", "selected-any" -> new HasWords(property(call), words(call), false);
            case "selected-all" -> new HasWords(property(call), words(call), true);
            case "starts-with" -> new StartsWith(property(call), text(call));
            case "fuzzy-match" -> new Near(property(call), text(call));
            case "phonetic-match" -> new SoundsLike(property(call), text(call));
            case "fuzzy-date" -> new Equals(property(call), mistyped(call));
            case "within-distance" -> within(call);
            case "ancestor-exists" -> above(call);
            case "subcase-exists" -> below(call, Order.GREATER, 0);
            case "subcase-count" ->
                throw new BadCaseQuery(call.span(), "The function subcase-count() must be compared with a number.");
            default ->
                throw new BadCaseQuery(call.span(), "There is no function " + call.function() + "() for conditions.");
        };
    }

    private static String property(Call call) throws BadCaseQuery {
        return CaseProperty.own(CaseQueryValues.arguments(call, 2).getFirst());
    }

    private String text(Call call) throws BadCaseQuery {
        return values.text(call.arguments().get(1));
    }

    private List<String> words(Call call) throws BadCaseQuery {
        List<String> words = new ArrayList<>();
        for (String value : values.texts(call.arguments().get(1))) {
            Arrays.stream(value.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }

    /** The date, and the dates that it may have been meant as: month and day exchanged, digits of one number exchanged. */
    private List<String> mistyped(Call call) throws BadCaseQuery {
        LocalDate day = values.day(call.arguments().get(1));
        String year = day.toString().substring(0, 4);
        String decades = "" + year.charAt(0) + year.charAt(1) + year.charAt(3) + year.charAt(2);
        String month = day.toString().substring(5, 7);
        String date = day.toString().substring(8, 10);
        Set<String> dates = new LinkedHashSet<>();
        for (String y : List.of(year, decades)) {
            for (String m : List.of(month, turned(month))) {
                for (String d : List.of(date, turned(date))) {
                    CaseQueryValues.asDay(y + "-" + m + "-" + d).ifPresent(it -> dates.add(it.toString()));
                    CaseQueryValues.asDay(y + "-" + d + "-" + m).ifPresent(it -> dates.add(it.toString()));
                }
            }
        }
        return List.copyOf(dates);
    }

    private static String turned(String two) {
        return "" + two.charAt(1) + two.charAt(0);
    }

    private CaseFormula within(Call call) throws BadCaseQuery {
        List<Expr> in = CaseQueryValues.arguments(call, 4);
        List<Optional<BigDecimal>> degrees = Arrays.stream(
                        values.text(in.get(1)).strip().split("[\\s,]+"))
                .map(CaseQueryValues::asNumber)
                .toList();
        boolean place = degrees.size() >= 2
                && degrees.get(0).isPresent()
                && degrees.get(1).isPresent();
        double latitude = place ? degrees.get(0).get().doubleValue() : 100;
        double longitude = place ? degrees.get(1).get().doubleValue() : 0;
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new BadCaseQuery(in.get(1).span(), "A place is needed here: a latitude and a longitude.");
        }
        Double metres = METRES.get(values.text(in.get(3)));
        if (metres == null) {
            throw new BadCaseQuery(
                    in.get(3).span(),
                    "A unit of length is needed here: "
                            + String.join(
                                    ", ", METRES.keySet().stream().sorted().toList()) + ".");
        }
        return new Within(
                CaseProperty.own(in.get(0)),
                latitude,
                longitude,
                values.number(in.get(2)).doubleValue() * metres);
    }

    private CaseFormula above(Call call) throws BadCaseQuery {
        List<Expr> in = CaseQueryValues.arguments(call, 2);
        related(call);
        return new Above(CaseProperty.links(in.getFirst()), reader.formula(in.get(1)));
    }

    private CaseFormula below(Call call, Order order, int count) throws BadCaseQuery {
        related(call);
        List<Expr> in = call.arguments();
        if (in.isEmpty() || in.size() > 2) {
            throw new BadCaseQuery(call.span(), "The function " + call.function() + "() takes 1 or 2 arguments.");
        }
        if (!(in.getFirst() instanceof Quoted link)) {
            throw new BadCaseQuery(in.getFirst().span(), "The name of a link is needed here, in quotes.");
        }
        CaseFormula wanted = in.size() == 2 ? reader.formula(in.get(1)) : new All(List.of());
        return new Below(link.text(), wanted, order, count);
    }

    /** {@code subcase-count('parent', …) > 2}. */
    CaseFormula counted(Call call, Order order, Expr right) throws BadCaseQuery {
        BigDecimal number = values.number(right);
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.signum() >= 0 && number.precision() < 9;
        if (!whole) {
            throw new BadCaseQuery(
                    right.span(), "The function subcase-count() is compared with a whole number from 0 on.");
        }
        return below(call, order, number.intValueExact());
    }

    private void related(Call call) throws BadCaseQuery {
        relations++;
        if (relations > MOST_RELATIONS) {
            throw new BadCaseQuery(call.span(), "A query looks at related cases at most " + MOST_RELATIONS + " times.");
        }
    }
}
