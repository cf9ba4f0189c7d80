// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        @Nullable String androidVersion,
        List<LogEntry> entries) {

    static DeviceReport of(XmlElement root) {
        return new DeviceReport(
                text(root, "device_id"),
                instant(text(root, "report_date")),
                text(root, "app_version"),
                text(root, "device_model"),
                text(root, "android_version"),
                new Entries(root).read());
    }

    /** The phone that sent the report, as it says. */
    static Optional<String> deviceIdOf(XmlElement root) {
        return Optional.ofNullable(text(root, "device_id"));
    }

    private static @Nullable String text(XmlElement element, String child) {
        return element.child(child)
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Timestamps.parse(text).orElse(null);
    }

    /** Reads the subreports in order; a login names the user of what follows. */
    private static final class Entries {
        private static final String CRASH = "force_close";
        private static final Set<String> ENTRIES = Set.of("log", "user_error", CRASH);

        private final XmlElement root;
        private final List<LogEntry> entries = new ArrayList<>();
        private @Nullable String username;
        private @Nullable String userId;

        Entries(XmlElement root) {
            this.root = root;
        }

        List<LogEntry> read() {
            beginWithTheOnlyUser();
            for (XmlElement subreport : root.children()) {
                subreport.children().stream()
                        .filter(entry -> ENTRIES.contains(entry.name()))
                        .forEach(this::add);
            }
            return entries;
        }

        /** A phone that one person uses need not say at each start who it is. */
        private void beginWithTheOnlyUser() {
            List<XmlElement> users = root.children("user_subreport").stream()
                    .flatMap(subreport -> subreport.children("user").stream())
                    .toList();
            if (users.size() == 1) {
                username = text(users.getFirst(), "username");
                userId = text(users.getFirst(), "user_id");
            }
        }

        private void add(XmlElement entry) {
            String type = typeOf(entry);
            String message = entry.child("msg").map(XmlElement::text).orElse("");
            if (type.equals("user") && message.startsWith("login|")) {
                String[] parts = message.split("\\|", 3);
                username = parts.length > 1 ? parts[1] : null;
                userId = parts.length > 2 ? parts[2] : null;
            }
            String ownUser = text(entry, "user_id");
            boolean carried = ownUser == null || ownUser.equals(userId);
            entries.add(new LogEntry(
                    type,
                    message,
                    entry.attribute("date").flatMap(Timestamps::parse).orElse(null),
                    carried ? userId : ownUser,
                    carried ? username : null,
                    text(entry, "app_id"),
                    text(entry, "app_build"),
                    text(entry, "android_version"),
                    text(entry, "device_model"),
                    Optional.ofNullable(text(entry, "session_readable")).orElseGet(() -> text(entry, "session")),
                    text(entry, "session_serialized"),
                    text(entry, "expr"),
                    signature(entry, message)));
        }

        private static @Nullable String signature(XmlElement entry, String message) {
            return entry.name().equals(CRASH)
                    ? CrashSignature.ofCrash(message)
                    : CrashSignature.ofTrace(message).orElse(null);
        }

        private static String typeOf(XmlElement entry) {
            return entry.child("type")
                    .map(XmlElement::text)
                    .filter(type -> !type.isEmpty())
                    .orElse(entry.name());
        }
    }
}
