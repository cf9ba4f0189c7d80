// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.problem.Problem.FieldError;

/** What a project space may be called. */
final class ProjectRules {
    private static final int LONGEST_DISPLAY_NAME = 255;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    private ProjectRules() {}

    static boolean canBeName(String name) {
        return NAME.matcher(name).matches();
    }

    static List<FieldError> broken(NewProject project) {
        List<FieldError> errors = new ArrayList<>();
        if (!canBeName(project.name())) {
            errors.add(new FieldError(
                    "name",
                    "NAME_INVALID",
                    "A name has 1 to 63 lower-case letters, digits and hyphens, and no hyphen at either end."));
        }
        if (project.displayName().length() > LONGEST_DISPLAY_NAME
                || UNSEEN.matcher(project.displayName()).find()) {
            errors.add(new FieldError(
                    "displayName", "DISPLAY_NAME_INVALID", "The name to be shown has at most 255 printable letters."));
        }
        if (!project.timeZone().isEmpty() && !ZoneId.getAvailableZoneIds().contains(project.timeZone())) {
            errors.add(new FieldError("timeZone", "TIME_ZONE_UNKNOWN", "There is no such time zone."));
        }
        return errors;
    }

    static String displayName(NewProject project) {
        return project.displayName().isBlank()
                ? project.name()
                : project.displayName().strip();
    }

    static String timeZone(NewProject project) {
        return project.timeZone().isEmpty() ? "UTC" : project.timeZone();
    }
}
