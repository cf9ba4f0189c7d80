// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.List;

/** What a list for programs asks of a case (data API: cases). */
public sealed interface CaseCondition {

    /** The text is exactly one of these. */
    record Is(TextField field, List<String> anyOf) implements CaseCondition {
        public Is {
            anyOf = List.copyOf(anyOf);
        }

        public static Is one(TextField field, String value) {
            return new Is(field, List.of(value));
        }
    }

    /** The text is this one, in whichever letter case. */
    record Reads(TextField field, String value) implements CaseCondition {}

    record Closed(boolean closed) implements CaseCondition {}

    /** The case is of none of these types. */
    record OfOtherType(List<String> than) implements CaseCondition {
        public OfOtherType {
            than = List.copyOf(than);
        }
    }

    /** The custom property has one of these values; a property that was never set counts as an empty one. */
    record Property(String name, List<String> anyOf) implements CaseCondition {
        public Property {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** The link of that name points to one of these cases. */
    record Link(String identifier, List<String> targets) implements CaseCondition {
        public Link {
            targets = List.copyOf(targets);
        }
    }

    /** A link of whatever name points to the case. */
    record LinkTo(String target) implements CaseCondition {}

    record Moment(TimeField field, Side side, Instant limit) implements CaseCondition {}

    /** The time is not before the first moment, and before the other. */
    record Within(TimeField field, Instant from, Instant until) implements CaseCondition {}

    /** One of these queries of programs holds. */
    record Matches(List<CaseFormula> anyOf) implements CaseCondition {
        public Matches {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Nothing fulfils it. */
    record Never() implements CaseCondition {}

    /** Texts of a case that lists can be narrowed down by. */
    enum TextField {
        CASE_ID,
        TYPE,
        NAME,
        EXTERNAL_ID,
        OWNER_ID,
        OPENED_BY,
        CLOSED_BY,
        MODIFIED_BY
    }

    /** Times of a case that lists can be narrowed down and ordered by. */
    enum TimeField {
        OPENED_ON,
        CLOSED_ON,
        MODIFIED_ON,
        SERVER_MODIFIED_ON,
        INDEXED_ON
    }

    /** On which side of its limit a time lies. */
    enum Side {
        AFTER,
        FROM,
        UNTIL,
        BEFORE
    }
}
