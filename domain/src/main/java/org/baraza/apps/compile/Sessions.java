// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.AdvancedModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.OpenSubcase;

/** What the session holds before each form of an app opens. */
final class Sessions {
    private final Menus menus;
    private final Selections selections;
    private final AdvancedSession advanced;
    private final Map<String, FormSession> byCommand = new HashMap<>();
    private final Set<Integer> aligning = new HashSet<>();

    /** @param phoneAddress below which phones ask for the cases of the project */
    Sessions(Menus menus, String phoneAddress, String appId) {
        this.menus = menus;
        this.selections = new Selections(menus, phoneAddress, appId);
        this.advanced = new AdvancedSession(menus, selections);
    }

    Selections selections() {
        return selections;
    }

    FormSession of(ShownForm form) throws CannotBuild {
        FormSession known = byCommand.get(form.command());
        if (known != null) {
            return known;
        }
        FormSession own = switch (form.form()) {
            case BasicForm basic -> basic(form, basic);
            case AdvancedForm several -> advanced.of(form, several);
        };
        FormSession session = aligned(form.module(), own);
        byCommand.put(form.command(), session);
        return session;
    }

    /** What is chosen to look at the cases of a menu's list. */
    FormSession ofCaseList(int module) throws CannotBuild {
        List<Datum> chosen = new ArrayList<>(selections.of(module));
        if (menus.module(module) instanceof AdvancedModule) {
            chosen.add(chosen.removeLast().withId("case_id_case_" + menus.caseType(module)));
        }
        return aligned(module, new FormSession(chosen, Map.of(), List.of()));
    }

    private FormSession basic(ShownForm shown, BasicForm form) {
        FormActions actions = form.actions();
        List<Datum> datums = new ArrayList<>();
        if (form.requiresCase()) {
            datums.addAll(selections.of(shown.module()));
        }
        boolean opens = form.opensCase();
        String caseType = menus.caseType(shown.module());
        if (opens) {
            datums.add(Datum.newCase("case_id_new_" + caseType + "_0", caseType));
        }
        List<OpenSubcase> subcases = actions.subcases();
        for (int i = 0; i < subcases.size(); i++) {
            OpenSubcase subcase = subcases.get(i);
            if (subcase.active() && subcase.repeat().isEmpty()) {
                datums.add(Datum.newCase(subcase.variable(i, opens), subcase.caseType()));
            }
        }
        List<FormSession.Requirement> requirements = new ArrayList<>();
        if (actions.usesUsercase()) {
            datums.add(usercase("usercase_id"));
            requirements.add(usercaseExists());
        }
        return new FormSession(datums, Map.of(), requirements);
    }

    static Datum usercase(String id) {
        return Datum.function(id, Optional.of("commcare-user"), SessionPaths.USERCASE + "/@case_id");
    }

    static FormSession.Requirement usercaseExists() {
        return new FormSession.Requirement(
                "count(" + SessionPaths.USERCASE + ") = 1", "case_autoload.usercase.case_missing");
    }

    /** In a menu of a menu the first form of the upper one says what has been chosen on the way. */
    private FormSession aligned(int module, FormSession own) throws CannotBuild {
        OptionalInt parent = menus.parent(module);
        if (parent.isEmpty() || menus.forms(parent.getAsInt()).isEmpty() || !aligning.add(module)) {
            return own;
        }
        try {
            FormSession above = of(menus.forms(parent.getAsInt()).getFirst());
            return Alignment.of(own, above.datums());
        } finally {
            aligning.remove(module);
        }
    }

    /** The variables that every form of some menus begins with: the engine asks for them before it shows the menu. */
    List<Datum> common(List<Integer> modules) throws CannotBuild {
        List<ShownForm> forms =
                modules.stream().flatMap(module -> menus.forms(module).stream()).toList();
        if (forms.isEmpty()) {
            return List.of();
        }
        List<Datum> common = new ArrayList<>(of(forms.getFirst()).datums());
        for (ShownForm form : forms) {
            List<Datum> datums = of(form).datums();
            int same = 0;
            while (same < common.size()
                    && same < datums.size()
                    && common.get(same).id().equals(datums.get(same).id())) {
                same++;
            }
            common = new ArrayList<>(common.subList(0, same));
        }
        return common;
    }
}
