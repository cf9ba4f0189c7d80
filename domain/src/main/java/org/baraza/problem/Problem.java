// SPDX-License-Identifier: Apache-2.0
package org.baraza.problem;

import java.time.Duration;
import java.util.List;

/** Why a request is refused. Codes are stable and the same in every protocol; texts are for people and hold no data. */
public sealed interface Problem {

    /** Stable name, in capitals. */
    String code();

    /** One plain sentence. */
    String message();

    /** The input breaks rules, each named with its place. */
    record Invalid(List<FieldError> errors) implements Problem {
        public static Invalid field(String field, String code, String message) {
            return new Invalid(List.of(new FieldError(field, code, message)));
        }

        /** A query would keep the database busy for too long. */
        public static Invalid tookTooLong() {
            return field("query", "TOOK_TOO_LONG", "Bad query: it takes too long; ask for something narrower.");
        }

        @Override
        public String code() {
            return errors.size() == 1 ? errors.getFirst().code() : "INVALID";
        }

        @Override
        public String message() {
            return String.join(" ", errors.stream().map(FieldError::message).toList());
        }
    }

    /**
     * One broken rule.
     *
     * @param field path of the field, dot-separated
     */
    record FieldError(String field, String code, String message) {}

    /** There is no such thing, or the caller may not know that there is. */
    record NotFound(String kind) implements Problem {
        @Override
        public String code() {
            return "NOT_FOUND";
        }

        @Override
        public String message() {
            return "There is no such " + kind + ".";
        }
    }

    /** The caller is known and may not do this. */
    record Forbidden(String permission) implements Problem {
        @Override
        public String code() {
            return "FORBIDDEN";
        }

        @Override
        public String message() {
            return "This needs the permission " + permission + ".";
        }
    }

    /** The caller may do this, but not from where she is, or not with what she showed. */
    record Barred(String code, String message) implements Problem {}

    /** The thing is in a state in which this cannot be done. */
    record Conflict(String code, String message) implements Problem {
        /** The code of {@link #changed()}. */
        public static final String CHANGED = "PRECONDITION_FAILED";

        /** It is not any more what the caller thinks that it is. */
        public static Conflict changed() {
            return new Conflict(CHANGED, "It was changed in the meantime; read it again.");
        }
    }

    /** Too much was asked in too short a time. */
    record TooMany(Duration retryAfter) implements Problem {
        @Override
        public String code() {
            return "TOO_MANY_REQUESTS";
        }

        @Override
        public String message() {
            return "Too many requests; try again in " + retryAfter.toSeconds() + " s.";
        }
    }

    /** Nobody can be served right now, because the database is away. */
    record Unavailable(Duration retryAfter) implements Problem {
        @Override
        public String code() {
            return "UNAVAILABLE";
        }

        @Override
        public String message() {
            return "The server is not ready; try again in " + retryAfter.toSeconds() + " s.";
        }
    }
}
