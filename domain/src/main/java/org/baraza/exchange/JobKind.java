// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Kinds of job, each with the permissions of which one is needed to start it, to follow it and to end it. */
public enum JobKind {
    MOBILE_WORKERS_UPLOAD(Permission.EDIT_COMMCARE_USERS),
    MOBILE_WORKERS_DOWNLOAD(Permission.EDIT_COMMCARE_USERS),
    MOBILE_WORKERS_ACTION(Permission.EDIT_COMMCARE_USERS),
    WEB_USERS_UPLOAD(Permission.EDIT_WEB_USERS),
    WEB_USERS_DOWNLOAD(Permission.EDIT_WEB_USERS),
    GROUPS_UPLOAD(Permission.EDIT_GROUPS, Permission.EDIT_COMMCARE_USERS),
    GROUPS_DOWNLOAD(Permission.EDIT_GROUPS, Permission.EDIT_COMMCARE_USERS),
    LOCATIONS_UPLOAD(Permission.EDIT_LOCATIONS),
    LOCATIONS_DOWNLOAD(Permission.EDIT_LOCATIONS),
    LOCATIONS_ACTION(Permission.EDIT_LOCATIONS),
    LOOKUP_TABLES_UPLOAD(Permission.EDIT_DATA),
    LOOKUP_TABLES_DOWNLOAD(Permission.EDIT_DATA),
    LOOKUP_ROWS_ACTION(Permission.EDIT_DATA),
    CASE_IMPORT(Permission.EDIT_DATA),
    FORMS_DOWNLOAD(Permission.VIEW_REPORTS, Permission.EXPORT_FORMS, Permission.EXPORT_DEIDENTIFIED),
    CASES_DOWNLOAD(Permission.VIEW_REPORTS, Permission.EXPORT_CASES, Permission.EXPORT_DEIDENTIFIED),
    /** Of forms and cases, as one workbook; of each, who asks may have it is known. */
    EXPORTS_DOWNLOAD(
            Permission.VIEW_REPORTS, Permission.EXPORT_FORMS, Permission.EXPORT_CASES, Permission.EXPORT_DEIDENTIFIED),
    FORMS_ACTION(Permission.EDIT_DATA),
    CASES_ACTION(Permission.EDIT_DATA),
    FORWARDING_ACTION(Permission.EDIT_MOTECH),
    FORWARDING_REPLAY(Permission.EDIT_MOTECH);

    /** Of these one runs in a project at a time, as CommCare HQ does it; the others wait. */
    private static final Set<JobKind> ALONE = EnumSet.of(FORMS_ACTION, FORWARDING_ACTION, FORWARDING_REPLAY);

    /** What comes of these depends on who asked: on her locations, and on exports that only she sees. */
    private static final Set<JobKind> PERSONAL = EnumSet.of(FORMS_DOWNLOAD, CASES_DOWNLOAD, EXPORTS_DOWNLOAD);

    /** These name cases, perhaps of locations that not everybody sees. */
    private static final Set<JobKind> OF_CASES = EnumSet.of(CASE_IMPORT, CASES_ACTION);

    private final List<Permission> oneOf;

    JobKind(Permission... oneOf) {
        this.oneOf = List.of(oneOf);
    }

    boolean isOpenTo(ProjectAccess who) {
        return oneOf.stream().anyMatch(who::may);
    }

    void require(ProjectAccess who) {
        if (!isOpenTo(who)) {
            throw new Refused(new Problem.Forbidden(oneOf.getFirst().wireName()));
        }
    }

    static Set<JobKind> openTo(ProjectAccess who) {
        Set<JobKind> open = EnumSet.noneOf(JobKind.class);
        Arrays.stream(values()).filter(kind -> kind.isOpenTo(who)).forEach(open::add);
        return open;
    }

    /** Kinds of job of which she sees only those that she asked for herself. */
    static Set<JobKind> personalTo(ProjectAccess who) {
        Set<JobKind> personal = EnumSet.copyOf(PERSONAL);
        if (!who.may(Permission.ACCESS_ALL_LOCATIONS)) {
            personal.addAll(OF_CASES);
        }
        return personal;
    }

    static JobKind upload(Workbook workbook) {
        return valueOf(workbook.name() + "_UPLOAD");
    }

    static JobKind download(Workbook workbook) {
        return valueOf(workbook.name() + "_DOWNLOAD");
    }

    boolean runsAlone() {
        return ALONE.contains(this);
    }

    static List<String> wireNames(Set<JobKind> kinds) {
        return kinds.stream().map(JobKind::wireName).toList();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
