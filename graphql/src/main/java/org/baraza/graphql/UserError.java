// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a mutation did not do what was asked.
 *
 * @param field path of the input field at fault; null when no single field is
 */
record UserError(String code, String message, @Nullable List<String> field) {

    /** What a caller can do something about; empty for troubles of the server. */
    static List<UserError> of(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid ->
                invalid.errors().stream()
                        .map(error -> new UserError(error.code(), error.message(), path(error.field())))
                        .toList();
            case Problem.NotFound missing -> List.of(plain(missing));
            case Problem.Forbidden forbidden -> List.of(plain(forbidden));
            case Problem.Barred barred -> List.of();
            case Problem.Conflict conflict -> List.of(plain(conflict));
            case Problem.TooMany many -> List.of();
            case Problem.Unavailable away -> List.of();
        };
    }

    private static UserError plain(Problem problem) {
        return new UserError(problem.code(), problem.message(), null);
    }

    private static List<String> path(String field) {
        return Stream.concat(Stream.of("input"), Arrays.stream(field.split("\\.")))
                .toList();
    }
}
