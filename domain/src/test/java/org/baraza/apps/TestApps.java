// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.apps.model.FormSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Small apps put together by a test, piece by piece, in the words of the document. */
public final class TestApps {
    private final ObjectNode document = object("{'name': 'Test', 'langs': ['en'], 'modules': []}");
    private final Map<String, String> sources = new HashMap<>();

    /** JSON with single quotes, which reads better in Java. */
    public static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    public TestApps set(String members) {
        document.setAll(object(members));
        return this;
    }

    /** A basic menu with a list of one column, further members of the document's given. */
    public Menu menu(String id, String caseType, String members) {
        ObjectNode menu = object("""
                {'doc_type': 'Module', 'unique_id': '%s', 'name': {'en': '%s'}, 'case_type': '%s', 'forms': [],
                 'case_details': {'short': {'columns': [{'field': 'name', 'header': {'en': 'Name'}}]},
                                  'long': {'columns': [{'field': 'name', 'header': {'en': 'Name'}}]}}}
                """.formatted(id, id, caseType));
        menu.setAll(object(members));
        ((ArrayNode) document.path("modules")).add(menu);
        return new Menu(menu);
    }

    /** A menu to put forms into. */
    public final class Menu {
        private final ObjectNode node;

        private Menu(ObjectNode node) {
            this.node = node;
        }

        public Menu form(String id, String members) {
            return form(id, members, source(id, "<name/>", ""));
        }

        public Menu form(String id, String members, String source) {
            ObjectNode form = object("{'unique_id': '%s', 'name': {'en': '%s'}, 'xmlns': 'urn:%s', 'requires': 'none'}"
                    .formatted(id, id, id));
            form.setAll(object(members));
            ((ArrayNode) node.path("forms")).add(form);
            sources.put(id, source);
            return this;
        }

        public Menu change(Consumer<ObjectNode> change) {
            change.accept(node);
            return this;
        }
    }

    /** Opens a case named by the answer to the name question. */
    public static String registers() {
        return "{'actions': {'open_case': {'condition': {'type': 'always'}, 'name_update': {'question_path': '/data/name'}}}}";
    }

    /** Follows a case up and writes the answer to the name question into it. */
    public static String followsUp() {
        return "{'requires': 'case', 'actions': {'update_case': {'condition': {'type': 'always'}, "
                + "'update': {'said': {'question_path': '/data/name'}}}}}";
    }

    /** A form's source. */
    public static String source(String id, String data, String model) {
        return """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
                  xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                  xmlns:vellum="http://commcarehq.org/xforms/vellum"><h:head><h:title>%s</h:title><model><instance>
                  <data xmlns="urn:%s" name="%s">%s</data></instance>
                  <bind nodeset="/data/name" type="xsd:string"/>%s</model></h:head><h:body>
                  <input ref="/data/name"><label>Name</label></input></h:body></h:html>
                """.formatted(id, id, id, data, model);
    }

    public JsonNode document() {
        return document;
    }

    public App app() {
        return App.of(document);
    }

    public FormSources sources() {
        return FormSources.of(sources);
    }

    public BuildContext context(int version) {
        return BuildContext.first("https://hq.example", "demo", "app1", "build1", version, app().engine());
    }

    public Build build() throws CannotBuild {
        return Compiler.compile(app(), sources(), context(3));
    }

    public Build buildAfter(Build previous, int version) throws CannotBuild {
        return Compiler.compile(app(), sources(), context(version).after(previous.versions()));
    }

    public BuiltFiles files() throws CannotBuild {
        return new BuiltFiles(build());
    }
}
