// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the book says of a change of a worker: which fields, and what they were and are. Passwords only by name. */
final class WorkerBook {
    private WorkerBook() {}

    static AuditEntry edited(MobileWorker before, MobileWorker after, List<WorkerChange> changes) {
        AuditEntry entry = AuditEntry.of("mobile_worker.edited", "mobile_worker", after.userId())
                .with(
                        "changed",
                        changes.stream()
                                .map(WorkerChange::what)
                                .distinct()
                                .sorted()
                                .collect(joining(", ")))
                .change("first_name", before.firstName(), after.firstName())
                .change("last_name", before.lastName(), after.lastName())
                .change("email", before.email(), after.email())
                .change("language", before.language(), after.language())
                .change(
                        "phone_numbers",
                        String.join(", ", before.phoneNumbers()),
                        String.join(", ", after.phoneNumbers()))
                .change("deactivate_after", text(before.deactivateAfter()), text(after.deactivateAfter()));
        return withData(entry, before.userData(), after.userData());
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    static AuditEntry withData(AuditEntry entry, Map<String, String> before, Map<String, String> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        AuditEntry more = entry;
        for (String key : keys) {
            more = more.change("user_data." + key, before.getOrDefault(key, ""), after.getOrDefault(key, ""));
        }
        return more;
    }
}
