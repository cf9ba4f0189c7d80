// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Optional;

/**
 * A variable of the session that is found before a form opens.
 *
 * @param kind chosen by the user from a list, or several, or computed
 * @param caseType whose id it is, none if it is no case's
 * @param expression the nodes to choose from, or the function
 * @param value what of the chosen node is kept
 * @param search which search finds the nodes, none if the phone has them
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
        Optional<String> detailInline,
        boolean autoSelect,
        int maxSelect,
        Optional<InlineSearch> search) {

    /**
     * A search on the server that finds what is chosen from on the way to a form.
     *
     * @param module the menu whose search it is
     * @param instance what the results are called
     * @param again the address that a single result comes from, when the session is made up without asking
     */
    record InlineSearch(int module, String instance, String again, List<String> caseTypes) {
        InlineSearch {
            caseTypes = List.copyOf(caseTypes);
        }
    }

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
                Optional.empty(),
                false,
                0,
                Optional.empty());
    }

    static Datum newCase(String id, String caseType) {
        return function(id, Optional.of(caseType), "uuid()");
    }

    boolean isSeveral() {
        return kind == Kind.SELECT_SEVERAL;
    }

    /** Whether a case, and not a row of a table, is chosen. */
    boolean isChosenCase() {
        return isSelection() && caseType.isPresent();
    }

    boolean isSelection() {
        return kind != Kind.FUNCTION;
    }

    /** One row of a table, or anything else that is no case. */
    static Datum row(
            String id,
            String nodeset,
            String value,
            String detailSelect,
            Optional<String> detailConfirm,
            boolean auto) {
        return new Datum(
                id,
                Kind.SELECT,
                Optional.empty(),
                nodeset,
                value,
                Optional.of(detailSelect),
                detailConfirm,
                Optional.empty(),
                Optional.empty(),
                auto,
                0,
                Optional.empty());
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
                detailInline,
                autoSelect,
                maxSelect,
                search);
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
                detailInline,
                autoSelect,
                maxSelect,
                search);
    }
}
