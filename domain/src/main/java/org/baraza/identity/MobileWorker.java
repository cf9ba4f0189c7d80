// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A field worker, who belongs to exactly one project.
 *
 * @param username the bare name, without the project
 * @param phoneNumbers the first one is hers by default
 * @param userData custom data about her, as it goes to her phone
 * @param retired whether she was deleted: she is known by her id alone, for what she did
 * @param confirmed whether she has a password; one who was asked by mail to choose it is not let in before
 * @param demo whether she is there to try out and show apps: her phone always gets the same cases back
 * @param deactivateAfter the day, in UTC, from which she is no longer let in; empty for none
 */
public record MobileWorker(
        ProjectId project,
        String userId,
        String username,
        String firstName,
        String lastName,
        String email,
        String language,
        List<String> phoneNumbers,
        Map<String, String> userData,
        boolean active,
        boolean retired,
        boolean confirmed,
        boolean demo,
        Optional<LocalDate> deactivateAfter,
        Instant createdAt)
        implements Person {

    /** Her place in a list of that order. */
    public String cursor(WorkerOrder order) {
        return order.byName() ? Cursor.of(order.name(), username) : Cursor.of(order.name(), createdAt, userId);
    }

    /** The name that phones and CommCare HQ use. */
    public static String fullName(String username, String projectName) {
        return username + "@" + projectName + LoginName.WORKER_HOST;
    }
}
