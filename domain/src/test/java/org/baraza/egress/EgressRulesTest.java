// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EgressRulesTest {
    private final EgressRules usual = EgressRules.of(List.of());

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1"
            })
    void whatIsNotOnThePublicInternetIsNotReached(String literal) {
        assertThat(usual.permits("provider.example", address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"})
    void whatIsPublicIs(String literal) {
        assertThat(usual.permits("provider.example", address(literal))).isTrue();
    }

    @Test
    void theOperatorAllowsHostsAndBlocks() {
        EgressRules rules = EgressRules.of(List.of(" Login.Clinic.Internal ", "10.7.0.0/16", ""));
        assertThat(rules.permits("login.clinic.internal", address("10.1.2.3"))).isTrue();
        assertThat(rules.permits("other.example", address("10.7.2.3"))).isTrue();
        assertThat(rules.permits("other.example", address("10.8.2.3"))).isFalse();
    }

    @Test
    void aNameThatAlsoPointsInsideIsNoNameOfAPlaceOutside() throws UnknownHostException {
        InetAddress[] both = {address("93.184.215.14"), address("10.1.2.3")};
        EgressRules rules = EgressRules.of(List.of(), host -> both);
        assertThat(rules.mayBeReached("http://both.example/")).isFalse();
        assertThatThrownBy(() -> rules.resolved("both.example")).isInstanceOf(UnknownHostException.class);
        EgressRules allowing = EgressRules.of(List.of("10.0.0.0/8"), host -> both);
        assertThat(allowing.mayBeReached("http://both.example:22/")).isTrue();
        assertThat(allowing.resolved("both.example")).containsExactly(both[1]);
    }

    @ParameterizedTest
    @MethodSource("org.baraza.testing.InsideUrls#all")
    void noSpellingOfAPlaceInsideMayBeReached(String url) {
        assertThat(usual.mayBeReached(url)).isFalse();
    }

    @Test
    void aNameThatPointsInsideIsAsGoodAsUnknown() {
        PublicNames names = new PublicNames(usual);
        for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
            assertThatThrownBy(() -> names.resolve(host)).as(host).isInstanceOf(UnknownHostException.class);
        }
        assertThatThrownBy(() -> new PublicNames(EgressRules.of(List.of("elsewhere"))).resolve("localhost"))
                .isInstanceOf(UnknownHostException.class);
    }
}
