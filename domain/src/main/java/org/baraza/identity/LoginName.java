// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Locale;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.tenancy.Project;

/** Whom a login names: an e-mail address is a web user, anything else a mobile worker of some project. */
sealed interface LoginName {
    /** Host of the full names of mobile workers: {@code name@project.commcarehq.org}. */
    String WORKER_HOST = ".commcarehq.org";

    int LONGEST = 254;

    /** Stands in the books where nothing was typed. */
    String NOTHING = "(nothing)";

    /** The login for the books, lower-cased and without the project. */
    String typed();

    /** A web user by her e-mail address. */
    record Web(String typed) implements LoginName {}

    /** A mobile worker of a project by her bare name. */
    record Worker(ProjectId project, String username) implements LoginName {
        @Override
        public String typed() {
            return username;
        }
    }

    /** A bare name outside any project, or a project that does not exist: nobody can be meant. */
    record Nobody(String typed) implements LoginName {}

    /** How projects are found by name. */
    @FunctionalInterface
    interface Directory {
        Optional<Project> byName(String name);
    }

    /** Reads a login outside any project. */
    static LoginName anywhere(String login, Directory projects) {
        String typed = normal(login);
        int at = typed.lastIndexOf('@');
        if (at < 0) {
            return new Nobody(typed.isEmpty() ? NOTHING : typed);
        }
        if (!typed.endsWith(WORKER_HOST)) {
            return new Web(typed);
        }
        String project = typed.substring(at + 1, typed.length() - WORKER_HOST.length());
        return projects.byName(project)
                .<LoginName>map(found -> new Worker(found.id(), typed.substring(0, at)))
                .orElseGet(() -> new Nobody(typed));
    }

    /** Reads a login at the door of a project, where a worker may leave the project out. */
    static LoginName at(Project project, String login, Directory projects) {
        String typed = normal(login);
        return typed.indexOf('@') < 0 ? new Worker(project.id(), typed) : anywhere(typed, projects);
    }

    /** NUL cannot be stored, and no login has it. */
    static String normal(String login) {
        String lower = login.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }
}
