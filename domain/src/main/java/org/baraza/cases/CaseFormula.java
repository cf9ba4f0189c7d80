// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a query in CommCare's case search language asks of a case (data API: {@code query}; device protocol:
 * {@code _xpath_query}). Read by {@link CaseFormulaReader}; every part of it can be answered by the database.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseFormula.All.class, name = "all"),
    @JsonSubTypes.Type(value = CaseFormula.Any.class, name = "any"),
    @JsonSubTypes.Type(value = CaseFormula.Not.class, name = "not"),
    @JsonSubTypes.Type(value = CaseFormula.Equals.class, name = "equals"),
    @JsonSubTypes.Type(value = CaseFormula.Compared.class, name = "compared"),
    @JsonSubTypes.Type(value = CaseFormula.Dated.class, name = "dated"),
    @JsonSubTypes.Type(value = CaseFormula.Timed.class, name = "timed"),
    @JsonSubTypes.Type(value = CaseFormula.HasWords.class, name = "has_words"),
    @JsonSubTypes.Type(value = CaseFormula.StartsWith.class, name = "starts_with"),
    @JsonSubTypes.Type(value = CaseFormula.Near.class, name = "near"),
    @JsonSubTypes.Type(value = CaseFormula.SoundsLike.class, name = "sounds_like"),
    @JsonSubTypes.Type(value = CaseFormula.Within.class, name = "within"),
    @JsonSubTypes.Type(value = CaseFormula.Above.class, name = "above"),
    @JsonSubTypes.Type(value = CaseFormula.Below.class, name = "below")
})
public sealed interface CaseFormula {
    /** Stands for whether a case is open or closed, in conditions on a property; no property can be called so. */
    String STATUS = "@status";

    /** The same formula, for which related cases count only if one of those owners owns them. */
    default CaseFormula amongCasesOf(List<String> owners) {
        return switch (this) {
            case All(List<CaseFormula> parts) -> new All(each(parts, owners));
            case Any(List<CaseFormula> parts) -> new Any(each(parts, owners));
            case Not(CaseFormula part) -> new Not(part.amongCasesOf(owners));
            case Above(List<String> links, CaseFormula there) -> above(links, there.amongCasesOf(owners), owners);
            case Below(String link, CaseFormula there, Order order, int count) ->
                new Below(link, new All(List.of(ownedBy(owners), there.amongCasesOf(owners))), order, count);
            case Equals _, Compared _, Dated _, Timed _, HasWords _, StartsWith _, Near _, SoundsLike _, Within _ ->
                this;
        };
    }

    private static List<CaseFormula> each(List<CaseFormula> parts, List<String> owners) {
        return parts.stream().map(part -> part.amongCasesOf(owners)).toList();
    }

    /** Each of the cases on the way must be owned by one of them. */
    private static CaseFormula above(List<String> links, CaseFormula there, List<String> owners) {
        return links.isEmpty()
                ? there
                : new Above(
                        links.subList(0, 1),
                        new All(List.of(ownedBy(owners), above(links.subList(1, links.size()), there, owners))));
    }

    private static CaseFormula ownedBy(List<String> owners) {
        return new Equals("owner_id", owners);
    }

    /** The property, a date or a number as the limit is, on that side of the limit; empty where the limit is neither. */
    static Optional<CaseFormula> ordered(String property, Order order, String limit) {
        Optional<LocalDate> day = CaseQueryValues.asDay(limit);
        return day.isPresent()
                ? Optional.of(new Dated(property, order, day.get()))
                : CaseQueryValues.asNumber(limit).map(number -> new Compared(property, order, number));
    }

    /** All of them hold; of none, always. */
    record All(List<CaseFormula> parts) implements CaseFormula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of them holds; of none, never. */
    record Any(List<CaseFormula> parts) implements CaseFormula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(CaseFormula part) implements CaseFormula {}

    /** The property is one of these texts; blank stands for a property that was never set, too. */
    record Equals(String property, List<String> values) implements CaseFormula {
        public Equals {
            values = List.copyOf(values);
        }
    }

    /** The property is a number on that side of the limit. */
    record Compared(String property, Order order, BigDecimal limit) implements CaseFormula {}

    /** The property is a date on that side of the limit. */
    record Dated(String property, Order order, LocalDate limit) implements CaseFormula {}

    /** A time of the case itself is on that side of the limit. */
    record Timed(CaseCondition.TimeField field, Order order, Instant limit) implements CaseFormula {}

    /** The property, a list of words, has these words, in whichever letter case. */
    record HasWords(String property, List<String> words, boolean all) implements CaseFormula {
        public HasWords {
            words = List.copyOf(words);
        }
    }

    record StartsWith(String property, String start) implements CaseFormula {}

    /** A word of the property is one of these but for a letter or two. */
    record Near(String property, String words) implements CaseFormula {}

    /** A word of the property sounds like one of these. */
    record SoundsLike(String property, String words) implements CaseFormula {}

    /** The property is a place not farther away than that. */
    record Within(String property, double latitude, double longitude, double metres) implements CaseFormula {}

    /** The links lead, one after the other, to a case that fulfils the formula. */
    record Above(List<String> links, CaseFormula formula) implements CaseFormula {
        public Above {
            links = List.copyOf(links);
        }
    }

    /** So many cases point here by that link and fulfil the formula. */
    record Below(String link, CaseFormula formula, Order order, int count) implements CaseFormula {}

    /** How a value stands to a limit. */
    enum Order {
        LESS,
        AT_MOST,
        EQUAL,
        UNEQUAL,
        AT_LEAST,
        GREATER
    }
}
