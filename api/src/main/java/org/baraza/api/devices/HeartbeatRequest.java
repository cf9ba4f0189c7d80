// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baraza.devices.Heartbeat;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/** Reads a heartbeat. What cannot be read counts as not said: a phone must not lose its heartbeat over a number. */
final class HeartbeatRequest {
    private static final int LONGEST = 255;
    private static final int LONGEST_TOKEN = 4096;
    /** What is higher is a mistake. */
    private static final int MOST_FORMS = 1_000_000;

    private static final int MOST_HOURS = 24 * 366 * 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** How older phones write a time: as Java does by itself, and as mails do. */
    private static final List<DateTimeFormatter> OLDER = List.of(
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ENGLISH),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private HeartbeatRequest() {}

    static Heartbeat read(HttpServletRequest request, String buildId) {
        String appId = text(request, "app_id", LONGEST);
        String deviceId = text(request, "device_id", LONGEST);
        return new Heartbeat(
                deviceId == null ? "" : deviceId,
                appId == null ? "" : appId,
                clean(buildId, LONGEST),
                text(request, "build_profile_id", LONGEST),
                number(request, "app_version", 0, Integer.MAX_VALUE),
                text(request, "cc_version", LONGEST),
                time(request, "last_sync_time"),
                number(request, "num_unsent_forms", 0, MOST_FORMS),
                number(request, "num_quarantined_forms", 0, MOST_FORMS),
                number(request, "current_drift", -MOST_HOURS, MOST_HOURS),
                number(request, "max_drift_since_last_heartbeat", -MOST_HOURS, MOST_HOURS),
                text(request, "fcm_token", LONGEST_TOKEN),
                time(request, "fcm_token_time"));
    }

    private static @Nullable String text(HttpServletRequest request, String name, int longest) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : clean(value, longest);
    }

    private static String clean(String text, int longest) {
        String storable = text.replace("\0", "");
        return storable.substring(0, Math.min(storable.length(), longest));
    }

    private static @Nullable Integer number(HttpServletRequest request, String name, int least, int most) {
        String value = request.getParameter(name);
        if (value == null || !value.strip().matches("[+-]?[0-9]{1,10}")) {
            return null;
        }
        long number = Long.parseLong(value.strip());
        return number < least || number > most ? null : (int) number;
    }

    private static @Nullable Instant time(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? null
                : Timestamps.parse(value)
                        .or(() -> older(value.strip()))
                        .filter(time -> time.isAfter(EARLIEST) && time.isBefore(LATEST))
                        .orElse(null);
    }

    private static Optional<Instant> older(String text) {
        return OLDER.stream().flatMap(format -> parsed(format, text).stream()).findFirst();
    }

    private static Optional<Instant> parsed(DateTimeFormatter format, String text) {
        try {
            return Optional.of(Instant.from(format.parse(text)));
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }
}
