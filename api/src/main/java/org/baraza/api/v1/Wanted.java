// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what requests say. */
final class Wanted {
    private static final int MOST = 100;

    private Wanted() {}

    static PageRequest page(@Nullable String after, Integer limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refused(Problem.Invalid.field("limit", "OUT_OF_RANGE", "limit is from 1 to " + MOST + "."));
        }
        return new PageRequest(limit, after == null ? "" : after, false);
    }

    /** For whoever wants to go on: the cursor of the last item; null where there is nothing behind it. */
    static <T> @Nullable String next(Page<T> page, Function<T, String> cursor) {
        return page.more() ? cursor.apply(page.items().getLast()) : null;
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.Invalid.field(field, "REQUIRED", field + " is required."));
        }
        return value;
    }

    /** What is left out is as it was, or as is usual. */
    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Refuses lists in which something is null. */
    static <T> List<T> all(String field, List<T> values) {
        values.forEach(value -> required(field, value));
        return values;
    }

    static @Nullable OffsetDateTime orNull(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    static Optional<Instant> moment(@Nullable OffsetDateTime wanted) {
        return Optional.ofNullable(wanted).map(OffsetDateTime::toInstant);
    }

    /** What is no id at all is an id of nothing. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}
