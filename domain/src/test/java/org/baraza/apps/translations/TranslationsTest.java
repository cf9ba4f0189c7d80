// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.apps.AppVectors;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.editing.AppEditor;
import org.baraza.apps.editing.BadChange;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.NotAnApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The texts of apps as sheets, and what comes of sheets that translators changed. */
final class TranslationsTest {
    private static final String FORM = """
            <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
              xmlns:jr="http://openrosa.org/javarosa" xmlns:vellum="http://commcarehq.org/xforms/vellum">
            <h:head><h:title>F</h:title><model><instance><data xmlns="http://example.org/f"><name/><age/></data></instance>
            <bind nodeset="/data/name"/><bind nodeset="/data/age"/>
            <itext><translation lang="en" default=""><text id="name-label"><value>Name</value>
            <value form="markdown">Name</value></text>
            <text id="age-label"><value>Age of <output value="/data/name" vellum:value="#form/name"/>, &lt; 5</value>
            <value form="image">jr://file/commcare/image/a.png</value></text></translation>
            <translation lang="fr"><text id="name-label"><value>Nom</value></text></translation></itext>
            </model></h:head><h:body><input ref="/data/name"><label ref="jr:itext('name-label')"/></input>
            <input ref="/data/age"><label ref="jr:itext('age-label')"/></input></h:body></h:html>""";

    private static final String APP = """
            {"langs": ["en", "fr"], "name": "A", "translations": {"en": {"home.start": "Begin"}},
             "modules": [{"unique_id": "m", "name": {"en": "Mothers"}, "case_type": "mother",
               "case_details": {"short": {"columns": [
                   {"field": "name", "format": "plain", "header": {"en": "Name"}},
                   {"field": "sex", "format": "enum", "header": {"en": "Sex", "fr": "Sexe"},
                    "enum": [{"key": "f", "value": {"en": "Female"}}]}]},
                 "long": {"columns": [{"field": "name", "format": "plain", "header": {"en": "Full name"}}]}},
               "forms": [{"unique_id": "f", "xmlns": "http://example.org/f", "name": {"en": "Register"}}]}]}""";

    private final ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(APP);
    private final Map<String, String> sources = Map.of("f", FORM);

    private static Row row(int number, Map<String, String> cells) {
        Map<String, String> filled = new LinkedHashMap<>(cells);
        filled.values().removeIf(String::isEmpty);
        return new Row(number, cells.keySet(), filled);
    }

    private static Sheet sheet(SummaryTable table) {
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(table.columns().get(column), cells.get(column));
            }
            rows.add(row(rows.size() + 2, row));
        }
        return new Sheet(table.name(), rows);
    }

    private static Sheet sheet(String name, String... rows) {
        List<Row> all = new ArrayList<>();
        for (String row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String cell : row.split("\\|", -1)) {
                cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
            }
            all.add(row(all.size() + 2, cells));
        }
        return new Sheet(name, all);
    }

    private Translations.Taken read(Sheet... sheets) {
        return Translations.read(document, sources, List.of(sheets));
    }

    private AppEditor after(Translations.Taken taken) throws BadChange {
        AppEditor editor = new AppEditor(document, sources, () -> "new");
        for (AppChange change : taken.changes()) {
            editor.apply(change);
        }
        return editor;
    }

    @Test
    void eachMenuAndEachFormHasASheet() {
        List<SummaryTable> sheets = Translations.sheets(document, sources);
        assertThat(sheets).extracting(SummaryTable::name).containsExactly("Menus_and_forms", "menu1", "menu1_form1");
        assertThat(sheets.getFirst().columns())
                .containsExactly(
                        "Type",
                        "menu_or_form",
                        "default_en",
                        "default_fr",
                        "image_en",
                        "image_fr",
                        "audio_en",
                        "audio_fr",
                        "unique_id");
        assertThat(sheets.get(1).rows())
                .contains(
                        List.of("name", "list", "Name", ""),
                        List.of("sex (ID Mapping Text)", "list", "Sex", "Sexe"),
                        List.of("f (ID Mapping Value)", "list", "Female", ""),
                        List.of("name", "detail", "Full name", ""));
        assertThat(sheets.get(2).columns()).startsWith("label", "default_en", "default_fr", "image_en");
        assertThat(sheets.get(2).rows())
                .contains(List.of(
                        "age-label",
                        "Age of <output value=\"#form/name\"/>, < 5",
                        "",
                        "jr://file/commcare/image/a.png",
                        "",
                        "",
                        "",
                        "",
                        ""));
    }

    static List<String> apps() {
        return AppVectors.NAMES;
    }

    @ParameterizedTest
    @MethodSource("apps")
    void sheetsThatNobodyChangedChangeNothing(String name) throws NotAnApp {
        AppImport.Imported app = AppImport.read(AppVectors.app(name), () -> "id");
        List<Sheet> sheets = Translations.sheets(app.document(), app.sources()).stream()
                .map(TranslationsTest::sheet)
                .toList();
        assertThat(Translations.read(app.document(), app.sources(), sheets))
                .isEqualTo(new Translations.Taken(List.of(), List.of()));
        Sheet single = sheet(Translations.singleSheet(app.document(), app.sources()));
        assertThat(Translations.read(app.document(), app.sources(), List.of(single)))
                .isEqualTo(new Translations.Taken(List.of(), List.of()));
    }

    @Test
    void whatIsTranslatedStandsInTheAppAndNothingElseChanges() throws BadChange {
        AppEditor editor = after(read(
                sheet("Menus_and_forms", "menu_or_form=menu1|default_fr=Mères", "unique_id=f|default_fr=Inscrire"),
                sheet("menu1", "case_property=f (ID Mapping Value)|list_or_detail=list|default_fr=Femme"),
                sheet(
                        "menu1_form1",
                        "label=name-label|default_en=Full name",
                        "label=age-label|default_fr=Âge de <output value=\"#form/name\"/> < 5")));
        ObjectNode after = editor.document();
        assertThat(after.at("/modules/0/name")).hasToString("{\"en\":\"Mothers\",\"fr\":\"Mères\"}");
        assertThat(after.at("/modules/0/forms/0/name/fr").asString()).isEqualTo("Inscrire");
        assertThat(after.at("/modules/0/case_details/short/columns/1/enum/0/value/fr")
                        .asString())
                .isEqualTo("Femme");
        assertThat(after.at("/modules/0/case_details/short/columns/0"))
                .isEqualTo(document.at("/modules/0/case_details/short/columns/0"));
        assertThat(editor.sources().get("f"))
                .contains("<value>Full name</value>", "<value form=\"markdown\">Full name</value>")
                .contains(
                        "<text id=\"age-label\"><value>Âge de <output value=\"/data/name\" vellum:value=\"#form/name\"/> "
                                + "&lt; 5</value></text>")
                .contains("jr://file/commcare/image/a.png", "<value>Nom</value>");
    }

    @Test
    void aRowThatCannotBeUsedIsToldAndKeepsNoOtherFromBeingUsed() throws BadChange {
        Translations.Taken taken = read(
                sheet(
                        "Menus_and_forms",
                        "menu_or_form=menu7|default_fr=X",
                        "menu_or_form=menu1|default_en=|default_fr=",
                        "menu_or_form=menu1|default_fr=Mères"),
                sheet("menu1", "case_property=nothing|list_or_detail=list|default_fr=X"),
                sheet("menu1_form1", "label=gone-label|default_fr=X", "label=name-label|default_en=|default_fr="),
                sheet("menu9", "case_property=name|list_or_detail=list|default_fr=X"),
                sheet("menu1", "case_property=name|list_or_detail=list|default_sw=Jina"));
        assertThat(taken.warnings())
                .extracting(warning -> warning.sheet() + " " + warning.row())
                .containsExactly(
                        "Menus_and_forms 2",
                        "Menus_and_forms 3",
                        "menu1 2",
                        "menu1_form1 2",
                        "menu1_form1 3",
                        "menu9 1",
                        "menu1 1");
        assertThat(after(taken).document().at("/modules/0/name/fr").asString()).isEqualTo("Mères");
        assertThat(taken.changes()).hasSize(1);
    }

    @Test
    void aBlankCellTakesATranslationAwayAndAMissingColumnDoesNot() throws BadChange {
        Translations.Taken taken = read(
                sheet("menu1", "case_property=sex (ID Mapping Text)|list_or_detail=list|default_fr="),
                sheet("menu1_form1", "label=name-label|default_fr=", "label=age-label|image_en="));
        AppEditor editor = after(taken);
        assertThat(editor.document().at("/modules/0/case_details/short/columns/1/header"))
                .hasToString("{\"en\":\"Sex\"}");
        assertThat(editor.sources().get("f"))
                .doesNotContain("Nom")
                .doesNotContain("a.png")
                .contains("Age of");
    }

    @Test
    void anOutputStaysWholeWhateverQuotesItHasAndOneThatGoesIsTold() throws BadChange {
        String chosen = "if(/data/name = &quot;A&quot;, 'B', 1 &lt; 2)";
        String plain = "concat(/data/name, &quot;x&quot;)";
        Map<String, String> forms = Map.of(
                "f",
                FORM.replace(
                        "<value>Nom</value>",
                        "<value>Nom <output value=\"" + chosen + "\"/> <output value=\"" + plain + "\"/></value>"));
        String shown =
                Translations.sheets(document, forms).get(2).rows().getFirst().get(2);
        assertThat(shown)
                .isEqualTo("Nom <output value=\"if(/data/name = &quot;A&quot;, 'B', 1 < 2)\"/> "
                        + "<output value='concat(/data/name, \"x\")'/>");
        Translations.Taken again = Translations.read(
                document, forms, List.of(sheet("menu1_form1", "label=name-label|default_fr=Le " + shown)));
        assertThat(again.warnings()).isEmpty();
        AppEditor editor = new AppEditor(document, forms, () -> "new");
        for (AppChange change : again.changes()) {
            editor.apply(change);
        }
        assertThat(Translations.sheets(editor.document(), editor.sources())
                        .get(2)
                        .rows()
                        .getFirst()
                        .get(2))
                .isEqualTo("Le " + shown);
        assertThat(Translations.read(
                                document, forms, List.of(sheet("menu1_form1", "label=name-label|default_fr=Le nom")))
                        .warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning.message()).contains("does not show <output"));
    }

    @Test
    void theOneSheetIsTakenInAsTheSeveralAre() throws BadChange {
        AppEditor editor = after(read(sheet(
                "bulk_app_translations",
                "menu_or_form=menu1|default_fr=Mères",
                "menu_or_form=menu1|case_property=name|list_or_detail=detail|default_fr=Nom entier",
                "menu_or_form=menu1_form1|label=age-label|default_fr=Âge")));
        assertThat(editor.document().at("/modules/0/name/fr").asString()).isEqualTo("Mères");
        assertThat(editor.document()
                        .at("/modules/0/case_details/long/columns/0/header/fr")
                        .asString())
                .isEqualTo("Nom entier");
        assertThat(editor.sources().get("f")).contains("<value>Âge</value>");
    }

    @Test
    void textsOfTheEngineAreReplacedAndGivenBack() throws BadChange {
        SummaryTable table = UiTranslations.sheet(document);
        assertThat(table.columns()).containsExactly("property", "en", "fr");
        assertThat(table.rows()).containsExactly(List.of("home.start", "Begin", ""));
        assertThat(UiTranslations.read(document, List.of(sheet(table))).changes())
                .isEmpty();
        Translations.Taken taken = UiTranslations.read(
                document,
                List.of(sheet(
                        "translations",
                        "property=home.start|en=|fr=Commencer",
                        "property=case.open|fr=Ouvrir",
                        "property=two words|en=X")));
        assertThat(taken.warnings()).hasSize(1);
        assertThat(after(taken).document().path("translations"))
                .hasToString("{\"fr\":{\"home.start\":\"Commencer\",\"case.open\":\"Ouvrir\"}}");
    }
}
