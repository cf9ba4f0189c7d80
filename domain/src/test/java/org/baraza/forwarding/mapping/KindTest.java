// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What phones say, as what it is to be. */
final class KindTest {
    private static MappedValue property(String kind) {
        return Config.read("{\"v\": {\"property\": \"it\", \"as\": \"" + kind + "\"}}", config -> config.value("v"));
    }

    private static ObjectNode saying(String text) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.putObject("properties").put("it", text);
        return document;
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 1e99999999",
        "integer, 1e-99999999",
        "number, 1e99999999",
        "number, 1e-2147483647",
        "point, 1e99999999 2",
        "point, 1 1e99999999",
        "integer, 1.5",
        "integer, 11111111111111111111111111111111111111111"
    })
    void numbersThatAreLargerThanAnythingMeantAreRefusedAtOnce(String kind, String text) {
        assertThat(Duration.ofSeconds(5))
                .isGreaterThan(took(() -> assertThatThrownBy(() ->
                                property(kind).of(saying(text)).orElseThrow().toString())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot be read as " + kind)));
    }

    private static Duration took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void numbersAsPeopleWriteThemAreRead() {
        assertThat(property("integer").of(saying("3.0")))
                .contains(JsonNodeFactory.instance.numberNode(new BigInteger("3")));
        assertThat(property("integer").of(saying("1e3")).orElseThrow().toString())
                .isEqualTo("1000");
        assertThat(property("number").of(saying(" -10.25 ")).orElseThrow().toString())
                .isEqualTo("-10.25");
        assertThat(property("point")
                        .of(saying("-1.31 36.78 0 5"))
                        .orElseThrow()
                        .at("/coordinates")
                        .toString())
                .isEqualTo("[36.78,-1.31]");
    }
}
