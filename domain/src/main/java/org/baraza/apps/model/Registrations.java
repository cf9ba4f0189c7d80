// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.List;

/** Which new cases of a type a form makes whose ids are known before it opens: a form with exactly one registers cases of it. */
public final class Registrations {
    private Registrations() {}

    /**
     * The session variables of the new ids.
     *
     * @param ownType the case type of the form's own menu
     * @param caseType the type that is looked for
     */
    public static List<String> of(AppForm form, String ownType, String caseType) {
        return switch (form) {
            case BasicForm basic -> ofBasic(basic, ownType, caseType);
            case AdvancedForm several ->
                several.opens().stream()
                        .filter(open -> open.active()
                                && open.repeat().isEmpty()
                                && open.caseType().equals(caseType))
                        .map(OpenAdvanced::variable)
                        .toList();
        };
    }

    private static List<String> ofBasic(BasicForm form, String ownType, String caseType) {
        List<String> variables = new ArrayList<>();
        if (form.opensCase() && ownType.equals(caseType)) {
            variables.add("case_id_new_" + ownType + "_0");
        }
        List<OpenSubcase> subcases = form.actions().subcases();
        for (int i = 0; i < subcases.size(); i++) {
            OpenSubcase subcase = subcases.get(i);
            if (subcase.active()
                    && subcase.repeat().isEmpty()
                    && subcase.caseType().equals(caseType)) {
                variables.add(subcase.variable(i, form.opensCase()));
            }
        }
        return variables;
    }
}
