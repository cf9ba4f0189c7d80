// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * What somebody may export: everything with {@code view_reports}, else forms, cases, what is de-identified or feeds, each as her
 * role lets her (exports: permissions). Pure.
 */
public final class ExportRights {
    private ExportRights() {}

    /** Whether she may have what comes of it; what is de-identified has a permission of its own. */
    public static boolean mayUse(ProjectAccess who, ExportPlan plan) {
        return who.maySee(toUse(plan));
    }

    static void requireUse(ProjectAccess who, ExportPlan plan) {
        require(who, toUse(plan));
    }

    private static Permission toUse(ExportPlan plan) {
        return plan.manner().deidentified() ? Permission.EXPORT_DEIDENTIFIED : of(plan.type());
    }

    /** Whoever makes one sees which questions and properties there are, whatever it hides in the end. */
    static void requireMaking(ProjectAccess who, ExportType type, boolean odata) {
        require(who, odata ? Permission.READ_FEEDS : of(type));
    }

    static void requireShape(ProjectAccess who, ExportType type) {
        if (!who.maySee(Permission.READ_FEEDS)) {
            require(who, of(type));
        }
    }

    static void requireFeeds(ProjectAccess who) {
        require(who, Permission.READ_FEEDS);
    }

    private static void require(ProjectAccess who, Permission report) {
        if (!who.maySee(report)) {
            throw new Refused(new Problem.Forbidden(Permission.VIEW_REPORTS.wireName()));
        }
    }

    private static Permission of(ExportType type) {
        return switch (type) {
            case FORM -> Permission.EXPORT_FORMS;
            case CASE -> Permission.EXPORT_CASES;
        };
    }
}
