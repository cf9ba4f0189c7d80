// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.devices.RecoveryMeasure.Wish;
import org.baraza.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Which measures phones understand: what they would pass over is refused. */
final class RecoveryMeasureRules {
    private static final Pattern CLIENT = Pattern.compile("\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?");
    private static final int LONGEST = 255;

    private RecoveryMeasureRules() {}

    static List<FieldError> broken(Wish wish, String note) {
        List<FieldError> errors = new ArrayList<>();
        if (wish.appId().isBlank() || !isStorable(wish.appId())) {
            errors.add(new FieldError("appId", "APP_ID_INVALID", "An app has an id of at most 255 characters."));
        }
        if (!isStorable(note)) {
            errors.add(new FieldError("note", "NOTE_INVALID", "A note has at most 255 characters."));
        }
        app(errors, wish.appMin(), wish.appMax());
        client(errors, wish.clientMin(), wish.clientMax());
        if (wish.appMin() == null && wish.clientMin() == null && errors.isEmpty()) {
            errors.add(new FieldError(
                    "appVersionMin", "RANGE_MISSING", "Phones need a range of versions of the app or the client."));
        }
        return errors;
    }

    private static boolean isStorable(String text) {
        return text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    private static void app(List<FieldError> errors, @Nullable Integer min, @Nullable Integer max) {
        if (min == null && max == null) {
            return;
        }
        if (min == null || max == null || min < 1 || max < min) {
            errors.add(range("appVersionMax"));
        }
    }

    private static void client(List<FieldError> errors, @Nullable String min, @Nullable String max) {
        if (min == null && max == null) {
            return;
        }
        if (min == null
                || max == null
                || !CLIENT.matcher(min).matches()
                || !CLIENT.matcher(max).matches()
                || isBefore(max, min)) {
            errors.add(range("clientVersionMax"));
        }
    }

    private static boolean isBefore(String one, String other) {
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        for (int n = 0; n < Math.max(left.length, right.length); n++) {
            int difference = part(left, n) - part(right, n);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int part(String[] version, int place) {
        return place < version.length ? Integer.parseInt(version[place]) : 0;
    }

    private static FieldError range(String field) {
        return new FieldError(field, "RANGE_INVALID", "A range has both ends, the lower one first.");
    }
}
