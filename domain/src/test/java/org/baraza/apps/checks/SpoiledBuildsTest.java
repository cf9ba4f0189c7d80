// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.TestApps;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What phones would stumble over in the files of a build is found there, even if nothing in the app itself looks wrong. */
final class SpoiledBuildsTest {
    private final TestApps apps = Fault.good();

    @Test
    void nothingIsFoundInTheBuildOfAGoodApp() throws CannotBuild {
        assertThat(problems(apps.app(), build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suite.xml               | <detail id="m0_case_short" | <detail id="gone"       | missing detail
            suite.xml               | <command id="m0-f0"/>      | <command id="m0-f9"/>   | missing menu
            suite.xml               | <instance id="casedb"      | <instance id="other"    | undeclared instance
            suite.xml               | @status='open'             | @status=                | error
            modules-0/forms-0.xml   | nodeset="/data/name"       | nodeset="/data/na me"   | error
            modules-0/forms-0.xml   | nodeset="/data/name"       | relevant="nothing(1)" nodeset="/data/name" | error
            """)
    void whatIsSpoiledIsFound(String file, String whole, String spoiled, String type) throws CannotBuild {
        Build build = build();
        SortedMap<String, byte[]> files = new TreeMap<>(build.files());
        String text = new String(build.file(file).orElseThrow(), UTF_8);
        assertThat(text).contains(whole);
        files.put(file, text.replace(whole, spoiled).getBytes(UTF_8));

        assertThat(problems(apps.app(), new Build(files, build.versions(), build.media())))
                .extracting(Problem::type)
                .contains(type);
    }

    @Test
    void twoFormsOfOneIdAreFound() throws CannotBuild {
        Build build = build();
        SortedMap<String, byte[]> files = new TreeMap<>(build.files());
        String suite = new String(build.file("suite.xml").orElseThrow(), UTF_8);
        String form = suite.substring(suite.indexOf("<xform>"), suite.indexOf("</xform>") + "</xform>".length());
        files.put("suite.xml", suite.replace(form, form + form).getBytes(UTF_8));

        assertThat(problems(apps.app(), new Build(files, build.versions(), build.media())))
                .extracting(Problem::type)
                .contains("duplicate form id");
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
