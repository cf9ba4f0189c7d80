// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.apps.AppVectors;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.questions.Question;
import org.baraza.apps.questions.Questions;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form that we make is also read by JavaRosa, another engine of the same family. It knows neither the case database
 * nor some functions, so it reads and does not fill.
 */
final class SecondOpinionTest {

    @BeforeAll
    static void prepare() {
        new XFormsModule().registerModule();
    }

    static Stream<Arguments> forms() {
        return AppVectors.NAMES.stream().flatMap(name -> {
            AppImport.Imported imported = AppVectors.imported(name);
            App app = App.of(imported.document());
            Build build = built(app, imported);
            return build.files().entrySet().stream()
                    .filter(file -> file.getKey().startsWith("modules-"))
                    .map(file ->
                            Arguments.of(name, file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("forms")
    void anotherEngineReadsTheFormAndAsksTheSameQuestions(String app, String path, String form) throws Exception {
        FormDef read = new XFormParser(new StringReader(inItsDialect(form))).parse();

        List<String> asked = Questions.of(form).stream()
                .filter(question -> !question.isHidden() && !question.isGroup())
                .map(Question::path)
                .toList();
        assertThat(paths(read).filter(question -> !question.isBlank())).containsExactlyElementsOf(asked);
        assertThat(read.getMainInstance().getRoot().getAttributeValue(null, "version"))
                .isEqualTo("7");
    }

    @Test
    void theOtherEngineWouldRefuseCirclesToo() {
        String form = """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>x</h:title>
                  <model><instance><data xmlns="urn:x"><a/><b/></data></instance>
                  <bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" calculate="/data/a"/></model></h:head>
                  <h:body><input ref="/data/a"/></h:body></h:html>
                """;

        assertThatThrownBy(() -> new XFormParser(new StringReader(form)).parse())
                .hasMessageContaining("ycle");
    }

    /** It wants the rows of tables in the form, and knows no sensor of places. */
    private static String inItsDialect(String form) {
        return form.replaceAll(
                        "<instance [^>]*id=\"item-list:(\\w+)\"[^>]*/>",
                        "<instance id=\"item-list:$1\"><$1_list xmlns=\"\"><$1><code/><name/><kind/><parent/>"
                                + "<due_days/></$1></$1_list></instance>")
                .replaceAll("<orx:pollsensor [^>]*/>", "");
    }

    private static Stream<String> paths(IFormElement element) {
        Stream<String> own = element instanceof QuestionDef question
                ? Stream.of(question.getBind().getReference().toString().replaceAll("\\[[^]]*]", ""))
                : Stream.of();
        boolean holds = element instanceof FormDef || element instanceof GroupDef;
        return holds ? element.getChildren().stream().flatMap(SecondOpinionTest::paths) : own;
    }

    private static Build built(App app, AppImport.Imported imported) {
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
