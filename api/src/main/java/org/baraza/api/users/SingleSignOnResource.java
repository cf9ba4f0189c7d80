// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.api.pages.FormBody;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.api.problems.ProblemJson;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.Credentials;
import org.baraza.identity.EntryRules;
import org.baraza.identity.Member;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.SignIn;
import org.baraza.identity.SignInResult;
import org.baraza.identity.UserDirectory;
import org.baraza.identity.WebMember;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets another program ask whether a name and a password belong together, and whose they are. What it shows stands in a
 * form in the body; wrong guesses lock the account as they do at any door.
 */
@RestController
final class SingleSignOnResource {
    private final Projects projects;
    private final SignIn signIn;
    private final Access access;
    private final EntryRules rules;
    private final UserDirectory directory;
    private final Belongings belongings;

    SingleSignOnResource(
            Projects projects,
            SignIn signIn,
            Access access,
            EntryRules rules,
            UserDirectory directory,
            Belongings belongings) {
        this.projects = projects;
        this.signIn = signIn;
        this.access = access;
        this.rules = rules;
        this.directory = directory;
        this.belongings = belongings;
    }

    @PostMapping({
        "/a/{domain}/api/v0.4/sso",
        "/a/{domain}/api/v0.4/sso/",
        "/a/{domain}/api/v0.5/sso",
        "/a/{domain}/api/v0.5/sso/",
        "/a/{domain}/api/sso/v1",
        "/a/{domain}/api/sso/v1/"
    })
    void signIn(@PathVariable String domain, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormBody form = FormBody.read(request);
        Optional<String> missing = Stream.of("username", "password")
                .filter(name -> form.text(name).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            Answer.text(HttpStatus.BAD_REQUEST, "Missing required parameter: " + missing.get())
                    .send(response);
            return;
        }
        Project project = projects.byName(domain).orElseThrow();
        Optional<Problem.Barred> barred = rules.refusal(project.id(), request.getRemoteAddr());
        if (barred.isPresent()) {
            // Before the password is looked at: nobody guesses from where nobody is let in.
            HqJson.error(HttpStatus.FORBIDDEN, barred.get().message()).send(response);
            return;
        }
        Credentials shown = new Credentials(
                form.text("username").orElseThrow(), form.text("password").orElseThrow());
        switch (signIn.at(project, shown, request.getRemoteAddr())) {
            case SignInResult.SignedIn(var actor) -> told(project, actor).send(response);
            case SignInResult.LockedOut(var retryAfter) ->
                HqJson.error(HttpStatus.FORBIDDEN, "maximum password attempts exceeded")
                        .with("Retry-After", Long.toString(ProblemJson.seconds(retryAfter)))
                        .send(response);
            case SignInResult.WrongCredentials _, SignInResult.Deactivated _, SignInResult.Deleted _ ->
                notLetIn().send(response);
        }
    }

    /** Who is no member here is told no more than who knows no password. */
    private Answer told(Project project, Actor actor) {
        return access.to(actor, project)
                .map(member -> Answer.json(HttpStatus.OK, json(member)))
                .orElseGet(SingleSignOnResource::notLetIn);
    }

    private static Answer notLetIn() {
        return HqJson.error(HttpStatus.FORBIDDEN, "The username or the password is not right.");
    }

    private ObjectNode json(ProjectAccess who) {
        String userId = who.actor().userId();
        Person person = directory.find(who, List.of(userId)).values().stream()
                .findFirst()
                .orElseThrow();
        return switch (person) {
            case MobileWorker worker ->
                WorkerJson.withoutPlaces(worker, belongings.ownGroups(who), who.projectName(), "v0.5/user");
            case WebMember member ->
                WebUserJson.withoutPlaces(
                        new Member(member, who.roleName(), who.permissions(), true, Map.of(), ""),
                        who.projectName(),
                        "v0.5/web-user");
        };
    }
}
