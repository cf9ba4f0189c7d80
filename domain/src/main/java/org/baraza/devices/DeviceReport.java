// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * A phone's log as it was sent.
 *
 * @param reportedOn by the phone's clock
 */
record DeviceReport(
        @Nullable String deviceId,
        @Nullable Instant reportedOn,
        @Nullable String appVersion,
        @Nullable String deviceModel,
        List<LogEntry> entries) {

    private static final Set<String> ENTRIES = Set.of("log", "user_error", "force_close");

    static DeviceReport of(XmlElement root) {
        return new DeviceReport(
                text(root, "device_id"),
                instant(text(root, "report_date")),
                text(root, "app_version"),
                text(root, "device_model"),
                new Entries().of(root));
    }

    private static @Nullable String text(XmlElement element, String child) {
        return element.child(child).map(XmlElement::text).orElse(null);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Timestamps.parse(text).orElse(null);
    }

    /** Reads the subreports in order; a login names the user of what follows. */
    private static final class Entries {
        private final List<LogEntry> entries = new ArrayList<>();
        private @Nullable String username;
        private @Nullable String userId;

        List<LogEntry> of(XmlElement root) {
            for (XmlElement subreport : root.children()) {
                subreport.children().stream()
                        .filter(entry -> ENTRIES.contains(entry.name()))
                        .forEach(this::add);
            }
            return entries;
        }

        private void add(XmlElement entry) {
            String type = typeOf(entry);
            String message = entry.child("msg").map(XmlElement::text).orElse("");
            if (type.equals("user") && message.startsWith("login|")) {
                String[] parts = message.split("\\|", 3);
                username = parts.length > 1 ? parts[1] : null;
                userId = parts.length > 2 ? parts[2] : null;
            }
            Instant loggedOn =
                    entry.attribute("date").flatMap(Timestamps::parse).orElse(null);
            entries.add(new LogEntry(type, message, loggedOn, userId, username));
        }

        private static String typeOf(XmlElement entry) {
            return entry.child("type")
                    .map(XmlElement::text)
                    .filter(type -> !type.isEmpty())
                    .orElse(entry.name());
        }
    }
}
