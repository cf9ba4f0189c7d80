// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailDomainsTest {
    private final World world = new World();
    private final EmailDomains domains = world.node.emailDomains;
    private WebUser operator;
    private AccountAccess account;
    private AccountAccess other;
    private IdentityProvider provider;

    @BeforeEach
    void twoAccountsWithProviders() {
        operator = world.webUser("operator@example.org");
        account = account("Clinics");
        other = account("Others");
        provider = provider(account, "clinic");
        provider(other, "other");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AccountAccess account(String name) {
        var made = world.node.enterprises.create(operator, name, operator.username());
        return world.node
                .enterprises
                .enter(operator, new Arrival("", Arrival.Proof.SESSION), made.accountId())
                .orElseThrow();
    }

    private IdentityProvider provider(AccountAccess who, String slug) {
        IdentityProvider made = world.node.providers.create(who, wish(slug, "https://id.clinic.example"));
        return world.node.providers.setActive(who, made.providerId(), true);
    }

    private static ProviderWish wish(String slug, String issuer) {
        return new ProviderWish("Sign-on", slug, issuer, "client", "secret", Enforcement.GLOBAL, List.of(), List.of());
    }

    @Test
    void aDomainLeadsToItsProviderOnceItSaidSoItself() {
        EmailDomain claimed = domains.add(account, provider.providerId(), " Clinic.Example ");
        assertThat(claimed.domain()).isEqualTo("clinic.example");
        assertThat(world.node.signOn.way("a@clinic.example")).isInstanceOf(Way.Password.class);
        assertThatThrownBy(() -> domains.prove(account, "clinic.example")).hasMessage("DOMAIN_UNPROVED");
        world.node.dns.put("clinic.example", List.of("v=spf1 -all", EmailDomains.RECORD + claimed.challenge()));
        EmailDomain proved = domains.prove(account, "clinic.example");
        assertThat(proved.provedBy()).contains("dns");
        assertThat(world.node.signOn.way("A@Clinic.example")).isEqualTo(new Way.Provider("clinic", "Sign-on"));
        assertThat(world.node.signOn.way("a@sub.clinic.example")).isInstanceOf(Way.Password.class);
        domains.remove(account, "clinic.example");
        assertThat(world.node.signOn.way("a@clinic.example")).isInstanceOf(Way.Password.class);
    }

    @Test
    void twoMayClaimADomainAndOneProvesIt() {
        EmailDomain claimed = domains.add(account, provider.providerId(), "clinic.example");
        domains.add(other, world.node.providers.of(other).getFirst().providerId(), "clinic.example");
        world.node.dns.put("clinic.example", List.of(EmailDomains.RECORD + claimed.challenge()));
        assertThatThrownBy(() -> domains.prove(other, "clinic.example")).hasMessage("DOMAIN_UNPROVED");
        domains.prove(account, "clinic.example");
        assertThatThrownBy(() -> domains.approve(operator, other.accountId(), "clinic.example"))
                .hasMessage("DOMAIN_ELSEWHERE");
        assertThatThrownBy(() -> domains.add(account, provider.providerId(), "clinic.example"))
                .hasMessage("DOMAIN_TAKEN");
        assertThatThrownBy(() -> domains.add(other, provider.providerId(), "elsewhere.example"))
                .as("the provider of another account")
                .hasMessage("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clinic", "-a.example", "a b.example", "a@b.example", "x..example", "10.0.0.1"})
    void whatIsNoDomainIsRefused(String text) {
        assertThatThrownBy(() -> domains.add(account, provider.providerId(), text))
                .hasMessage("DOMAIN_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id.clinic.example",
                "http://id.clinic.example",
                "https://u:p@id.clinic.example",
                "https://id.clinic.example/?a=b",
                "https://id.clinic.example/#a",
                "ftp://id.clinic.example"
            })
    void anIssuerIsAnHttpsAddressAndNothingElse(String issuer) {
        assertThatThrownBy(() -> world.node.providers.create(account, wish("new", issuer)))
                .hasMessage("ISSUER_INVALID");
    }

    @Test
    void aProviderKeepsItsSlugAndItsSecret() {
        assertThatThrownBy(() -> world.node.providers.create(other, wish("clinic", "https://x.example")))
                .hasMessage("SLUG_TAKEN");
        assertThat(world.node.providers.secret(provider)).isEqualTo("secret");
        IdentityProvider changed = world.node.providers.update(
                account,
                provider.providerId(),
                new ProviderWish(
                        "New",
                        "",
                        "https://x.example",
                        "client",
                        "",
                        Enforcement.TEST,
                        List.of("A@x.example"),
                        List.of()));
        assertThat(changed.slug()).isEqualTo("clinic");
        assertThat(changed.testers()).containsExactly("a@x.example");
        assertThat(world.node.providers.secret(changed)).isEqualTo("secret");
        world.node.faults.put("clinic", "It is away.");
        assertThat(world.node.providers.test(account, provider.providerId())).contains("It is away.");
    }

    @Test
    void aLongTextComesInPieces() {
        assertThat(ResolvedTexts.joined("\"baraza-domain-\" \"verification=x\""))
                .isEqualTo("baraza-domain-verification=x");
        assertThat(ResolvedTexts.joined("plain")).isEqualTo("plain");
    }
}
