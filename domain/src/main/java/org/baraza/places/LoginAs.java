// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Who may see a phone as somebody else sees it, and work in her name (device protocol: login-as).
 *
 * <p>A web user needs {@code login_as_all_users}, or {@code limited_login_as} for workers whose user data {@code login_as_user}
 * is her address, or {@code default} if she may be the default user too. A mobile worker needs {@code edit_commcare_users}, and
 * is let in as mobile workers only. Who does not reach all locations reaches those who work in hers or below.
 */
public final class LoginAs {
    private static final String ALLOWED_USER = "login_as_user";
    private static final String ANYBODY = "default";

    private final Transactions transactions;
    private final UserDirectory directory;
    private final OwnershipStore store = new OwnershipStore();

    public LoginAs(Transactions transactions, UserDirectory directory) {
        this.transactions = transactions;
        this.directory = directory;
    }

    /** What comes of the wish. */
    public sealed interface Answer {
        record Granted(Person person) implements Answer {}

        /** @param reason for people */
        record Denied(String reason) implements Answer {}

        /** The person is kept out herself. */
        record Deactivated() implements Answer {}
    }

    /**
     * Whether somebody may act as another person of the project in scope.
     *
     * @param login a worker's name, with or without the project, or a web user's address
     */
    public Answer as(ProjectAccess caller, String login) {
        return directory
                .named(caller, login)
                .map(person -> as(caller, person))
                .orElseGet(() -> new Answer.Denied("There is no such user in this project."));
    }

    private Answer as(ProjectAccess caller, Person person) {
        boolean herself = person.userId().equals(caller.actor().userId());
        if (!herself && !mayBe(caller, person)) {
            return new Answer.Denied(
                    caller.actor() instanceof Actor.MobileWorker
                            ? "You may not restore as another user: you do not have permission to edit mobile workers."
                            : "You do not have permission to log in as this user.");
        }
        if (!herself && !reaches(caller, person)) {
            return new Answer.Denied("This user is not in your locations.");
        }
        return person instanceof MobileWorker worker && !worker.active()
                ? new Answer.Deactivated()
                : new Answer.Granted(person);
    }

    private static boolean mayBe(ProjectAccess caller, Person person) {
        if (caller.actor() instanceof Actor.MobileWorker) {
            return person instanceof MobileWorker && caller.may(Permission.EDIT_COMMCARE_USERS);
        }
        return caller.may(Permission.LOGIN_AS_ALL_USERS)
                || (caller.may(Permission.LIMITED_LOGIN_AS)
                        && person instanceof MobileWorker worker
                        && allows(worker, caller));
    }

    private static boolean allows(MobileWorker worker, ProjectAccess caller) {
        String allowed = worker.userData().getOrDefault(ALLOWED_USER, "").strip();
        return allowed.equalsIgnoreCase(caller.actor().username())
                || (allowed.equalsIgnoreCase(ANYBODY) && caller.may(Permission.ACCESS_DEFAULT_LOGIN_AS_USER));
    }

    private boolean reaches(ProjectAccess caller, Person person) {
        return caller.may(Permission.ACCESS_ALL_LOCATIONS)
                || transactions.read(
                        tx -> store.isWithin(tx, person.userId(), caller.actor().userId()));
    }
}
