// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.time.Clock;
import java.util.Map;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.TwoFactor;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.Authenticator;

/** Web users of a tenant besides its owner, and their roles. */
final class TenantMembers {
    private final Server server;
    private final Place place;
    private final WebUser person;
    private final String memberId;

    TenantMembers(Server server, Place place, String email) {
        this.server = server;
        this.place = place;
        WebUser member = server.webUser(email);
        WebUser owner =
                server.bean(WebUsers.class).actor(place.name() + "@example.org").orElseThrow();
        ProjectAccess access = server.bean(Access.class).to(owner, place.name()).orElseThrow();
        ProjectScope.run(access.project(), () -> server.bean(Members.class).put(access, email, "Read Only"));
        person = member;
        memberId = member.userId();
    }

    String memberWithPhone() {
        TwoFactor twoFactor = server.bean(TwoFactor.class);
        if (!twoFactor.isOn(memberId)) {
            Authenticator.turnedOn(twoFactor, person, Clock.systemUTC());
        }
        return memberId;
    }

    String member() {
        return memberId;
    }

    /** Another one each time, because she goes. */
    String newMember() {
        WebUser member = server.webUser(Tenant.noId() + "@example.org");
        WebUser owner =
                server.bean(WebUsers.class).actor(place.name() + "@example.org").orElseThrow();
        ProjectAccess access = server.bean(Access.class).to(owner, place.name()).orElseThrow();
        ProjectScope.run(
                access.project(), () -> server.bean(Members.class).put(access, member.username(), "Read Only"));
        return member.userId();
    }

    String workerWithMail(boolean choosesPassword) {
        String made = place.graphQl()
                .ask("""
                        mutation($project: String!, $name: String!, $chooses: Boolean!) {
                          createMobileWorker(input: {project: $project, username: $name, email: "a@example.org",
                              password: "correct-horse-8", choosesPassword: $chooses}) { mobileWorker { userId } } }""", Map.of("project", place.name(), "name", Tenant.noId(), "chooses", choosesPassword))
                .at("/createMobileWorker/mobileWorker/userId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    String newInvitation() {
        String made = place.graphQl()
                .ask("""
                        mutation($project: String!, $email: String!) {
                          inviteWebUser(input: {project: $project, email: $email, role: "Read Only"}) {
                            invitation { invitationId }
                          } }""", Map.of("project", place.name(), "email", Tenant.noId() + "@example.org"))
                .at("/inviteWebUser/invitation/invitationId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    String newJoinRequest() {
        Map<String, Object> project = Map.of("project", place.name());
        place.graphQl().ask("""
                mutation($project: String!) {
                  updateProjectSecurity(input: {project: $project, joinRequestsAllowed: true}) { userErrors { code } }
                }""", project);
        WebUser stranger = server.webUser(Tenant.noId() + "@example.org");
        new GraphQl(place.client(), basic(stranger.username(), Server.PASSWORD)).ask("""
                mutation($project: String!) {
                  requestToJoin(input: {project: $project}) { userErrors { code } }
                }""", project);
        return place.read("joinRequests(first: 100) { nodes { requestId email } }")
                .at("/joinRequests/nodes")
                .valueStream()
                .filter(request -> request.path("email").asString().equals(stranger.username()))
                .findFirst()
                .orElseThrow()
                .path("requestId")
                .asString();
    }

    String newRole() {
        String made = place.graphQl()
                .ask("""
                        mutation($project: String!, $name: String!) {
                          createRole(input: {project: $project, name: $name, permissions: ["access_all_locations"]}) {
                            role { roleId }
                          } }""", Map.of("project", place.name(), "name", Tenant.noId()))
                .at("/createRole/role/roleId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }
}
