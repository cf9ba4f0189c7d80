// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baraza.forms.Receipt;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.sync.SyncField.Told;
import org.baraza.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server must answer to phones that sync, played against the intake and the restore themselves. Those that need
 * groups and locations are played over HTTP in the application, with all the others.
 */
class SyncVectorsTest {
    private static World world;
    private static SyncField field;

    @BeforeAll
    static void open(@TempDir Path spools) {
        world = new World();
        field = new SyncField(world, spools);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    static Stream<JsonNode> vectors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/vectors/sync"))) {
            return files
                    .sorted()
                    .map(SyncVectorsTest::read)
                    .filter(SyncVectorsTest::isAboutUsersOnly)
                    .toList()
                    .stream();
        }
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    private static boolean isAboutUsersOnly(JsonNode vector) {
        return vector.path("groups").isEmpty() && vector.path("locations").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void phonesAreToldWhatTheVectorSays(JsonNode vector) {
        var player = new Player(vector.path("name").asString());
        for (JsonNode user : vector.path("users")) {
            player.user(user.path("id").asString());
        }
        int number = 0;
        for (JsonNode step : vector.path("steps")) {
            player.play(step, "step " + number++);
        }
    }

    private static final class Player {
        private final ProjectAccess admin;
        private final Map<String, ProjectAccess> users = new HashMap<>();
        private final Map<String, String> tokens = new HashMap<>();

        Player(String name) {
            admin = world.project(name, world.webUser(name + "@example.org"));
        }

        ProjectAccess user(String name) {
            return users.computeIfAbsent(name, username -> field.worker(admin, username));
        }

        void play(JsonNode step, String which) {
            switch (step.path("do").asString()) {
                case "submit" -> submit(step, which);
                case "sync" -> sync(step, which);
                case "archive" ->
                    ProjectScope.run(
                            admin.project(),
                            () -> field.work.archive.archive(
                                    admin, step.path("form").asString()));
                case "unarchive" ->
                    ProjectScope.run(
                            admin.project(),
                            () -> field.work.archive.unarchive(
                                    admin, step.path("form").asString()));
                default -> throw new AssertionError(step);
            }
        }

        private void submit(JsonNode step, String which) {
            String xml = withIds(step.path("form").asString());
            Receipt receipt = field.work.submit(user(step.path("user").asString()), xml, token(step.path("token")));
            assertThat(receipt).as(which).isInstanceOf(Receipt.Accepted.class);
        }

        private void sync(JsonNode step, String which) {
            String state = step.path("state").asString("");
            SyncField.Answer answer = field.sync(
                    user(step.path("user").asString()),
                    step.path("device").asString(null),
                    token(step.path("since")),
                    state.isEmpty() ? null : state);
            JsonNode expect = step.path("expect");
            assertThat(answer.isPayload())
                    .as(which)
                    .isEqualTo(expect.path("http").asInt() == 200);
            if (step.has("save_as") && answer.restoreId() != null) {
                tokens.put(step.path("save_as").asString(), answer.restoreId());
            }
            if (expect.has("cases")) {
                assertThat(answer.cases()).as(which).isEqualTo(told(expect.path("cases")));
            }
        }

        private static Map<String, Told> told(JsonNode cases) {
            Map<String, Told> told = new TreeMap<>();
            cases.properties().forEach(entry -> {
                TreeSet<String> empty = new TreeSet<>();
                entry.getValue().path("empty_indices").forEach(name -> empty.add(name.asString()));
                told.put(
                        entry.getKey(),
                        new Told(
                                entry.getValue().path("create").asBoolean(),
                                entry.getValue().path("close").asBoolean(),
                                empty));
            });
            return told;
        }

        private @Nullable String token(JsonNode name) {
            return name.isString() ? tokens.getOrDefault(name.asString(), name.asString()) : null;
        }

        private String withIds(String xml) {
            String text = xml;
            for (int at = text.indexOf("{{user."); at >= 0; at = text.indexOf("{{user.")) {
                int end = text.indexOf("}}", at);
                text = text.substring(0, at)
                        + user(text.substring(at + 7, end)).actor().userId()
                        + text.substring(end + 2);
            }
            return text;
        }
    }
}
