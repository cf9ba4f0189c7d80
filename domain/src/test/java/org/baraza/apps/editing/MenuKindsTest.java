// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.baraza.apps.TestApps;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.checks.Severity;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.editing.AppChange.AddForm;
import org.baraza.apps.editing.AppChange.AddMenu;
import org.baraza.apps.editing.AppChange.FormKind;
import org.baraza.apps.editing.AppChange.MenuKind;
import org.baraza.apps.editing.AppChange.Move;
import org.baraza.apps.editing.AppChange.Put;
import org.baraza.apps.editing.AppChange.Remove;
import org.baraza.apps.model.App;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Menus of every kind that a builder makes, and what becomes of shadows when their sources change. */
final class MenuKindsTest {
    private final AtomicInteger ids = new AtomicInteger();
    private final AppEditor editor = new AppEditor(
            TestApps.object("{'name': 'Made', 'langs': ['en'], 'modules': []}"),
            Map.of(),
            () -> "id" + ids.incrementAndGet());

    private String menu(MenuKind kind, String name, String source) throws BadChange {
        int before = menus().size();
        editor.apply(new AddMenu(name, kind, "household", Optional.of(source), Optional.empty()));
        return id(menus().get(before));
    }

    private String form(String menuId, FormKind kind) throws BadChange {
        editor.apply(new AddForm(menuId, kind.name(), kind, Optional.empty()));
        return id(StreamSupport.stream(menus().spliterator(), false)
                .filter(menu -> id(menu).equals(menuId))
                .findFirst()
                .orElseThrow()
                .path("forms")
                .valueStream()
                .reduce((_, last) -> last)
                .orElseThrow());
    }

    private JsonNode menus() {
        return editor.document().path("modules");
    }

    private static String id(JsonNode part) {
        return part.path("unique_id").asString();
    }

    /** Each menu by its name, with that of the menu above and of its source. */
    private List<String> places() {
        return menus().valueStream()
                .map(menu -> menu.at("/name/en").asString() + " < " + nameOf(menu, "root_module_id") + " = "
                        + nameOf(menu, "source_module_id"))
                .toList();
    }

    private String nameOf(JsonNode menu, String key) {
        return menus().valueStream()
                .filter(other -> id(other).equals(menu.path(key).asString("")))
                .map(other -> other.at("/name/en").asString())
                .findFirst()
                .orElse("-");
    }

    private void stands(String child, String parent) throws BadChange {
        editor.apply(new Put("menus[" + child + "].root_module_id", StringNode.valueOf(parent)));
    }

    @Test
    void anAdvancedMenuIsBuiltWithWhatItsFirstFormsDo() throws Exception {
        String menu = menu(MenuKind.ADVANCED, "Households", "");
        form(menu, FormKind.REGISTRATION);
        form(menu, FormKind.FOLLOWUP);
        form(menu, FormKind.SURVEY);

        App app = App.of(editor.document());
        FormSources sources = FormSources.of(editor.sources());
        assertThat(AppChecks.of(app, sources, CheckContext.NOTHING_KNOWN))
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .extracting(problem -> problem.type() + " " + problem.sentence())
                .containsExactly(
                        "blank form The form has no questions yet", "blank form The form has no questions yet");
        Build build = Compiler.compile(app, sources, BuildContext.first("http://b", "p", "a", "b", 1, app.engine()));
        String suite = new String(build.file("suite.xml").orElseThrow(), UTF_8);
        assertThat(suite)
                .contains("id=\"case_id_new_household_0\"", "id=\"case_id_load_household_0\"")
                .contains("<command id=\"m0-f2\"");
    }

    @Test
    void aShadowStandsBesideItsSourceAndBringsShadowsOfWhatIsBelow() throws BadChange {
        String source = menu(MenuKind.BASIC, "Source", "");
        String child = menu(MenuKind.BASIC, "Child", "");
        form(source, FormKind.SURVEY);
        stands(child, source);
        String shadow = menu(MenuKind.SHADOW, "Shadow", source);
        assertThat(places())
                .containsExactly(
                        "Source < - = -", "Child < Source = -", "Shadow < - = Source", "Child < Shadow = Child");
        assertThat(editor.places()).contains("menus", "menus[" + shadow + "]", "menus[" + id(menus().get(3)) + "]");

        String second = menu(MenuKind.ADVANCED, "Second", "");
        stands(second, source);
        assertThat(places()).endsWith("Second < Source = -", "Second < Shadow = Second");
        editor.apply(new Put("menus[" + child + "].root_module_id", NullNode.getInstance()));
        assertThat(places()).contains("Child < - = -").doesNotContain("Child < Shadow = Child");
        editor.apply(new Remove(second));
        assertThat(places()).noneMatch(place -> place.startsWith("Second"));
        stands(child, source);
        editor.apply(new Remove(shadow));
        assertThat(places()).containsExactly("Source < - = -", "Child < Source = -");
    }

    @Test
    void aShadowOfAChildStandsWhereThatDoes() throws BadChange {
        String source = menu(MenuKind.BASIC, "Source", "");
        String child = menu(MenuKind.BASIC, "Child", "");
        stands(child, source);
        menu(MenuKind.SHADOW, "Shadow", child);
        assertThat(places()).containsExactly("Source < - = -", "Child < Source = -", "Shadow < Source = Child");
    }

    @Test
    void whatIsNoSourceIsRefused() throws BadChange {
        String source = menu(MenuKind.BASIC, "Source", "");
        String shadow = menu(MenuKind.SHADOW, "Shadow", source);
        assertThatThrownBy(() -> menu(MenuKind.SHADOW, "Shadow of a shadow", shadow))
                .hasMessageContaining("basic or of an advanced menu");
        assertThatThrownBy(() -> menu(MenuKind.SHADOW, "Shadow of nothing", "")).isInstanceOf(BadChange.class);
        assertThatThrownBy(() -> form(shadow, FormKind.SURVEY)).hasMessageContaining("none of its own");
    }

    @Test
    void formsStayInMenusOfTheirKind() throws BadChange {
        String basic = menu(MenuKind.BASIC, "Basic", "");
        String advanced = menu(MenuKind.ADVANCED, "Advanced", "");
        String form = form(basic, FormKind.FOLLOWUP);
        assertThatThrownBy(() -> editor.apply(new Move(form, Optional.of(advanced), 0)))
                .hasMessageContaining("stay in such menus");
        assertThat(menus().get(0).path("forms")).hasSize(1);
    }
}
