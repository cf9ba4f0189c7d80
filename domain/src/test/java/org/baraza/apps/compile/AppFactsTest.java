// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.baraza.apps.AppFacts;
import org.baraza.apps.AppVectors;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every fact of the vectors about the files of a version. */
final class AppFactsTest {
    private static final Map<String, BuiltFiles> BUILT = new ConcurrentHashMap<>();

    static Stream<Arguments> facts() {
        return AppVectors.NAMES.stream()
                .flatMap(name -> StreamSupport.stream(
                                AppVectors.facts(name).path("facts").spliterator(), false)
                        .map(fact -> Arguments.of(name, fact)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("facts")
    void theFactHolds(String name, JsonNode fact) {
        BuiltFiles files = BUILT.computeIfAbsent(name, AppFactsTest::built);
        AppFacts.check(fact, files, AppFactsTest::filled);
    }

    private static BuiltFiles built(String name) {
        AppImport.Imported imported = AppVectors.imported(name);
        App app = App.of(imported.document());
        try {
            return new BuiltFiles(Compiler.compile(
                    app,
                    FormSources.of(imported.sources()),
                    BuildContext.first("https://hq.example", "demo", "app1", "build1", 7, app.engine())));
        } catch (CannotBuild refused) {
            throw new AssertionError(refused);
        }
    }

    private static String filled(String text) {
        return text.replace("{{base}}", "https://hq.example")
                .replace("{{domain}}", "demo")
                .replace("{{app}}", "app1")
                .replace("{{build}}", "build1")
                .replace("{{version}}", "7")
                .replace("{{major}}", "2")
                .replace("{{minor}}", "53")
                .replace("{{minimal}}", "0");
    }
}
