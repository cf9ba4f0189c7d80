// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What phones would stumble over in the files of a build is found there, even if nothing in the app itself looks wrong. */
final class SpoiledBuildsTest {
    private final TestApps apps = Fault.good();

    @Test
    void nothingIsFoundInTheBuildOfAGoodApp() throws CannotBuild {
        assertThat(problems(apps.app(), build())).isEmpty();
    }

    /** What is written otherwise in a file, and what that is called. */
    record Spoiled(String file, String whole, String spoiled, String type) {}

    static Stream<Spoiled> spoiled() {
        String suite = "suite.xml";
        String form = "modules-0/forms-0.xml";
        return Stream.of(
                new Spoiled(suite, "<detail id=\"m0_case_short\"", "<detail id=\"gone\"", "missing detail"),
                new Spoiled(suite, "<command id=\"m0-f0\"/>", "<command id=\"m0-f9\"/>", "missing menu"),
                new Spoiled(suite, "<menu id=\"m0\"", "<menu root=\"m7\" id=\"m0\"", "missing menu"),
                new Spoiled(suite, "<instance id=\"casedb\"", "<instance id=\"other\"", "undeclared instance"),
                new Spoiled(suite, "<locale id=\"modules.m0\"", "<locale id=\"modules.m7\"", "missing text"),
                new Spoiled(suite, "</suite>", "<a>".repeat(300) + "</a>".repeat(300) + "</suite>", "error"),
                new Spoiled(suite, "@status='open'", "@status=", "error"),
                new Spoiled(form, "nodeset=\"/data/name\"", "nodeset=\"/data/na me\"", "error"),
                new Spoiled(form, "nodeset=\"/data/name\"", "relevant=\"nothing(1)\" nodeset=\"/data/name\"", "error"));
    }

    /** Everything that is found in any of them. */
    static Stream<Problem> found() {
        SpoiledBuildsTest test = new SpoiledBuildsTest();
        return Stream.concat(spoiled().flatMap(spoiled -> test.problems(spoiled).stream()), test.twice().stream());
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void whatIsSpoiledIsFound(Spoiled spoiled) {
        assertThat(problems(spoiled)).extracting(Problem::type).contains(spoiled.type);
    }

    private List<Problem> problems(Spoiled spoiled) {
        return problems(spoiled.file, text -> {
            assertThat(text).contains(spoiled.whole);
            return text.replace(spoiled.whole, spoiled.spoiled);
        });
    }

    private List<Problem> twice() {
        return problems("suite.xml", suite -> {
            String form = suite.substring(suite.indexOf("<xform>"), suite.indexOf("</xform>") + "</xform>".length());
            return suite.replace(form, form + form);
        });
    }

    private List<Problem> problems(String file, UnaryOperator<String> change) {
        try {
            Build build = build();
            SortedMap<String, byte[]> files = new TreeMap<>(build.files());
            String text = new String(build.file(file).orElseThrow(), UTF_8);
            files.put(file, change.apply(text).getBytes(UTF_8));
            return problems(apps.app(), new Build(files, build.versions(), build.media()));
        } catch (CannotBuild impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void twoFormsOfOneIdAreFound() {
        assertThat(twice()).extracting(Problem::type).contains("duplicate form id");
    }

    private Build build() throws CannotBuild {
        App app = apps.app();
        return Compiler.compile(
                app,
                apps.sources(),
                BuildContext.first("https://example.org", "project", "app", "build", app.version(), app.engine()));
    }

    private static List<Problem> problems(App app, Build build) {
        Problems problems = new Problems();
        BuildRules.check(app, build, problems);
        return problems.all();
    }
}
