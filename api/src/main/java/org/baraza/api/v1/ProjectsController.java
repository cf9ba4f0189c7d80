// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.EntryRules;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.openapi.ProjectsApi;
import org.baraza.openapi.model.NewProject;
import org.baraza.openapi.model.Project;
import org.baraza.openapi.model.ProjectChange;
import org.baraza.openapi.model.ProjectPage;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.ProjectQuery;
import org.baraza.tenancy.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Project spaces. */
@RestController
final class ProjectsController implements ProjectsApi {
    private static final String LIST = "projects";

    private final Asking asking;
    private final Access access;
    private final Projects projects;
    private final ProjectCreation creation;
    private final EntryRules rules;

    ProjectsController(Asking asking, Access access, Projects projects, ProjectCreation creation, EntryRules rules) {
        this.rules = rules;
        this.asking = asking;
        this.access = access;
        this.projects = projects;
        this.creation = creation;
    }

    @Override
    public ResponseEntity<ProjectPage> listProjects(@Nullable String after, Integer limit, @Nullable String search) {
        WebUser user = asking.user();
        PageRequest page = Wanted.page(after, limit);
        String behind =
                page.after().isEmpty() ? "" : Cursor.read(page.after(), LIST, 1).text(0);
        ProjectQuery query = new ProjectQuery(search == null ? "" : search, behind, page.first(), false);
        Page<org.baraza.tenancy.Project> found = user.onlyProject()
                .map(only -> projects.ofMember(user.userId(), only, query))
                .orElseGet(() -> projects.ofMember(user.userId(), query));
        List<Project> entered = found.items().stream()
                .flatMap(project -> access
                        .to(user, project)
                        .filter(as -> rules.refusal(as, asking.arrival()).isEmpty())
                        .map(as -> model(as, project))
                        .stream())
                .toList();
        @Nullable String next = Wanted.next(found, project -> Cursor.of(LIST, project.name()));
        return Paged.answer(new ProjectPage(entered).next(next), next);
    }

    @Override
    public ResponseEntity<Project> createProject(NewProject wanted, @Nullable String idempotencyKey) {
        var made = creation.create(
                asking.user(),
                new org.baraza.tenancy.NewProject(
                        Wanted.required("name", wanted.getName()),
                        text(wanted.getDisplayName()),
                        text(wanted.getTimeZone())));
        ProjectAccess as = access.to(asking.user(), made).orElseThrow();
        Project project = model(as, made);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + made.name()))
                .eTag(Etag.of(project))
                .body(project);
    }

    @Override
    public ResponseEntity<Project> readProject(String project, @Nullable String ifNoneMatch) {
        ProjectAccess as = asking.access();
        return Etag.answer(model(as, present(as)), ifNoneMatch);
    }

    @Override
    public ResponseEntity<Project> changeProject(
            String project, ProjectChange change, @Nullable String ifMatch, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        var known = present(as);
        var after = creation.change(as, before -> {
            Etag.require(ifMatch, model(as, known, before));
            return new org.baraza.tenancy.NewProject(
                    before.name(),
                    change.getDisplayName() == null ? before.displayName() : change.getDisplayName(),
                    change.getTimeZone() == null ? before.timeZone() : change.getTimeZone());
        });
        return Etag.answer(model(as, after));
    }

    private org.baraza.tenancy.Project present(ProjectAccess as) {
        return projects.byId(as.project()).orElseThrow(() -> new Refused(new Problem.NotFound("project")));
    }

    /** As it is at the moment of the change, of which name, id and birth never change. */
    private static Project model(
            ProjectAccess as, org.baraza.tenancy.Project known, org.baraza.tenancy.NewProject before) {
        return model(
                as,
                new org.baraza.tenancy.Project(
                        known.id(),
                        known.name(),
                        before.displayName(),
                        ZoneId.of(before.timeZone()),
                        known.createdAt(),
                        known.switches()));
    }

    private static Project model(ProjectAccess as, org.baraza.tenancy.Project project) {
        return new Project()
                .id(project.id().value())
                .name(project.name())
                .displayName(project.displayName())
                .timeZone(project.timeZone().getId())
                .createdAt(project.createdAt().atOffset(ZoneOffset.UTC))
                .myRole(as.roleName())
                .myPermissions(as.permissions().stream()
                        .map(Permission::wireName)
                        .sorted()
                        .toList());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
