// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.List;
import java.util.UUID;
import org.baraza.cases.CaseChange;
import org.baraza.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A form that the server makes, before it has a time.
 *
 * @param formId a new one; with that of an earlier form of this kind it is an edit of that form
 * @param xmlns the kind of work; lists of forms show and filter by it
 * @param title as people read it
 * @param madeBy the part of the server that made it; stands where phones put their device
 * @param user whose work it is, as the histories of the cases will say
 * @param submittedBy user id of whoever asked for it, if that is another person
 * @param syncToken the sync whose phone knows of the changes already; null when every phone must be told
 */
public record ServerForm(
        String formId,
        String xmlns,
        String title,
        String madeBy,
        User user,
        @Nullable String submittedBy,
        @Nullable String syncToken,
        List<CaseChange> cases) {
    /** Kind of work of changes that have no kind of their own. */
    public static final String CASE_CHANGES = "http://commcarehq.org/case";

    /** Whose work a form is. */
    public record User(String userId, String username) {
        /** Nobody in particular: what the server does by rules. */
        public static final User SYSTEM = new User("system", "system");

        public static User of(Actor actor) {
            return new User(actor.userId(), actor.username());
        }
    }

    /** Changes that somebody makes, under a new id. */
    public static ServerForm of(User user, String xmlns, String title, String madeBy, List<CaseChange> cases) {
        return new ServerForm(UUID.randomUUID().toString(), xmlns, title, madeBy, user, null, null, cases);
    }

    public ServerForm withId(String id) {
        return new ServerForm(id, xmlns, title, madeBy, user, submittedBy, syncToken, cases);
    }

    /** The same, asked for by another person than the one whose work it is. */
    public ServerForm askedForBy(Actor actor) {
        return new ServerForm(formId, xmlns, title, madeBy, user, actor.userId(), syncToken, cases);
    }

    /** The same, which the phone of that sync knows already. */
    public ServerForm knownToSync(@Nullable String token) {
        return new ServerForm(formId, xmlns, title, madeBy, user, submittedBy, token, cases);
    }
}
