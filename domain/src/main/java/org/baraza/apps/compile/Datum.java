// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Optional;

/**
 * A variable of the session that is found before a form opens.
 *
 * @param kind chosen by the user from a list, or several, or computed
 * @param caseType whose id it is, none if it is no case's
 * @param expression the nodes to choose from, or the function
 * @param value what of the chosen node is kept
 * @param maxSelect how many may be chosen where several may
 */
record Datum(
        String id,
        Kind kind,
        Optional<String> caseType,
        String expression,
        String value,
        Optional<String> detailSelect,
        Optional<String> detailConfirm,
        Optional<String> detailPersistent,
        boolean autoSelect,
        int maxSelect) {

    /** How the value is found. */
    enum Kind {
        SELECT,
        SELECT_SEVERAL,
        FUNCTION
    }

    static Datum function(String id, Optional<String> caseType, String function) {
        return new Datum(
                id,
                Kind.FUNCTION,
                caseType,
                function,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                0);
    }

    static Datum newCase(String id, String caseType) {
        return function(id, Optional.of(caseType), "uuid()");
    }

    boolean isSelection() {
        return kind != Kind.FUNCTION;
    }

    Datum withId(String newId) {
        return new Datum(
                newId,
                kind,
                caseType,
                expression,
                value,
                detailSelect,
                detailConfirm,
                detailPersistent,
                autoSelect,
                maxSelect);
    }

    Datum withExpression(String newExpression) {
        return new Datum(
                id,
                kind,
                caseType,
                newExpression,
                value,
                detailSelect,
                detailConfirm,
                detailPersistent,
                autoSelect,
                maxSelect);
    }
}
