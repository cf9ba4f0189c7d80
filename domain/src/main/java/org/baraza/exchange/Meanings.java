// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.apps.Apps;
import org.baraza.cases.Cases;
import org.baraza.exchange.Finding.Found;
import org.baraza.exchange.Finding.Kind;
import org.baraza.forms.Forms;
import org.baraza.identity.Members;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Groups;
import org.baraza.places.Locations;

/** What an id means in one project: the first thing of that id that somebody may see. */
public final class Meanings {
    private final Forms forms;
    private final Cases cases;
    private final Locations locations;
    private final Groups groups;
    private final MobileWorkers workers;
    private final Members members;
    private final Apps apps;

    public Meanings(
            Forms forms,
            Cases cases,
            Locations locations,
            Groups groups,
            MobileWorkers workers,
            Members members,
            Apps apps) {
        this.forms = forms;
        this.cases = cases;
        this.locations = locations;
        this.groups = groups;
        this.workers = workers;
        this.members = members;
        this.apps = apps;
    }

    Optional<Found> of(ProjectAccess who, String id) {
        return data(who, id)
                .or(() -> location(who, id))
                .or(() -> group(who, id))
                .or(() -> worker(who, id))
                .or(() -> webUser(who, id))
                .or(() -> app(who, id));
    }

    private Optional<Found> data(ProjectAccess who, String id) {
        if (!mayAny(who, Permission.VIEW_REPORTS, Permission.EDIT_DATA)) {
            return Optional.empty();
        }
        return forms.get(who, id)
                .map(_ -> new Found(Kind.FORM, who, id, "", false))
                .or(() ->
                        cases.get(who, id).map(state -> new Found(Kind.CASE, who, id, state.name(), state.deleted())));
    }

    private Optional<Found> location(ProjectAccess who, String id) {
        return mayAny(who, Permission.VIEW_LOCATIONS, Permission.EDIT_LOCATIONS)
                ? locations.find(who, id).map(place -> new Found(Kind.LOCATION, who, id, place.name(), false))
                : Optional.empty();
    }

    private Optional<Found> group(ProjectAccess who, String id) {
        return mayAny(who, Permission.VIEW_GROUPS, Permission.EDIT_GROUPS)
                ? groups.find(who, id).map(group -> new Found(Kind.GROUP, who, id, group.name(), false))
                : Optional.empty();
    }

    private Optional<Found> worker(ProjectAccess who, String id) {
        return mayAny(who, Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS)
                ? workers.find(who, id)
                        .map(worker -> new Found(Kind.MOBILE_WORKER, who, id, worker.username(), worker.retired()))
                : Optional.empty();
    }

    private Optional<Found> webUser(ProjectAccess who, String id) {
        return mayAny(who, Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS)
                ? members.find(who, id)
                        .map(member -> new Found(
                                Kind.WEB_USER, who, id, member.person().username(), false))
                : Optional.empty();
    }

    private Optional<Found> app(ProjectAccess who, String id) {
        return mayAny(who, Permission.VIEW_APPS, Permission.EDIT_APPS)
                ? apps.find(who, id).map(app -> new Found(Kind.APP, who, id, app.name(), app.deleted()))
                : Optional.empty();
    }

    private static boolean mayAny(ProjectAccess who, Permission one, Permission other) {
        return who.may(one) || who.may(other);
    }
}
