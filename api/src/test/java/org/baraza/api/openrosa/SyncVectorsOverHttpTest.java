// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server must answer to phones that sync, played over HTTP as phones and administrators see it. */
@ExtendWith(WholeServer.class)
final class SyncVectorsOverHttpTest {
    private static Server server;

    @BeforeAll
    static void open(Server whole) {
        server = whole;
    }

    static Stream<String> vectors() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:vectors/sync/*.json");
        assertThat(files).hasSizeGreaterThanOrEqualTo(24);
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .map(String::valueOf)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void phonesAreToldWhatTheVectorSays(String file) throws IOException {
        JsonNode vector = JsonMapper.shared()
                .readTree(new ClassPathResource("vectors/sync/" + file).getContentAsString(StandardCharsets.UTF_8));
        var cast = new SyncVectorCast(Place.of(server, file.replace(".json", "")), vector);
        var player = new SyncVectorPlayer(cast);
        int number = 0;
        for (JsonNode step : vector.path("steps")) {
            player.play(step, "step " + number++);
        }
    }
}
