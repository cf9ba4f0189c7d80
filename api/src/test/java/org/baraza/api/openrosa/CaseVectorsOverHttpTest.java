// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.OpenRosa;
import org.baraza.api.testing.Phone;
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

/** What a server must do with forms, played over HTTP as a phone and an administrator see it. */
@ExtendWith(WholeServer.class)
final class CaseVectorsOverHttpTest {
    private static final Pattern USER = Pattern.compile("\\{\\{user\\.([a-z]+)}}");

    private static Server server;

    @BeforeAll
    static void open(Server whole) {
        server = whole;
    }

    static Stream<String> vectors() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:vectors/cases/*.json");
        assertThat(files).hasSizeGreaterThan(40);
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .map(String::valueOf)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void formsAndCasesEndUpAsTheVectorSays(String file) throws IOException {
        String raw = new ClassPathResource("vectors/cases/" + file).getContentAsString(StandardCharsets.UTF_8);
        Place place = Place.of(server, file.replace(".json", ""));
        JsonNode vector = JsonMapper.shared().readTree(withUsers(place, raw));
        var expected = new VectorExpectations(place);
        List<Integer> http = new ArrayList<>();
        for (JsonNode step : vector.path("forms")) {
            if (step.has("op")) {
                ReceiverActions.act(
                        place, step.path("op").asString(), step.path("form").asString());
                http.add(0);
            } else {
                HttpResponse<String> answer = submit(place.phone("amina"), vector, step);
                http.add(answer.statusCode());
                JsonNode nature = vector.at("/expect/natures/" + (http.size() - 1));
                if (nature.isString()) {
                    assertThat(OpenRosa.of(answer).nature()).isEqualTo(nature.asString());
                }
            }
            expected.check(step.path("after"));
        }
        assertThat(http)
                .isEqualTo(vector.at("/expect/http")
                        .valueStream()
                        .map(status -> status.asInt(0))
                        .toList());
        expected.check(vector.path("expect"));
    }

    private static String withUsers(Place place, String raw) {
        Map<String, String> ids = new HashMap<>(Map.of("amina", place.worker("amina")));
        return USER.matcher(raw).replaceAll(user -> ids.computeIfAbsent(user.group(1), place::worker));
    }

    private static HttpResponse<String> submit(Phone phone, JsonNode vector, JsonNode step) {
        JsonNode version = vector.path("openrosa_version");
        String[] headers =
                version.isNull() ? new String[0] : new String[] {"X-OpenRosa-Version", version.asString("3.0")};
        byte[] body = Multipart.of(step.path("xml").asString()).bytes();
        return phone.post("receiver/", Multipart.TYPE, body, headers);
    }
}
