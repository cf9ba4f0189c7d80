// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import org.baraza.cases.Cases;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.forms.Forms;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.ProjectQuery;
import org.baraza.tenancy.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Where every query begins: the caller, her projects, any object by its id. */
@Controller
final class EntryController {
    private static final String LIST = "projects";

    private final Entrance entrance;
    private final Projects projects;
    private final WebUsers webUsers;
    private final Cases cases;
    private final Forms forms;
    private final MobileWorkers workers;
    private final Locations locations;
    private final Groups groups;
    private final Jobs jobs;
    private final SavedExports exports;

    EntryController(
            Entrance entrance,
            Projects projects,
            WebUsers webUsers,
            Cases cases,
            Forms forms,
            MobileWorkers workers,
            Locations locations,
            Groups groups,
            Jobs jobs,
            SavedExports exports) {
        this.entrance = entrance;
        this.projects = projects;
        this.webUsers = webUsers;
        this.cases = cases;
        this.forms = forms;
        this.workers = workers;
        this.locations = locations;
        this.groups = groups;
        this.jobs = jobs;
        this.exports = exports;
    }

    @QueryMapping
    MeNode me() {
        WebUser actor = entrance.actor();
        return webUsers.profile(actor.userId())
                .map(profile -> new MeNode(actor, profile))
                .orElseThrow(NotSignedIn::new);
    }

    @QueryMapping
    Connection<ProjectNode> projects(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            DataFetchingFieldSelectionSet selection) {
        WebUser actor = entrance.actor();
        PageRequest page = Paging.wanted(first, after, selection);
        ProjectQuery query = new ProjectQuery(
                search == null ? "" : search, PlaceInNames.after(LIST, after), page.first(), page.counted());
        Page<Project> found = actor.onlyProject()
                .map(only -> projects.ofMember(actor.userId(), only, query))
                .orElseGet(() -> projects.ofMember(actor.userId(), query));
        List<ProjectNode> entered = found.items().stream()
                .flatMap(project -> entrance.listed(project).map(access -> new ProjectNode(access, project)).stream())
                .toList();
        return Connection.of(
                new Page<>(entered, found.more(), found.total()),
                page,
                project -> PlaceInNames.cursor(LIST, project.name()),
                project -> project);
    }

    @QueryMapping
    Optional<ProjectNode> project(@Argument String name) {
        return entrance.find(name).flatMap(this::project);
    }

    private Optional<ProjectNode> project(ProjectAccess access) {
        return projects.byName(access.projectName()).map(project -> new ProjectNode(access, project));
    }

    @QueryMapping
    Optional<Node> node(@Argument String id) {
        entrance.actor();
        return GlobalId.read(id)
                .flatMap(global -> entrance.find(global.project()).flatMap(access -> node(access, global)));
    }

    private Optional<? extends Node> node(ProjectAccess access, GlobalId id) {
        return InProject.scoped(access, () -> switch (id.kind()) {
            case PROJECT -> project(access);
            case CASE -> cases.get(access, id.id()).map(state -> new CaseNode(access, state));
            case FORM -> forms.get(access, id.id()).map(form -> new FormNode(access, form));
            case MOBILE_WORKER -> workers.find(access, id.id()).map(worker -> new WorkerNode(access, worker));
            case LOCATION -> locations.find(access, id.id()).map(location -> new LocationNode(access, location));
            case GROUP -> groups.find(access, id.id()).map(group -> new GroupNode(access, group));
            case JOB -> jobs.find(access, id.id()).map(job -> new JobNode(access, job));
            case EXPORT -> exports.find(access, id.id()).map(export -> new ExportNode(access, export));
        });
    }
}
