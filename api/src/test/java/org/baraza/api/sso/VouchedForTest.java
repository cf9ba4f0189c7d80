// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.api.testing.Server;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.AccountEvent;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.TrustedProviders;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Invitations;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.identity.WebUsers;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.NewProject;
import org.junit.jupiter.api.Test;

/** What those may do whom an organisation vouches for, where, and for how long. */
final class VouchedForTest extends Clinic {
    private static final Arrival HERE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    @Test
    void aProjectOutsideOfTheAccountLetsHerInOnceItTrustsTheProvider() {
        invited("guest@clinic.example", home);
        says("guest@clinic.example", true);
        String session = session();
        ProjectScope.run(
                outside.project(),
                () -> server.bean(Invitations.class)
                        .invite(outside, new InvitationWish("other@clinic.example", "Read Only")));
        says("other@clinic.example", true);
        String outsider = session();
        String cookie = "BARAZA_SESSION=" + outsider;
        HttpResponse<String> wall = client.get("/api/v1/projects/outside", "Cookie", cookie);
        assertThat(wall.statusCode()).isEqualTo(403);
        assertThat(json(wall).path("code").asString()).isEqualTo("PROVIDER_UNTRUSTED");
        assertThat(client.get("/a/outside/api/case/v2/", "Cookie", cookie).body())
                .contains("does not trust");
        assertThat(client.get("/api/v1/projects/home", "Cookie", "BARAZA_SESSION=" + session)
                        .statusCode())
                .as("a project of the account itself")
                .isEqualTo(200);
        TrustedProviders trusted = server.bean(TrustedProviders.class);
        trusted.trust(outside, "clinic");
        assertThat(client.get("/api/v1/projects/outside", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        trusted.distrust(outside, "clinic");
        assertThat(client.get("/api/v1/projects/outside", "Cookie", cookie).statusCode())
                .isEqualTo(403);
    }

    @Test
    void membersOfTheSourceActInProjectsThatInheritFromIt() {
        WebUser member = person("member@elsewhere.example");
        server.bean(ProjectCreation.class).create(operator, NewProject.named("heir"));
        ProjectAccess source = server.project("source", operator);
        invite(source, member);
        AccountAccess operating = server.bean(Enterprises.class)
                .enter(operator, HERE, account.accountId())
                .orElseThrow();
        server.bean(Enterprises.class).addProject(operating, HERE, "heir");
        server.bean(Enterprises.class).addProject(operating, HERE, "source");
        assertThat(server.bean(Access.class).to(member, "heir")).isEmpty();
        server.bean(Enterprises.class).setInheritance(operating, Optional.of("source"), List.of("heir"));
        assertThat(server.bean(Access.class).to(member, "heir"))
                .hasValueSatisfying(access -> assertThat(access.roleName()).isEqualTo("Read Only"));
        assertThat(client.get("/api/v1/projects", "Authorization", basic("member@elsewhere.example", Server.PASSWORD))
                        .body())
                .contains("\"heir\"");
        server.bean(Enterprises.class).setInheritance(operating, Optional.empty(), List.of());
        assertThat(server.bean(Access.class).to(member, "heir")).isEmpty();
    }

    @Test
    void whatHappenedStandsInTheBooks() {
        session();
        says("boss@clinic.example", false);
        come();
        var events = server.bean(Enterprises.class)
                .events(account, PageRequest.first(100))
                .items();
        assertThat(events)
                .extracting(AccountEvent::action)
                .contains(
                        "enterprise.created",
                        "provider.created",
                        "email_domain.proved",
                        "provider.turned_on",
                        "sign_in.succeeded",
                        "sign_in.refused");
    }

    @Test
    void anotherAccountsAdministratorSeesNothingOfTheProvider() {
        WebUser neighbour =
                server.bean(WebUsers.class).actor("owner@neighbour.example").orElseThrow();
        Enterprises enterprises = server.bean(Enterprises.class);
        assertThat(enterprises.enter(neighbour, HERE, account.accountId())).isEmpty();
        UUID ownId = enterprises.of(neighbour, HERE).getFirst().accountId();
        AccountAccess own = enterprises.enter(neighbour, HERE, ownId).orElseThrow();
        Arrival vouchedFor = new Arrival("", Arrival.Proof.SESSION, "", Optional.of(provider.providerId()));
        assertThat(enterprises.enter(neighbour, vouchedFor, ownId))
                .as("a provider of another account opens nothing")
                .isEmpty();
        assertThat(enterprises.of(neighbour, vouchedFor)).isEmpty();
        assertThat(enterprises.enter(account.actor(), vouchedFor, account.accountId()))
                .as("nor is its own account closed to it")
                .isPresent();
        assertThat(server.bean(Providers.class).of(own)).isEmpty();
        assertThat(server.bean(EmailDomains.class).of(own)).isEmpty();
        assertThatThrownBy(() -> server.bean(Providers.class).setActive(own, provider.providerId(), false))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> server.bean(Providers.class).test(own, provider.providerId()))
                .hasMessage("NOT_FOUND");
    }

    @Test
    void signingOutEndsBothSessions() {
        String session = session();
        HttpResponse<String> out = client.get("/sso/clinic/oidc/logout/", "Cookie", "BARAZA_SESSION=" + session);
        assertThat(header(out, "Location"))
                .startsWith(organisation.issuer() + "/end?client_id=baraza-client&post_logout_redirect_uri=")
                .contains("signin");
        assertThat(profile(session).statusCode()).isEqualTo(401);
    }

    @Test
    void turnedOffItEndsItsSessionsAndLeadsNobodyAnywhere() {
        String session = session();
        server.bean(Providers.class).setActive(account, provider.providerId(), false);
        assertThat(profile(session).statusCode()).isEqualTo(401);
        assertThat(way("boss@clinic.example").has("path")).isFalse();
        refused(client.get("/sso/clinic/oidc/login/"), "PROVIDER_UNREACHABLE");
    }

    private void invite(ProjectAccess project, WebUser member) {
        invited(member.username(), project);
        server.bean(Invitations.class).acceptVouched(member, (tx, onBehalf, userId, invitation) -> {});
    }
}
