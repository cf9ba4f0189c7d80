// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Server;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.enterprise.Providers;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Invitations;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in with the identity provider of an organisation, against one that speaks the protocol. */
final class SignOnTest extends Clinic {

    @Test
    void sheIsLedToHerProviderAndComesBackSignedIn() {
        assertThat(way("Boss@Clinic.example").path("path").asString()).isEqualTo("/sso/clinic/oidc/login/");
        HttpResponse<String> begun = begin();
        Map<String, String> asked =
                OrganisationProvider.pairs(URI.create(header(begun, "Location")).getRawQuery());
        assertThat(asked)
                .containsEntry("client_id", OrganisationProvider.CLIENT)
                .containsEntry("login_hint", "boss@clinic.example")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce");
        HttpResponse<String> back = come();
        assertThat(header(back, "Location")).isEqualTo("/app/signin?next=%2Fp%2Fhome");
        JsonNode profile = json(profile(cookie(back, "BARAZA_SESSION")));
        assertThat(profile.path("username").asString()).isEqualTo("boss@clinic.example");
        assertThat(profile.path("provider").asString()).isEqualTo("Clinic sign-on");
        assertThat(profile.path("signOutPath").asString()).isEqualTo("/sso/clinic/oidc/logout/");
    }

    @Test
    void herPasswordOpensNoSessionAnyMoreAndItsKeysStillWork() {
        HttpResponse<String> refused = byPassword("boss@clinic.example");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("code").asString()).isEqualTo("SSO_REQUIRED");
        WebUser boss = server.bean(WebUsers.class).actor("boss@clinic.example").orElseThrow();
        String key = server.bean(ApiKeys.class)
                .create(boss, new ApiKeyWish("nightly", Optional.empty(), Optional.empty()))
                .secret();
        assertThat(client.get("/api/identity/v1/", "Authorization", "ApiKey boss@clinic.example:" + key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsExemptOrRunsTheServerKeepsHerPassword() {
        person("spare@clinic.example");
        server.bean(Providers.class)
                .update(
                        account,
                        provider.providerId(),
                        wish(Enforcement.GLOBAL, List.of(), List.of("spare@clinic.example")));
        assertThat(way("spare@clinic.example").has("path")).isFalse();
        assertThat(byPassword("spare@clinic.example").statusCode()).isEqualTo(200);
        assertThat(byPassword(Server.ADMIN).statusCode()).isEqualTo(200);
        server.bean(WebUsers.class).create(new NewWebUser("root@clinic.example", Server.PASSWORD, "", "", true));
        assertThat(way("root@clinic.example").has("path")).isFalse();
        says("root@clinic.example", true);
        refused(come(), "OPERATORS_BY_PASSWORD");
    }

    @Test
    void inTestModeOnlyTestersAreLedThere() {
        person("tester@clinic.example");
        server.bean(Providers.class)
                .update(
                        account,
                        provider.providerId(),
                        wish(Enforcement.TEST, List.of("Tester@clinic.example"), List.of()));
        assertThat(way("tester@clinic.example").has("path")).isTrue();
        assertThat(way("boss@clinic.example").has("path")).isFalse();
        assertThat(byPassword("boss@clinic.example").statusCode()).isEqualTo(200);
        refused(come(), "PROVIDER_OFF");
    }

    @Test
    void whatIsSignedForOthersOrForAnotherTimeIsNotBelieved() {
        organisation.twist = claims -> claims.claim("nonce", "another");
        refused(come(), "ANSWER_REFUSED");
        organisation.twist = claims -> claims.issuer("https://elsewhere.example");
        refused(come(), "ANSWER_REFUSED");
        organisation.twist = claims -> claims.audience("another-client");
        refused(come(), "ANSWER_REFUSED");
        organisation.twist = claims -> claims.expirationTime(
                        Date.from(Instant.now().minusSeconds(600)))
                .issueTime(Date.from(Instant.now().minusSeconds(900)));
        refused(come(), "ANSWER_REFUSED");
        organisation.twist = claims -> claims;
        organisation.signsWithAnotherKey = true;
        refused(come(), "ANSWER_REFUSED");
    }

    @Test
    void anAnswerCountsOnceInTheBrowserThatAskedWithItsState() {
        HttpResponse<String> begun = begin();
        String back = path(organisation.agree(header(begun, "Location")));
        String asked = "BARAZA_SIGN_ON=" + cookie(begun, "BARAZA_SIGN_ON");
        refused(client.get(back), "ANSWER_REFUSED");
        refused(client.get(back + "x", "Cookie", asked), "ANSWER_REFUSED");
        refused(client.get(back.replace("/sso/clinic/", "/sso/other/"), "Cookie", asked), "ANSWER_REFUSED");
        assertThat(cookie(client.get(back, "Cookie", asked), "BARAZA_SESSION")).isNotEmpty();
        refused(client.get(back, "Cookie", asked), "ANSWER_REFUSED");
        refused(
                client.get(
                        "/sso/clinic/oidc/auth/?error=access_denied&state="
                                + OrganisationProvider.pairs(URI.create(header(begun, "Location"))
                                                .getRawQuery())
                                        .get("state"),
                        "Cookie",
                        asked),
                "ACCESS_DENIED");
    }

    @Test
    void anAddressThatIsNotKnownToBeHersOrNotTheProvidersOpensNothing() {
        says("boss@clinic.example", false);
        refused(come(), "EMAIL_UNVERIFIED");
        says("owner@neighbour.example", true);
        refused(come(), "EMAIL_ELSEWHERE");
        says("", true);
        refused(come(), "EMAIL_UNVERIFIED");
    }

    @Test
    void whoIsNewGetsAnAccountOnlyIfAProjectInvitedHer() {
        says("new@clinic.example", true);
        refused(come(), "NOT_INVITED");
        assertThat(server.bean(WebUsers.class).exists("new@clinic.example")).isFalse();
        ProjectScope.run(
                home.project(),
                () -> server.bean(Invitations.class)
                        .invite(home, new InvitationWish("new@clinic.example", "Read Only")));
        String session = session();
        assertThat(json(profile(session)).path("firstName").asString()).isEqualTo("Asha");
        assertThat(client.get("/api/v1/projects/home", "Cookie", "BARAZA_SESSION=" + session)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClosedAccountStaysClosed() {
        person("gone@clinic.example");
        var profile = server.bean(WebUsers.class)
                .profile(server.bean(WebUsers.class)
                        .actor("gone@clinic.example")
                        .orElseThrow()
                        .userId())
                .orElseThrow();
        server.bean(WebUsers.class).setActive(profile, false);
        says("gone@clinic.example", true);
        refused(come(), "ACCOUNT_CLOSED");
    }
}
