// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What groups, levels and locations may be called and what may be noted about them. Pure. */
final class PlaceRules {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_-]{1,255}");
    /** Becomes the name of an element or an attribute on phones. */
    private static final Pattern LEVEL_CODE = Pattern.compile("[a-z_][a-z0-9_-]{0,254}");

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_METADATA = 65_536;
    private static final int MOST_MEMBERS = 50_000;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

    private PlaceRules() {}

    /** By which names are sorted and searched. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static List<FieldError> broken(GroupWish wish) {
        List<FieldError> errors = new ArrayList<>(brokenName(wish.name()));
        errors.addAll(brokenMetadata(wish.metadata()));
        if (wish.userIds().size() > MOST_MEMBERS) {
            errors.add(new FieldError("userIds", "TOO_MANY_USERS", "A group has at most 50000 members."));
        }
        return errors;
    }

    static List<FieldError> broken(LocationTypeWish wish) {
        List<FieldError> errors = new ArrayList<>(brokenName(wish.name()));
        if (!LEVEL_CODE.matcher(wish.code()).matches()) {
            errors.add(new FieldError(
                    "code",
                    "CODE_INVALID",
                    "A code has lower-case letters, digits, hyphens and underscores, and begins with a letter."));
        }
        return errors;
    }

    static List<FieldError> broken(LocationWish wish) {
        List<FieldError> errors = new ArrayList<>(brokenName(wish.name()));
        if (!wish.siteCode().isEmpty() && !CODE.matcher(wish.siteCode()).matches()) {
            errors.add(new FieldError(
                    "siteCode",
                    "SITE_CODE_INVALID",
                    "A site code has lower-case letters, digits, hyphens and underscores."));
        }
        if (wish.externalId().length() > LONGEST_NAME
                || UNSEEN.matcher(wish.externalId()).find()) {
            errors.add(new FieldError("externalId", "EXTERNAL_ID_INVALID", "At most 255 printable characters."));
        }
        errors.addAll(brokenMetadata(wish.metadata()));
        errors.addAll(brokenAngle("latitude", wish.latitude(), POLE));
        errors.addAll(brokenAngle("longitude", wish.longitude(), HALF_TURN));
        return errors;
    }

    private static List<FieldError> brokenName(String name) {
        if (name.isBlank()) {
            return List.of(new FieldError("name", "NAME_MISSING", "A name is needed."));
        }
        return name.strip().length() <= LONGEST_NAME && !UNSEEN.matcher(name).find()
                ? List.of()
                : List.of(new FieldError("name", "NAME_INVALID", "A name has at most 255 printable characters."));
    }

    private static List<FieldError> brokenMetadata(Map<String, String> metadata) {
        long size = 0;
        for (var entry : metadata.entrySet()) {
            size += entry.getKey().length() + entry.getValue().length();
            if (entry.getKey().isBlank()
                    || UNSEEN.matcher(entry.getKey()).find()
                    || entry.getValue().indexOf('\0') >= 0) {
                return List.of(
                        new FieldError("metadata", "METADATA_INVALID", "What is noted has names and plain texts."));
            }
        }
        return size <= LONGEST_METADATA
                ? List.of()
                : List.of(new FieldError("metadata", "METADATA_TOO_LONG", "This is too much to note."));
    }

    private static List<FieldError> brokenAngle(String field, @Nullable BigDecimal angle, BigDecimal most) {
        return angle == null || angle.abs().compareTo(most) <= 0
                ? List.of()
                : List.of(new FieldError(field, "COORDINATE_INVALID", "There is no such place on earth."));
    }

    static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }

    static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
