// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.vault.Vault;
import org.baraza.world.WorldLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What partners and their programs rely on when they talk to the data APIs. */
@ExtendWith(WholeServer.class)
final class RestVectorsOverHttpTest {
    private static final String SEED = "seed.json";

    private static String base;
    private static WorldLoader loader;

    @BeforeAll
    static void open(Server whole) {
        base = "http://localhost:" + whole.client().port();
        ConnectionSettings database = whole.bean(ConnectionSettings.class);
        loader = new WorldLoader(database.url(), database.owner(), Optional.of(whole.bean(Vault.class)));
    }

    static Stream<String> vectors() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:vectors/rest/*.json");
        assertThat(files).hasSize(32);
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .map(String::valueOf)
                .filter(name -> !name.equals(SEED))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theServerAnswersAsTheVectorSays(String file) throws IOException, InterruptedException {
        String seed = read(SEED);
        loader.load(seed);
        JsonNode world = JsonMapper.shared().readTree(seed);
        new RestPlayer(base, world).play(JsonMapper.shared().readTree(read(file)));
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource("vectors/rest/" + file).getContentAsString(StandardCharsets.UTF_8);
    }
}
