// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.identity.credentials.PasswordRules;
import org.baraza.problem.Problem.FieldError;

/** What a mobile worker may be called and what may be kept of her. */
final class WorkerRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Set<String> RESERVED = Set.of("admin", "demo_user");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_FULL_NAME = 128;
    private static final int LONGEST_TEXT = 150;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_NUMBERS = 50;
    private static final int LONGEST_DATA = 65_536;
    private static final int LAST_YEAR = 9999;

    private WorkerRules() {}

    /** The bare name that somebody meant who wrote it in capitals or in full. */
    static String bareName(String username, String projectName) {
        String lower = username.strip().toLowerCase(Locale.ROOT);
        String ending = MobileWorker.fullName("", projectName);
        return lower.endsWith(ending) ? lower.substring(0, lower.length() - ending.length()) : lower;
    }

    static List<FieldError> broken(NewMobileWorker worker, String bareName, String projectName) {
        List<FieldError> errors = new ArrayList<>(brokenByName(bareName, projectName));
        if (!worker.choosesPassword()) {
            errors.addAll(PasswordRules.brokenByWorker(worker.password()));
        } else if (worker.email().isEmpty()) {
            errors.add(new FieldError("email", "EMAIL_MISSING", "Without an e-mail address she gets no link."));
        }
        errors.addAll(brokenBy(WorkerDetails.of(worker)));
        return errors;
    }

    static List<FieldError> brokenBy(WorkerDetails worker) {
        List<FieldError> errors = new ArrayList<>();
        text(errors, "firstName", "FIRST_NAME_INVALID", worker.firstName(), LONGEST_TEXT);
        text(errors, "lastName", "LAST_NAME_INVALID", worker.lastName(), LONGEST_TEXT);
        text(errors, "email", "EMAIL_INVALID", worker.email(), LONGEST_EMAIL);
        text(errors, "language", "LANGUAGE_INVALID", worker.language(), LONGEST_TEXT);
        if (worker.phoneNumbers().size() > MOST_NUMBERS) {
            errors.add(new FieldError("phoneNumbers", "TOO_MANY_PHONE_NUMBERS", "At most 50 phone numbers."));
        }
        for (String number : worker.phoneNumbers()) {
            text(errors, "phoneNumbers", "PHONE_NUMBER_INVALID", number, LONGEST_TEXT);
        }
        errors.addAll(brokenByData(worker.userData()));
        return errors;
    }

    /** What is wrong with her as she would be after the changes. */
    static List<FieldError> brokenBy(WorkerDetails worker, List<WorkerChange> changes, Clock clock) {
        List<FieldError> errors = brokenBy(worker);
        errors.addAll(brokenByDay(changes, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return errors;
    }

    private static List<FieldError> brokenByDay(List<WorkerChange> changes, LocalDate today) {
        return changes.stream()
                .flatMap(change ->
                        change instanceof WorkerChange.DeactivateAfter(var day) ? day.stream() : Stream.empty())
                .flatMap(day -> brokenBy(day, today).stream())
                .toList();
    }

    private static Optional<FieldError> brokenBy(LocalDate day, LocalDate today) {
        if (day.getYear() > LAST_YEAR) {
            return Optional.of(new FieldError(
                    "deactivateAfter", "DAY_TOO_LATE", "No day lies behind the year " + LAST_YEAR + "."));
        }
        return day.isAfter(today)
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "deactivateAfter", "DAY_PAST", "The day lies before tomorrow; deactivate her instead."));
    }

    private static List<FieldError> brokenByName(String name, String projectName) {
        if (name.isEmpty()) {
            return List.of(nameError("USERNAME_MISSING", "A username is needed."));
        }
        int most = Math.min(
                LONGEST_NAME,
                LONGEST_FULL_NAME - MobileWorker.fullName("", projectName).length());
        if (name.length() > most) {
            return List.of(nameError("USERNAME_TOO_LONG", "A username has at most " + most + " characters here."));
        }
        if (!NAME.matcher(name).matches()) {
            return List.of(nameError(
                    "USERNAME_INVALID",
                    "A username has letters, digits, hyphens, underscores, and single full stops inside."));
        }
        if (RESERVED.contains(name)) {
            return List.of(nameError("USERNAME_RESERVED", "This username has a meaning of its own."));
        }
        return List.of();
    }

    static FieldError nameTaken() {
        return nameError("USERNAME_TAKEN", "There is a mobile worker of that username.");
    }

    private static FieldError nameError(String code, String message) {
        return new FieldError("username", code, message);
    }

    static List<FieldError> brokenByData(Map<String, String> data) {
        long size = 0;
        for (var entry : data.entrySet()) {
            size += entry.getKey().length() + entry.getValue().length();
            if (entry.getKey().isBlank()
                    || !TextRules.isPlain(entry.getKey())
                    || entry.getValue().indexOf('\0') >= 0) {
                return List.of(new FieldError("userData", "USER_DATA_INVALID", "User data has names and plain texts."));
            }
        }
        return size <= LONGEST_DATA
                ? List.of()
                : List.of(new FieldError("userData", "USER_DATA_TOO_LONG", "This is too much user data."));
    }

    private static void text(List<FieldError> errors, String field, String code, String text, int longest) {
        if (text.length() > longest || !TextRules.isPlain(text)) {
            errors.add(new FieldError(field, code, "At most " + longest + " printable characters."));
        }
    }
}
