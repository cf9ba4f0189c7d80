// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What requests prove themselves with, against what the standards print. */
final class ProofsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void aDeliveryIsSignedAsStandardWebhooksWantsIt() {
        Map<String, String> headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(UTF_8),
                List.of(SECRET));
        assertThat(headers.get("webhook-signature")).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(headers.get("webhook-timestamp")).isEqualTo("1614265330");
    }

    @Test
    void bothSecretsSignWhileOneIsReplaced() {
        String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(Signature.headers("id", Instant.EPOCH, new byte[0], List.of(SECRET, other))
                        .get("webhook-signature"))
                .matches("v1,\\S{44} v1,\\S{44}");
    }

    /** RFC 7616, section 3.9.1. */
    @Test
    void aChallengeIsAnsweredAsTheStandardPrintsIt() {
        String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        assertThat(challenge("MD5")
                        .answer("GET", "http://www.example.org/dir/index.html", "Mufasa", "Circle of Life", cnonce))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"", "uri=\"/dir/index.html\"", "nc=00000001");
        assertThat(challenge("SHA-256")
                        .answer("GET", "http://www.example.org/dir/index.html", "Mufasa", "Circle of Life", cnonce))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    private static DigestChallenge challenge(String algorithm) {
        return DigestChallenge.of(
                        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm
                                + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
                .orElseThrow();
    }

    @Test
    void whatIsNotUnderstoodIsNotAnswered() {
        assertThat(DigestChallenge.of("Basic realm=\"x\"")).isEmpty();
        assertThat(DigestChallenge.of("Digest realm=\"x\", nonce=\"n\", algorithm=SHA-512-256"))
                .isEmpty();
        assertThat(DigestChallenge.of("Digest realm=\"x\", nonce=\"n\", qop=\"auth-int\""))
                .isEmpty();
    }

    @Test
    void theFirstChallengeThatIsUnderstoodIsAnswered() {
        String offered = "Basic realm=\"of old, Digest realm=x, nonce=y\", Digest realm=\"new\", nonce=\"n\","
                + " algorithm=SHA-512-256, Digest realm=\"known\", nonce=\"m\", algorithm=SHA-256, Bearer realm=\"z\"";
        assertThat(DigestChallenge.first(offered).orElseThrow().answer("GET", "http://example.org/", "a", "b"))
                .contains("realm=\"known\"", "nonce=\"m\"", "algorithm=SHA-256");
        assertThat(DigestChallenge.first("Basic realm=\"x\"")).isEmpty();
    }

    @Test
    void aChallengeOfAnyLengthIsRead() {
        String realm = "\\\"a".repeat(200_000);
        assertThat(DigestChallenge.first("Digest realm=\"" + realm + "\", nonce=\"n\""))
                .isPresent();
    }

    /** RFC 5849, section 3.4.1: the text that is signed, written out. */
    @Test
    void aClientSignsMethodAddressAndParameters() throws GeneralSecurityException {
        String header = OauthSignature.header(
                "POST",
                "http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=",
                "9djdj82h48djs9d2",
                "j49sk3j29djd",
                "7d8f3e4a",
                137131201);
        String text = "POST&http%3A%2F%2Fexample.com%2Frequest&a3%3Da%26b5%3D%253D%25253D%26c%2540%3D"
                + "%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1"
                + "%26oauth_timestamp%3D137131201%26oauth_version%3D1.0";
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("j49sk3j29djd&".getBytes(UTF_8), "HmacSHA1"));
        String code = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        assertThat(header)
                .startsWith("OAuth oauth_consumer_key=\"9djdj82h48djs9d2\"")
                .contains("oauth_signature=\""
                        + code.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D") + "\"");
    }
}
