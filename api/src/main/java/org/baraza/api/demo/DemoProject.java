// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.api.demo.DemoProgramme.Sent;
import org.baraza.api.demo.DemoProgramme.Worker;
import org.baraza.api.wiring.BarazaSettings;
import org.baraza.api.wiring.NewAccounts;
import org.baraza.forms.FormIntake;
import org.baraza.forms.Submission;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.NewProject;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.springframework.stereotype.Component;

/** Fills a fresh server with a programme to look at; a server that has the project already is left alone. */
@Component
public final class DemoProject {
    private static final String NAME = "demo";

    private record Person(String username, String firstName, String lastName, String phone) {}

    private static final List<Person> WORKERS = List.of(
            new Person("amina", "Amina", "Wanjiru", "+254700000001"),
            new Person("joseph", "Joseph", "Ochieng", "+254700000002"));

    private final Projects projects;
    private final ProjectCreation creation;
    private final Access access;
    private final MobileWorkers workers;
    private final FormIntake intake;
    private final NewAccounts accounts;
    private final BarazaSettings settings;
    private final Clock clock;

    DemoProject(
            Projects projects,
            ProjectCreation creation,
            Access access,
            MobileWorkers workers,
            FormIntake intake,
            NewAccounts accounts,
            BarazaSettings settings,
            Clock clock) {
        this.projects = projects;
        this.creation = creation;
        this.access = access;
        this.workers = workers;
        this.intake = intake;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes it for the administrator, unless it is there. */
    public void ensure(Actor.WebUser admin) {
        if (projects.byNameEvenClosed(NAME).isPresent()) {
            return;
        }
        Project project = creation.create(admin, new NewProject(NAME, "Demo: community health", "Africa/Nairobi"));
        ProjectAccess member = access.to(admin, project).orElseThrow();
        ProjectScope.run(project.id(), () -> fill(member));
    }

    private void fill(ProjectAccess member) {
        List<Worker> hired = new ArrayList<>();
        for (Person person : WORKERS) {
            String password = accounts.passwordFor(
                    "worker", person.username(), settings.demoProject().password());
            MobileWorker worker = workers.create(
                    member,
                    new NewMobileWorker(
                            person.username(),
                            password,
                            person.firstName(),
                            person.lastName(),
                            "",
                            "en",
                            List.of(person.phone()),
                            Map.of("programme", "community-health")));
            hired.add(new Worker(worker.userId(), worker.username()));
        }
        Instant now = clock.instant();
        for (Sent form : DemoProgramme.forms(hired, now)) {
            intake.receive(new Submission(form.xml(), form.at(), envelope(), List.of()));
        }
    }

    private static Envelope envelope() {
        return new Envelope("/a/" + NAME + "/receiver/", null, null, "3.0", null, null, null, null);
    }
}
