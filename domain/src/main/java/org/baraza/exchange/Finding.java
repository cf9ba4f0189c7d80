// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.EntryRules;
import org.baraza.identity.Memberships;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;

/** Finds what an id means in any project of a web user, of what she may see there. */
public final class Finding {
    private final Memberships memberships;
    private final Access access;
    private final EntryRules rules;
    private final Meanings meanings;

    public Finding(Memberships memberships, Access access, EntryRules rules, Meanings meanings) {
        this.memberships = memberships;
        this.access = access;
        this.rules = rules;
        this.meanings = meanings;
    }

    /**
     * What was found.
     *
     * @param member as whom it was found
     * @param name empty for forms
     */
    public record Found(Kind kind, ProjectAccess member, String id, String name, boolean deleted) {
        public String projectName() {
            return member.projectName();
        }
    }

    /** What an id can mean. */
    public enum Kind {
        FORM,
        CASE,
        LOCATION,
        GROUP,
        MOBILE_WORKER,
        WEB_USER,
        APP
    }

    /** In the project of hers that comes first by name and lets her in as she is; empty when she may see nothing of that id. */
    public Optional<Found> find(WebUser who, Arrival arrival, String id) {
        return memberships.of(who).stream()
                .flatMap(member -> access.to(who, member.projectName()).stream())
                .filter(project -> rules.refusal(project, arrival).isEmpty())
                .flatMap(project -> ProjectScope.in(project.project(), () -> meanings.of(project, id)).stream())
                .findFirst();
    }
}
