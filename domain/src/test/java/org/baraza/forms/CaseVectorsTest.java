// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.baraza.xml.FormJson;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server must do with forms, played against the intake itself; over HTTP they are played in the application. */
class CaseVectorsTest {
    private static IntakeFixture fixture;

    @BeforeAll
    static void open() {
        fixture = IntakeFixture.open();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    static Stream<Path> vectors() throws IOException {
        return Files.list(Path.of("src/test/resources/vectors/cases")).sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void formsAndCasesEndUpAsTheVectorSays(Path file) throws Exception {
        String text =
                Files.readString(file).replace("{{user.amina}}", "u-amina").replace("{{user.brian}}", "u-brian");
        JsonNode vector = JsonMapper.shared().readTree(text);
        World world = fixture.world();
        int step = 0;
        for (JsonNode form : vector.path("forms")) {
            JsonNode status = vector.path("expect").path("http").get(step++);
            switch (form.path("op").asString("submit")) {
                case "archive" -> world.archive(form.path("form").asString());
                case "unarchive" -> world.unarchive(form.path("form").asString());
                default -> {
                    Receipt receipt = world.submit(form.path("xml").asString());
                    assertThat(status(receipt)).as(receipt.toString()).isEqualTo(expected(vector, status));
                }
            }
            check(world, form.path("after"));
        }
        check(world, vector.path("expect"));
    }

    /** As the receiver answers with OpenRosa 3.0; without it, refused content is 201 too. */
    private static int status(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted _, Receipt.AlreadyReceived _, Receipt.DeviceReport _ -> 201;
            case Receipt.ContentRefused _, Receipt.Unreadable _ -> 422;
        };
    }

    private static int expected(JsonNode vector, JsonNode status) {
        boolean version3 = vector.path("openrosa_version").asString("3.0").equals("3.0");
        assertThat(version3 || status.asInt() == 201).isTrue();
        return status.asInt();
    }

    private static void check(World world, JsonNode expect) throws Exception {
        for (var form : expect.path("forms").properties()) {
            checkForm(world, form.getKey(), form.getValue());
        }
        if (expect.has("form_counts")) {
            Map<String, Integer> counts = new TreeMap<>();
            expect.path("form_counts")
                    .properties()
                    .forEach(
                            count -> counts.put(count.getKey(), count.getValue().asInt()));
            assertThat(world.formCounts()).isEqualTo(counts);
        }
        for (var expected : expect.path("cases").properties()) {
            checkCase(world, expected.getKey(), expected.getValue());
        }
        for (JsonNode absent : expect.path("absent_cases")) {
            assertThat(world.caseState(absent.asString()).filter(state -> !state.deleted()))
                    .isEmpty();
        }
    }

    private static void checkForm(World world, String formId, JsonNode expected) throws XmlRejected {
        var form = world.form(formId).orElseThrow();
        if (expected.has("state")) {
            assertThat(form.state().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(expected.path("state").asString());
        }
        if (expected.has("xmlns")) {
            assertThat(form.xmlns()).isEqualTo(expected.path("xmlns").asString());
        }
        if (expected.has("user_id")) {
            assertThat(form.userId()).isEqualTo(expected.path("user_id").asString());
        }
        if (expected.has("edited")) {
            assertThat(form.edited()).isEqualTo(expected.path("edited").asBoolean());
        }
        if (expected.has("json")) {
            JsonNode json = FormJson.of(XmlReader.read(form.xml().getBytes(StandardCharsets.UTF_8), XmlLimits.FORM));
            expected.path("json").properties().forEach(key -> assertSubset(json.path(key.getKey()), key.getValue()));
        }
    }

    private static void assertSubset(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(key -> assertSubset(actual.path(key.getKey()), key.getValue()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void checkCase(World world, String caseId, JsonNode expected) {
        var state = world.caseState(caseId).orElseThrow();
        expected.properties().forEach(field -> {
            @Nullable
            Object actual = switch (field.getKey()) {
                case "type" -> state.type();
                case "name" -> state.name();
                case "owner" -> state.ownerId();
                case "external_id" -> state.externalId();
                case "closed" -> String.valueOf(state.closed());
                case "opened_on" -> time(state.openedOn());
                case "opened_by" -> state.openedBy();
                case "modified_on" -> time(state.modifiedOn());
                case "modified_by" -> state.modifiedBy();
                case "closed_on" -> time(state.closedOn());
                case "closed_by" -> state.closedBy();
                case "properties" -> new TreeMap<>(state.properties()).toString();
                case "indices" ->
                    new TreeSet<>(state.liveIndices().stream()
                                    .map(index -> index.identifier() + " " + index.caseType() + " "
                                            + index.targetId() + " "
                                            + index.relationship().wireName())
                                    .toList())
                            .toString();
                default -> throw new IllegalArgumentException(field.getKey());
            };
            assertThat(actual).as(caseId + " " + field.getKey()).isEqualTo(text(field.getKey(), field.getValue()));
        });
    }

    private static @Nullable Object text(String key, JsonNode value) {
        return switch (key) {
            case "properties" -> {
                Map<String, String> map = new TreeMap<>();
                value.properties()
                        .forEach(entry ->
                                map.put(entry.getKey(), entry.getValue().asString()));
                yield map.toString();
            }
            case "indices" -> {
                var set = new TreeSet<String>();
                value.forEach(index -> set.add(index.path("identifier").asString() + " "
                        + index.path("case_type").asString() + " "
                        + index.path("case_id").asString() + " "
                        + index.path("relationship").asString()));
                yield set.toString();
            }
            default -> value.isNull() ? null : value.asString();
        };
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }
}
