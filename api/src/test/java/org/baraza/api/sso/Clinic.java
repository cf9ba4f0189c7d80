// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.enterprise.ProviderWish;
import org.baraza.enterprise.Providers;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Invitations;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with an enterprise account whose identity provider speaks for {@code clinic.example}, and people around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Clinic {
    private static final Arrival HERE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    final OrganisationProvider organisation = new OrganisationProvider();
    final Server server = Server.whole("--baraza.egress-allow=localhost");
    final Client client = server.client();
    WebUser operator;
    AccountAccess account;
    IdentityProvider provider;
    ProjectAccess home;
    ProjectAccess outside;

    @BeforeAll
    void anAccountWithAProvider() {
        operator = server.bean(WebUsers.class).actor(Server.ADMIN).orElseThrow();
        WebUser boss = person("boss@clinic.example");
        WebUser neighbour = server.webUser("owner@neighbour.example");
        home = server.project("home", operator);
        outside = server.project("outside", neighbour);
        var made = server.bean(Enterprises.class).create(operator, "Clinics", "boss@clinic.example");
        server.bean(Enterprises.class).create(operator, "Others", "owner@neighbour.example");
        account = server.bean(Enterprises.class)
                .enter(boss, HERE, made.accountId())
                .orElseThrow();
        provider = server.bean(Providers.class).create(account, wish(Enforcement.GLOBAL, List.of(), List.of()));
        server.bean(EmailDomains.class).add(account, provider.providerId(), "clinic.example");
        server.bean(EmailDomains.class).approve(operator, account.accountId(), "clinic.example");
        server.bean(Enterprises.class).addAdmin(account, Server.ADMIN);
        AccountAccess operating = server.bean(Enterprises.class)
                .enter(operator, HERE, made.accountId())
                .orElseThrow();
        server.bean(Enterprises.class).addProject(operating, HERE, "home");
    }

    @BeforeEach
    void allIsWell() {
        organisation.twist = claims -> claims;
        organisation.signsWithAnotherKey = false;
        says("boss@clinic.example", true);
        server.bean(Providers.class)
                .update(account, provider.providerId(), wish(Enforcement.GLOBAL, List.of(), List.of()));
        server.bean(Providers.class).setActive(account, provider.providerId(), true);
    }

    @AfterAll
    void close() {
        server.close();
        organisation.close();
    }

    ProviderWish wish(Enforcement enforcement, List<String> testers, List<String> exempt) {
        return new ProviderWish(
                "Clinic sign-on",
                "clinic",
                organisation.issuer(),
                OrganisationProvider.CLIENT,
                OrganisationProvider.SECRET,
                enforcement,
                testers,
                exempt);
    }

    WebUser person(String email) {
        var made = server.bean(WebUsers.class).create(new NewWebUser(email, Server.PASSWORD, "Asha", "Mwangi", false));
        return new WebUser(made.userId(), made.username(), false, Optional.empty());
    }

    void says(String email, boolean verified) {
        organisation.person =
                Map.of("email", email, "email_verified", verified, "given_name", "Asha", "family_name", "Mwangi");
    }

    static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    HttpResponse<String> begin() {
        HttpResponse<String> begun = client.get("/sso/clinic/oidc/login/?username=boss@clinic.example&next=/p/home");
        assertThat(begun.statusCode()).isEqualTo(302);
        return begun;
    }

    /** The whole way: to the provider, back, and what came of it. */
    HttpResponse<String> come() {
        HttpResponse<String> begun = begin();
        return client.get(
                path(organisation.agree(header(begun, "Location"))),
                "Cookie",
                "BARAZA_SIGN_ON=" + cookie(begun, "BARAZA_SIGN_ON"));
    }

    String session() {
        String session = cookie(come(), "BARAZA_SESSION");
        assertThat(session).isNotEmpty();
        return session;
    }

    HttpResponse<String> profile(String session) {
        return client.get("/session", "Cookie", "BARAZA_SESSION=" + session);
    }

    JsonNode way(String username) {
        return json(client.post("/session/way", JsonMapper.shared().writeValueAsString(Map.of("username", username))));
    }

    HttpResponse<String> byPassword(String username) {
        return client.post(
                "/session",
                JsonMapper.shared().writeValueAsString(Map.of("username", username, "password", Server.PASSWORD)));
    }

    void refused(HttpResponse<String> answer, String why) {
        assertThat(header(answer, "Location")).isEqualTo("/app/sso/refused?why=" + why);
        assertThat(cookie(answer, "BARAZA_SESSION")).isEmpty();
    }

    void invited(String email, ProjectAccess project) {
        ProjectScope.run(
                project.project(),
                () -> server.bean(Invitations.class).invite(project, new InvitationWish(email, "Read Only")));
    }
}
