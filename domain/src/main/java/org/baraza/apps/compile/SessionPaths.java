// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

/** Where the session, its user and its cases are, as expressions. */
final class SessionPaths {
    static final String SESSION = "instance('commcaresession')/session/";
    static final String DATA = SESSION + "data/";
    static final String USER_ID = SESSION + "context/userid";

    private SessionPaths() {}

    static String variable(String id) {
        return DATA + id;
    }

    /** The case whose id an expression gives. */
    static String caseOf(String idExpression) {
        return "instance('casedb')/casedb/case[@case_id=" + idExpression + "]";
    }

    /** The case that an index of a case names. */
    static String indexed(String caseIdExpression, String index) {
        return caseOf(caseIdExpression) + "/index/" + index;
    }

    static final String USERCASE =
            "instance('casedb')/casedb/case[@case_type='commcare-user'][hq_user_id=" + USER_ID + "]";
}
