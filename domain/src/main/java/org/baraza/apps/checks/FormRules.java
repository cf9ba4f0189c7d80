// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.AfterForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.FormLink;
import org.baraza.apps.model.FormSettings;
import org.baraza.xpath.Expr;

/** What is to be said of a form's place in the app: its name, its condition, where it leads. */
final class FormRules {
    private final App app;
    private final CheckContext context;
    private final KnownNames known;
    private final Problems problems;
    private final ExpressionRules expressions;

    FormRules(App app, CheckContext context, KnownNames known, Problems problems) {
        this.app = app;
        this.context = context;
        this.problems = problems;
        this.known = known;
        this.expressions = new ExpressionRules(problems, known);
    }

    void check(AppModule module, AppForm form) {
        Place place = Place.of(module).form(form);
        FormSettings settings = form.settings();
        if (settings.name().isBlank()) {
            problems.error("missing text", place, "The form has no name");
        }
        filter(module, form, place.part("form_filter"));
        settings.assertions()
                .forEach(assertion -> expressions.check(assertion.test(), place, "error", "A condition of the form"));
        if (settings.after() == AfterForm.LINK) {
            links(settings, place.part("form_links"));
        }
    }

    private void filter(AppModule module, AppForm form, Place place) {
        Optional<Expr> filter = expressions
                .about(known.typeOf(module, form))
                .check(form.settings().filter(), place, "form filter has xpath error", "The form's display condition");
        if (filter.isEmpty()) {
            return;
        }
        if (ExpressionRules.namesCase(filter.get())) {
            if (!requiresCase(form)) {
                problems.error(
                        "filtering without case",
                        place,
                        "The form's display condition speaks of a case, but the form does not need one");
            } else if (!module.forms().stream().allMatch(FormRules::requiresCase)) {
                problems.error(
                        "invalid case xpath reference",
                        place,
                        "The form's display condition speaks of a case, so every form of the menu must need one: "
                                + "else the menu is shown before a case is chosen");
            }
        }
        if (!context.usercases() && ExpressionRules.names(filter.get(), Set.of("user"))) {
            problems.error(
                    "invalid user property xpath reference",
                    place,
                    "The form's display condition speaks of the user's own case, which this project does not have");
        }
    }

    static boolean requiresCase(AppForm form) {
        return switch (form) {
            case BasicForm basic -> basic.requiresCase();
            case AdvancedForm several -> !several.loads().isEmpty();
        };
    }

    private void links(FormSettings settings, Place place) {
        if (settings.links().isEmpty()) {
            problems.error(
                    "no form links", place, "After the form a link is to be followed, but there is none to follow");
        }
        for (FormLink link : settings.links()) {
            expressions.check(link.condition(), place, "bad form link", "The condition of a link");
            link.datums()
                    .forEach((name, expression) ->
                            expressions.check(expression, place, "bad form link", "What a link says of " + name));
            target(link, place);
        }
    }

    private void target(FormLink link, Place place) {
        if (link.formId().isPresent()) {
            Optional<AppModule> of = app.modules().stream()
                    .filter(module -> module.forms().stream()
                            .anyMatch(
                                    form -> form.uniqueId().equals(link.formId().get())))
                    .findFirst();
            if (of.isEmpty()) {
                problems.error("bad form link", place, "A link leads to a form that is no longer there");
            } else {
                rootOf(of.get(), place);
            }
            return;
        }
        Optional<AppModule> module = link.moduleId().flatMap(app::module);
        if (module.isEmpty()) {
            problems.error("bad form link", place, "A link leads to a menu that is no longer there");
        } else if (module.get().menu().putInRoot()) {
            problems.error(
                    "form link to display only forms",
                    place,
                    "A link leads to a menu whose forms show in the menu above, so it cannot be opened itself");
        } else {
            rootOf(module.get(), place);
        }
    }

    private void rootOf(AppModule target, Place place) {
        if (target.rootModuleId().filter(root -> app.module(root).isEmpty()).isPresent()) {
            problems.error(
                    "form link to missing root",
                    place,
                    "A link leads into a menu that stands in another one, which is no longer there");
        }
    }
}
