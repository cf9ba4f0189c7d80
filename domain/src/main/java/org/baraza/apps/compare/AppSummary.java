// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.model.AdvancedModule;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.model.ReportModule;
import org.baraza.apps.model.ShadowModule;
import org.baraza.apps.model.Texts;

/** The sheets of the three summary workbooks, in one of the app's languages (app model, section 12). */
public final class AppSummary {
    private final App app;
    private final FormSources sources;
    private final String language;
    private final CaseUse use;

    private AppSummary(App app, FormSources sources, String language) {
        this.app = app;
        this.sources = sources;
        this.language = language;
        this.use = CaseUse.of(app);
    }

    /** Which of the workbooks. */
    public enum Kind {
        FORM,
        CASE,
        APP
    }

    public static List<SummaryTable> of(Kind kind, App app, FormSources sources, String language) {
        AppSummary summary = new AppSummary(app, sources, language);
        return switch (kind) {
            case FORM -> summary.forms();
            case CASE -> summary.cases();
            case APP -> summary.menus();
        };
    }

    /** What the workbook's file is called, without its ending. */
    public static String fileName(Kind kind, App app, String language) {
        String word = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        return app.name() + " v." + app.version() + " - " + word + " Summary (" + language + ")";
    }

    private String shown(Texts text) {
        return text.in(language).filter(said -> !said.isBlank()).orElseGet(() -> text.shown(app.langs()));
    }

    private List<SummaryTable> forms() {
        List<SummaryTable> tables = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        SummaryTable.Builder all = new SummaryTable.Builder(
                SummaryTable.freeName("All Forms", taken),
                "module_name",
                "form_name",
                "comment",
                "module_display_condition",
                "form_display_condition");
        QuestionRows questions = new QuestionRows(app, use, language);
        for (AppModule module : app.modules()) {
            for (AppForm form : module.forms()) {
                all.row(
                        shown(module.name()),
                        shown(form.name()),
                        form.settings().comment(),
                        module.menu().filter(),
                        form.settings().filter());
                String name = SummaryTable.freeName(shown(module.name()) + " - " + shown(form.name()), taken);
                tables.add(questions.table(name, form, sources.of(form.sourceId())));
            }
        }
        tables.addFirst(all.table());
        return tables;
    }

    private List<SummaryTable> cases() {
        Set<String> taken = new HashSet<>();
        SummaryTable.Builder properties = new SummaryTable.Builder(
                SummaryTable.freeName("All Case Properties", taken), "case_type", "case_property", "description");
        SummaryTable.Builder types = new SummaryTable.Builder(
                SummaryTable.freeName("Case Types", taken), "type", "relationships", "opened_by", "closed_by");
        List<SummaryTable> ofTypes = new ArrayList<>();
        for (String caseType : use.caseTypes()) {
            use.propertiesOf(caseType).forEach(property -> properties.row(caseType, property, ""));
            types.row(caseType, relations(caseType), events(caseType, true), events(caseType, false));
            ofTypes.add(caseType(SummaryTable.freeName(caseType, taken), caseType));
        }
        List<SummaryTable> tables = new ArrayList<>(List.of(properties.table(), types.table()));
        tables.addAll(ofTypes);
        return tables;
    }

    private String relations(String caseType) {
        return String.join(
                "\n",
                use.relations().stream()
                        .filter(relation -> relation.caseType().equals(caseType))
                        .map(relation -> relation.index() + ": " + relation.parentType())
                        .toList());
    }

    private String events(String caseType, boolean opens) {
        Set<String> forms = new TreeSet<>();
        use.events().stream()
                .filter(event -> event.caseType().equals(caseType) && event.opens() == opens)
                .forEach(event -> forms.add(shown(event.module().name()) + " - "
                        + shown(event.form().name())));
        return String.join("\n", forms);
    }

    private SummaryTable caseType(String name, String caseType) {
        SummaryTable.Builder table = new SummaryTable.Builder(
                name,
                "case_property_name",
                "form_id",
                "form_name",
                "load_question_question",
                "load_question_condition",
                "save_question_question",
                "save_question_condition",
                "save_question_calculate");
        QuestionRows questions = new QuestionRows(app, use, language);
        for (String property : use.propertiesOf(caseType)) {
            for (CaseUse.Property used : use.properties()) {
                if (used.caseType().equals(caseType) && used.name().equals(property)) {
                    String form = shown(used.module().name()) + " - "
                            + shown(used.form().name());
                    String calculate = used.written()
                            ? questions.calculation(sources.of(used.form().sourceId()), used.question())
                            : "";
                    table.row(
                            property,
                            used.form().uniqueId(),
                            form,
                            used.written() ? "" : used.question(),
                            used.written() ? "" : used.condition(),
                            used.written() ? used.question() : "",
                            used.written() ? used.condition() : "",
                            calculate);
                }
            }
        }
        return table.table();
    }

    private List<SummaryTable> menus() {
        SummaryTable.Builder table = new SummaryTable.Builder(
                "App Summary",
                "app",
                "module",
                "form",
                "display_filter",
                "case_list_filter",
                "case_type",
                "case_actions",
                "filter",
                "module_type",
                "comments",
                "end_of_form_navigation",
                "parent_module");
        table.row(app.name(), "", "", "", "", "", "", "", "", app.comment(), "", "");
        for (AppModule module : app.modules()) {
            table.row(
                    app.name(),
                    shown(module.name()),
                    "",
                    module.menu().filter(),
                    module.menu().shortDetail().filter(),
                    module.caseType(),
                    "",
                    "",
                    kind(module),
                    module.menu().comment(),
                    "",
                    module.rootModuleId()
                            .flatMap(app::module)
                            .map(root -> shown(root.name()))
                            .orElse(""));
            for (AppForm form : module.forms()) {
                table.row(
                        app.name(),
                        shown(module.name()),
                        shown(form.name()),
                        form.settings().filter(),
                        "",
                        module.caseType(),
                        actions(form),
                        "",
                        "",
                        form.settings().comment(),
                        form.settings().after().word(),
                        "");
            }
        }
        return List.of(table.table());
    }

    private static String kind(AppModule module) {
        return switch (module) {
            case AdvancedModule ignored -> "advanced";
            case ShadowModule ignored -> "shadow";
            case ReportModule ignored -> "report";
            default -> module.caseType().isBlank() ? "survey" : "basic";
        };
    }

    private String actions(AppForm form) {
        Set<String> actions = new TreeSet<>();
        use.events().stream()
                .filter(event -> event.form().equals(form))
                .forEach(event -> actions.add((event.opens() ? "opens " : "closes ") + event.caseType()));
        use.properties().stream()
                .filter(property -> property.form().equals(form) && property.written())
                .forEach(property -> actions.add("updates " + property.caseType()));
        return String.join("\n", actions);
    }
}
