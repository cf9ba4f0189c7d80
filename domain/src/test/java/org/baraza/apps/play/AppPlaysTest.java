// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.baraza.apps.AppVectors;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every play of the vectors, as far as it needs no form runtime: which commands and lists a user meets on her way, what
 * lists and questions offer, and where she is when the form is done.
 */
final class AppPlaysTest {

    static Stream<Arguments> plays() {
        return AppVectors.NAMES.stream().flatMap(name -> {
            Build build = built(name);
            return StreamSupport.stream(AppVectors.facts(name).path("plays").spliterator(), false)
                    .map(play -> Arguments.of(name, play.path("name").asString(), build, play));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plays")
    void thePlayGoesAsTheEngineWent(String app, String name, Build build, JsonNode play) {
        World world = new World();
        PlayedSuite suite = new PlayedSuite(build);
        PlayedSession session = new PlayedSession(suite, world);
        play.path("path").forEach(step -> session.take(step.asString()));

        play.path("lists").properties().forEach(list -> lists(session, list.getKey(), list.getValue()));
        if (play.has("menu")) {
            assertThat(suite.shown(session.command(), world)).containsExactlyElementsOf(texts(play.path("menu")));
            return;
        }
        FilledForm form = new FilledForm(build, xmlns(suite, session), answers(play), world);
        play.path("choices")
                .properties()
                .forEach(choice ->
                        assertThat(form.choices(choice.getKey())).containsExactlyElementsOf(texts(choice.getValue())));
        Optional<String> made = applied(session, form, world);
        then(play, session, made);
    }

    private static void lists(PlayedSession session, String variable, JsonNode expected) {
        List<List<String>> rows = session.lists().getOrDefault(variable, List.of());
        assertThat(rows).hasSize(expected.size());
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = texts(expected.path(i));
            List<String> row = new ArrayList<>(rows.get(i));
            for (int j = 0; j < cells.size(); j++) {
                if (cells.get(j).equals("*")) {
                    row.set(j, "*");
                }
            }
            assertThat(row).isEqualTo(cells);
        }
    }

    private static String xmlns(PlayedSuite suite, PlayedSession session) {
        return suite.entry(session.command()).child("form").orElseThrow().text();
    }

    private static Map<String, String> answers(JsonNode play) {
        Map<String, String> answers = new LinkedHashMap<>();
        play.path("answers")
                .properties()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().asString()));
        return answers;
    }

    /** The new case, if the form makes one, which is there before the next screen is looked for. */
    private static Optional<String> applied(PlayedSession session, FilledForm form, World world) {
        Optional<Map.Entry<String, String>> variable = session.variables().entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith("case_id_new_") && one.getKey().endsWith("_0"))
                .findFirst();
        boolean makes = form.has("/data/case/create") && form.isRelevant("/data/case");
        if (variable.isEmpty() || !makes) {
            return Optional.empty();
        }
        String type = variable.get().getKey().replaceAll("^case_id_new_|_0$", "");
        world.addCase(variable.get().getValue(), type, "new");
        return Optional.of(variable.get().getValue());
    }

    private static void then(JsonNode play, PlayedSession session, Optional<String> made) {
        List<List<String>> frames = session.leave();
        JsonNode expected = play.path("then");
        if (expected.isString()) {
            assertThat(expected.asString()).isEqualTo("root");
            assertThat(frames).containsExactly(List.of());
            return;
        }
        List<String> steps = texts(expected).stream()
                .map(step -> made.map(id -> step.replace("<new>", id)).orElse(step))
                .toList();
        if (steps.isEmpty()) {
            assertThat(frames).isEmpty();
        } else {
            assertThat(frames).containsExactly(steps);
        }
        if (play.has("then_needs")) {
            assertThat(session.neededIn(steps)).contains(play.path("then_needs").asString());
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static Build built(String name) {
        AppImport.Imported imported = AppVectors.imported(name);
        App app = App.of(imported.document());
        try {
            return Compiler.compile(
                    app,
                    FormSources.of(imported.sources()),
                    BuildContext.first("https://hq.example", "demo", "app1", "build1", 7, app.engine()));
        } catch (CannotBuild refused) {
            throw new AssertionError(refused);
        }
    }
}
