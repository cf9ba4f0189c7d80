// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.baraza.apps.AppVectors;
import org.baraza.apps.TestApps;
import org.baraza.apps.compare.CaseUse;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Finding;
import org.baraza.xpath.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expression in the suite and the forms of the vectors' versions can be read, and what it names is there. */
final class NamesResolveTest {
    private static final XmlLimits LIMITS = XmlLimits.FORM;

    @ParameterizedTest
    @ValueSource(strings = {"01-chw", "02-household", "03-survey"})
    void everyNameInTheFilesOfAVersionLeadsSomewhere(String name) throws Exception {
        AppImport.Imported imported = AppVectors.imported(name);
        App app = App.of(imported.document());
        Build build = built(app, FormSources.of(imported.sources()));
        Map<String, List<Finding>> found = new TreeMap<>();
        int[] read = {0};

        EditableElement suite = EditableDocuments.read(build.file("suite.xml").orElseThrow(), LIMITS);
        Names inSuite = Names.UNKNOWN.withProperties(saved(app));
        suite.elements()
                .forEach(part ->
                        look(part, inSuite.withInstances(instances(suite)), BuiltExpressions.IN_SUITE, found, read));
        for (String file : build.files().keySet()) {
            if (file.startsWith("modules-")) {
                XForm form =
                        XForm.read(new String(build.file(file).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8));
                Names inForm = inSuite.withInstances(instances(form.model()))
                        .withQuestions(form.dataByPath().keySet());
                form.binds().forEach(bind -> look(bind, inForm, BuiltExpressions.IN_FORMS, found, read));
                form.setvalues().forEach(set -> look(set, inForm, BuiltExpressions.IN_FORMS, found, read));
                look(form.body(), inForm, Set.of("nodeset", "value", "relevant"), found, read);
            }
        }

        assertThat(found).isEmpty();
        assertThat(read[0]).as("expressions that were read").isGreaterThan(20);
        assertThat(AppChecks.of(app, FormSources.of(imported.sources()), knowing(saved(app))))
                .isEmpty();
    }

    @Test
    void aNameThatLeadsNowhereIsNoticed() throws Exception {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("f", TestApps.followsUp());
        assertThat(AppChecks.of(app.app(), app.sources(), knowing(Map.of("mother", Set.of("age")))))
                .isEmpty();
        app.menu("n", "mother", "{'case_details': {'short': {'columns': [{'field': 'said'}, {'field': 'sayd'}]}}}")
                .form("g", "{'requires': 'case', 'form_filter': '#case/age = 1 or #case/hage = 2'}");
        assertThat(AppChecks.of(app.app(), app.sources(), knowing(Map.of("mother", Set.of("age")))))
                .filteredOn(problem -> problem.type().equals("unknown property"))
                .extracting(
                        problem -> problem.severity() + " " + problem.sentence().replaceAll(" \\(near.*", ""))
                .containsExactlyInAnyOrder(
                        "WARNING The column: No form saves a property sayd of #case. Is said meant?",
                        "WARNING The form's display condition: No form saves a property hage of #case. Is age meant?");
    }

    private static CheckContext knowing(Map<String, Set<String>> properties) {
        return new CheckContext(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(properties),
                true);
    }

    private static Build built(App app, FormSources sources) throws CannotBuild {
        return Compiler.compile(
                app, sources, BuildContext.first("https://hq.example", "demo", "app1", "build1", 7, app.engine()));
    }

    /** What the app's own forms save, by type. */
    private static Map<String, Set<String>> saved(App app) {
        Map<String, Set<String>> saved = new HashMap<>();
        CaseUse use = CaseUse.of(app);
        use.caseTypes().forEach(type -> saved.put(type, new HashSet<>()));
        use.properties().stream()
                .filter(CaseUse.Property::written)
                .forEach(property -> saved.computeIfAbsent(property.caseType(), _ -> new HashSet<>())
                        .add(property.name()));
        return saved;
    }

    private static Set<String> instances(EditableElement within) {
        Set<String> ids = new HashSet<>();
        within.walk(element -> {
            if (element.name().equals("instance")) {
                element.attribute("id").ifPresent(ids::add);
            }
            element.attribute("storage-instance").ifPresent(ids::add);
        });
        return ids;
    }

    private static void look(
            EditableElement at, Names names, Set<String> attributes, Map<String, List<Finding>> found, int[] read) {
        at.walk(element -> element.eachAttribute((_, attribute, value) -> {
            boolean address = element.name().equals("query") && attribute.equals("value");
            if (attributes.contains(attribute) && !value.isBlank() && !address) {
                read[0]++;
                List<Finding> findings = Expressions.check(value, names);
                if (!findings.isEmpty()) {
                    found.put(element.name() + "/@" + attribute + " " + value, findings);
                }
            }
        }));
    }
}
