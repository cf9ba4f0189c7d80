// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.CaseListForm;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.Registrations;
import org.baraza.apps.model.ReportModule;
import org.baraza.apps.model.ShadowModule;
import org.baraza.xpath.Expr;

/** What is to be said of the menus and how they stand together. */
final class MenuRules {
    private final App app;
    private final CheckContext context;
    private final KnownNames known;
    private final Problems problems;
    private final ExpressionRules expressions;

    MenuRules(App app, CheckContext context, KnownNames known, Problems problems) {
        this.app = app;
        this.context = context;
        this.problems = problems;
        this.known = known;
        this.expressions = new ExpressionRules(problems, known);
    }

    void check() {
        OtherMenuRules others = new OtherMenuRules(app, context, problems);
        for (AppModule module : app.modules()) {
            names(module);
            place(module);
            switch (module) {
                case ReportModule reports -> others.reports(reports);
                case ShadowModule shadow -> others.shadow(shadow);
                default -> contents(module);
            }
            filter(module);
            caseListForm(module);
            parentSelect(module);
            new DetailRules(problems, known, known.typeOf(module)).check(module);
        }
    }

    private void names(AppModule module) {
        if (module.name().isBlank()) {
            problems.error("missing text", Place.of(module), "The menu has no name");
        }
        MenuSettings menu = module.menu();
        if (menu.caseList().show() && menu.caseList().label().isBlank()) {
            problems.warning(
                    "missing text", Place.of(module).part("case_list"), "The item for the case list has no name");
        }
        if (menu.caseListForm().formId().isPresent()
                && menu.caseListForm().label().isBlank()) {
            problems.warning(
                    "missing text",
                    Place.of(module).part("case_list_form"),
                    "The button that registers a case from the list has no name");
        }
    }

    private void place(AppModule module) {
        Optional<String> root = module.rootModuleId();
        if (root.isPresent() && app.module(root.get()).isEmpty()) {
            problems.error(
                    module instanceof ShadowModule ? "shadow parent does not exist" : "unknown root",
                    Place.of(module),
                    "The menu stands in another one that is no longer there");
        }
        if (circles(module, AppModule::rootModuleId)) {
            problems.error("root cycle", Place.of(module), "The menu stands in itself, by way of others");
        }
        boolean isParent = app.modules().stream()
                .anyMatch(other ->
                        other.rootModuleId().filter(module.uniqueId()::equals).isPresent());
        if (module.menu().training() && root.isPresent()) {
            problems.error("training module child", Place.of(module), "A training menu cannot stand in another menu");
        }
        if (module.menu().training() && isParent) {
            problems.error("training module parent", Place.of(module), "A training menu cannot hold other menus");
        }
    }

    /** How to get from one menu to the next. */
    private interface Next {
        Optional<String> of(AppModule module);
    }

    private boolean circles(AppModule module, Next next) {
        Set<String> seen = new HashSet<>();
        Optional<AppModule> at = Optional.of(module);
        while (at.isPresent() && seen.add(at.get().uniqueId())) {
            at = next.of(at.get()).flatMap(app::module);
        }
        return at.isPresent() && at.get().uniqueId().equals(module.uniqueId());
    }

    private void contents(AppModule module) {
        boolean holds = app.modules().stream()
                .anyMatch(other ->
                        other.rootModuleId().filter(module.uniqueId()::equals).isPresent());
        if (module.forms().isEmpty() && !module.menu().caseList().show() && !holds) {
            problems.error(
                    "no forms or case list", Place.of(module), "The menu has neither a form nor a case list to show");
        }
        if (needsCaseType(module) && module.caseType().isBlank()) {
            problems.error(
                    "no case type", Place.of(module), "The menu's forms work with cases, so it needs a case type");
        }
        if (!module.caseType().isBlank() && !module.caseType().matches("[\\w-]+")) {
            problems.error(
                    "no case type",
                    Place.of(module),
                    "The case type " + module.caseType() + " may only have letters, digits, - and _");
        }
        if (needsList(module) && module.menu().shortDetail().columns().isEmpty()) {
            problems.error("no case detail", Place.of(module), "The menu's case list has no columns");
        }
    }

    private static boolean needsCaseType(AppModule module) {
        return module.menu().caseList().show()
                || module.forms().stream()
                        .anyMatch(
                                form -> form instanceof BasicForm basic && (basic.requiresCase() || basic.opensCase()));
    }

    private boolean needsList(AppModule module) {
        boolean chosenFrom = app.modules().stream()
                .anyMatch(other -> other.menu().parentSelect().active()
                        && other.menu()
                                .parentSelect()
                                .moduleId()
                                .filter(module.uniqueId()::equals)
                                .isPresent());
        return module.menu().caseList().show()
                || chosenFrom
                || app.modules().stream()
                        .anyMatch(other -> other.forms().stream().anyMatch(form -> chooses(other, form, module)));
    }

    private boolean chooses(AppModule own, AppForm form, AppModule list) {
        return switch (form) {
            case BasicForm basic -> basic.requiresCase() && own.uniqueId().equals(list.uniqueId());
            case AdvancedForm several ->
                several.loads().stream()
                        .filter(load -> load.autoSelect().isEmpty())
                        .anyMatch(load -> app.listFor(own, load).uniqueId().equals(list.uniqueId()));
        };
    }

    private void filter(AppModule module) {
        Place place = Place.of(module).part("module_filter");
        Optional<Expr> filter = expressions.check(
                module.menu().filter(), place, "module filter has xpath error", "The menu's display condition");
        if (filter.filter(ExpressionRules::namesCase).isPresent()) {
            problems.error(
                    "module filter has xpath error",
                    place,
                    "The menu's display condition speaks of a case, but none is chosen when menus are shown");
        }
        module.menu()
                .assertions()
                .forEach(assertion ->
                        expressions.check(assertion.test(), Place.of(module), "error", "A condition of the menu"));
    }

    private void caseListForm(AppModule module) {
        CaseListForm offered = module.menu().caseListForm();
        if (offered.formId().isEmpty()) {
            return;
        }
        Place place = Place.of(module).part("case_list_form");
        Optional<AppModule> holder = app.modules().stream()
                .filter(other -> other.forms().stream()
                        .anyMatch(
                                form -> form.uniqueId().equals(offered.formId().get())))
                .findFirst();
        if (holder.isEmpty()) {
            problems.error(
                    "case list form missing", place, "The form that registers a case from the list no longer exists");
        } else if (!registers(holder.get(), offered.formId().get(), module)) {
            problems.error(
                    "case list form not registration",
                    place,
                    "The form that is offered in the case list does not register a case");
        }
        expressions.check(
                offered.relevancy(), place, "invalid filter xpath", "The condition of the button in the case list");
    }

    /** A form registers cases of a list if it makes one of the list's type, be it below another case. */
    private boolean registers(AppModule holder, String formId, AppModule list) {
        String caseType = known.typeOf(list);
        return holder.forms().stream()
                .filter(form -> form.uniqueId().equals(formId))
                .anyMatch(form ->
                        Registrations.of(form, holder.caseType(), caseType).size() == 1);
    }

    private void parentSelect(AppModule module) {
        if (!module.menu().parentSelect().active()) {
            return;
        }
        Place place = Place.of(module).part("parent_select");
        Optional<AppModule> parent = module.menu().parentSelect().moduleId().flatMap(app::module);
        if (parent.isEmpty()) {
            problems.error("missing module", place, "The menu whose list the parent case is chosen from is not there");
            return;
        }
        if (circles(
                module,
                other -> other.menu().parentSelect().active()
                        ? other.menu().parentSelect().moduleId()
                        : Optional.empty())) {
            problems.error(
                    "parent cycle", place, "The parent case is chosen from this menu's own list, by way of others");
            if (!module.caseType().equals(parent.get().caseType())) {
                problems.error(
                        "circular case hierarchy",
                        place,
                        "Cases of the type " + module.caseType() + " would be their own ancestors");
            }
        }
    }
}
