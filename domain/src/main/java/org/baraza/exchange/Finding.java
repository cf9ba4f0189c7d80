// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.forms.Forms;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.EntryRules;
import org.baraza.identity.Memberships;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.places.Locations;

/** Finds what an id means in any project of a web user: a form, a case or a location that she may see. */
public final class Finding {
    private final Memberships memberships;
    private final Access access;
    private final EntryRules rules;
    private final Forms forms;
    private final Cases cases;
    private final Locations locations;

    public Finding(
            Memberships memberships, Access access, EntryRules rules, Forms forms, Cases cases, Locations locations) {
        this.memberships = memberships;
        this.access = access;
        this.rules = rules;
        this.forms = forms;
        this.cases = cases;
        this.locations = locations;
    }

    /**
     * What was found.
     *
     * @param member as whom it was found
     * @param name of a case or a location; empty for forms
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
        LOCATION
    }

    /** In the project of hers that comes first by name and lets her in as she is; empty when she may see nothing of that id. */
    public Optional<Found> find(WebUser who, Arrival arrival, String id) {
        return memberships.of(who).stream()
                .flatMap(member -> access.to(who, member.projectName()).stream())
                .filter(project -> rules.refusal(project, arrival).isEmpty())
                .flatMap(project -> ProjectScope.in(project.project(), () -> in(project, id)).stream())
                .findFirst();
    }

    private Optional<Found> in(ProjectAccess who, String id) {
        boolean seesData = who.may(Permission.VIEW_REPORTS) || who.may(Permission.EDIT_DATA);
        Optional<Found> data = seesData ? form(who, id).or(() -> oneCase(who, id)) : Optional.empty();
        boolean seesPlaces = who.may(Permission.VIEW_LOCATIONS) || who.may(Permission.EDIT_LOCATIONS);
        return data.isEmpty() && seesPlaces ? location(who, id) : data;
    }

    private Optional<Found> form(ProjectAccess who, String id) {
        return forms.get(who, id).map(_ -> new Found(Kind.FORM, who, id, "", false));
    }

    private Optional<Found> oneCase(ProjectAccess who, String id) {
        Optional<CaseState> found = cases.get(who, id);
        return found.map(state -> new Found(Kind.CASE, who, id, state.name(), state.deleted()));
    }

    private Optional<Found> location(ProjectAccess who, String id) {
        return locations.find(who, id).map(place -> new Found(Kind.LOCATION, who, id, place.name(), false));
    }
}
