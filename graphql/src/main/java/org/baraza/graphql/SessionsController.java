// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.OwnSession;
import org.baraza.identity.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where the caller is signed in. */
@Controller
final class SessionsController {
    private final Entrance entrance;
    private final Sessions sessions;

    SessionsController(Entrance entrance, Sessions sessions) {
        this.entrance = entrance;
        this.sessions = sessions;
    }

    /** A session that is to end. */
    record EndedSession(String sessionId) {}

    /** What came of it. */
    record EndSessionPayload(int ended, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Me", field = "sessions")
    List<OwnSession> sessions(MeNode me) {
        return sessions.of(entrance.person(), entrance.arrival());
    }

    @MutationMapping
    EndSessionPayload endSession(@Argument EndedSession input) {
        return ended(
                who -> sessions.end(who, id(input.sessionId), entrance.arrival().address()));
    }

    @MutationMapping
    EndSessionPayload endOtherSessions() {
        return ended(who -> sessions.endOthers(who, entrance.arrival()));
    }

    private EndSessionPayload ended(ToIntFunction<WebUser> deed) {
        WebUser who = entrance.person();
        return Attempt.at(
                () -> deed.applyAsInt(who),
                (@Nullable Integer ended, List<UserError> errors) ->
                        new EndSessionPayload(ended == null ? 0 : ended, errors));
    }

    /** What is no id at all is an id of nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}
