// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Does what a mutation asks and tells in the payload what came of it. */
final class Attempt {
    private Attempt() {}

    /** As {@link #at}, for a deed in a project that the caller is let into first. */
    static <T, P> P in(
            Entrance entrance,
            String project,
            Function<ProjectAccess, T> deed,
            BiFunction<@Nullable T, List<UserError>, P> payload) {
        return at(
                () -> {
                    ProjectAccess access = entrance.enter(project);
                    return InProject.scoped(access, () -> deed.apply(access));
                },
                payload);
    }

    /**
     * The payload of a deed, or of its refusal.
     *
     * @param payload made of what was done, null when it was not, and of the errors
     */
    static <T, P> P at(Supplier<T> deed, BiFunction<@Nullable T, List<UserError>, P> payload) {
        try {
            return payload.apply(deed.get(), List.of());
        } catch (Refused refused) {
            List<UserError> errors = UserError.of(refused.problem());
            if (errors.isEmpty()) {
                throw refused;
            }
            return payload.apply(null, errors);
        }
    }
}
