// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baraza.apps.rollout.Release;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.baraza.identity.OpenProjects;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/** What somebody can install on her phone, in whichever project she is let into: the release of each app that is meant for her. */
public final class InstallableApps {
    private final Transactions transactions;
    private final ReleaseChoice choice;
    private final OpenProjects projects;
    private final AppStore apps = new AppStore();

    public InstallableApps(Transactions transactions, ReleaseChoice choice, OpenProjects projects) {
        this.transactions = transactions;
        this.choice = choice;
        this.projects = projects;
    }

    /** @param project its name */
    public record Installable(String project, String name, Release release) {}

    /** By project and by name; apps of which nothing was released are none. */
    public List<Installable> of(Actor who, Arrival arrival) {
        Asker asker = Asker.signedIn(who.userId(), "", "");
        return projects.onPhone(who, arrival).stream()
                .flatMap(open -> ProjectScope.in(open.project(), () -> in(open.projectName(), asker)))
                .toList();
    }

    private Stream<Installable> in(String project, Asker asker) {
        List<AppSummary> all = transactions.read(apps::summaries);
        Map<String, Release> releases =
                choice.releasesFor(all.stream().map(AppSummary::appId).toList(), asker);
        return all.stream()
                .flatMap(app -> Stream.ofNullable(releases.get(app.appId()))
                        .map(release -> new Installable(project, app.name(), release)));
    }
}
