// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataProfile;
import org.baraza.identity.WorkerChange;
import org.baraza.places.Belonging;
import org.baraza.places.Belongings;
import org.baraza.places.Group;
import org.jspecify.annotations.Nullable;

/** Reads what a row says of a worker, and keeps only what is not so yet. */
final class WorkerRow {
    /** Key of the user data that says which web user may sign in as her. */
    private static final String LOGIN_AS = "login_as_user";

    private final WorkerColumns columns;
    private final ProjectAccess who;
    private final List<UserDataProfile> profiles;
    private final List<String> roles;
    private final Pending pending;

    private final List<WorkerChange> changes = new ArrayList<>();
    private Optional<Boolean> active = Optional.empty();
    private Belongings.Wish belonging = new Belongings.Wish(Optional.empty(), Optional.empty(), Optional.empty());
    private String password = "";
    private boolean choosesPassword;
    private boolean mailsConfirmation;
    private Optional<DataRow> webUser = Optional.empty();

    /** @param roles names of those that may be given */
    WorkerRow(
            WorkerColumns columns,
            ProjectAccess who,
            List<UserDataProfile> profiles,
            List<String> roles,
            Pending pending) {
        this.columns = columns;
        this.who = who;
        this.profiles = profiles;
        this.roles = roles;
        this.pending = pending;
    }

    /** What becomes different of her, the password aside. */
    List<WorkerChange> changes() {
        return changes;
    }

    /** Whether she is to be let in; empty where that stays. */
    Optional<Boolean> active() {
        return active;
    }

    Belongings.Wish belonging() {
        return belonging;
    }

    /** The password of the row; empty where it has none. */
    String password() {
        return password;
    }

    /** Whether she is to be made without a password, and chooses one by a link. */
    boolean choosesPassword() {
        return choosesPassword;
    }

    /** Whether she is mailed the link by which she chooses her password. */
    boolean mailsConfirmation() {
        return mailsConfirmation;
    }

    /** The row, where it speaks of a web user too. */
    Optional<DataRow> webUser() {
        return webUser;
    }

    boolean changesBelonging() {
        return belonging.groupIds().isPresent() || belonging.locationIds().isPresent();
    }

    WorkerRow read(DataRow row, @Nullable MobileWorker before, WorkerPart.Present present) {
        refuseUnsupported(row);
        String given = row.word(columns.password());
        password = given.chars().allMatch(letter -> letter == '*') ? "" : given;
        readConfirmation(row, before);
        readRole(row, before == null ? "" : present.roles().getOrDefault(before.userId(), ""));
        readNames(row, before);
        readPhoneNumbers(row, before);
        readLastDay(row, before);
        readData(row, before, readWebUser(row));
        active = YesNo.read(columns.active().header(), row.text(columns.active()))
                .filter(wanted -> wanted != (before == null || before.active()));
        Belonging was =
                before == null ? Belonging.NONE : present.belongings().getOrDefault(before.userId(), Belonging.NONE);
        Optional<List<String>> locationIds =
                new PlaceCells(columns.locations()).read(row, present.locations(), was.assigned());
        belonging = new Belongings.Wish(
                groups(row, present.groups(), was.groupIds()),
                locationIds,
                locationIds.map(ids -> ids.isEmpty() ? "" : ids.getFirst()));
        return this;
    }

    /** As CommCare HQ has it: only somebody new can be unconfirmed, and only who is can be mailed a link. */
    private void readConfirmation(DataRow row, @Nullable MobileWorker before) {
        boolean was = before == null || before.confirmed();
        boolean confirmed = YesNo.read(columns.confirmed().header(), row.text(columns.confirmed()))
                .orElse(was);
        if (before != null && confirmed != was) {
            throw new RowRefused(
                    columns.confirmed().header(),
                    "CONFIRMATION_FIXED",
                    "Only a new worker can be unconfirmed, and she confirms her account herself.");
        }
        if (!confirmed && !password.isEmpty()) {
            throw new RowRefused(
                    columns.password().header(), "PASSWORD_NOT_WANTED", "Who is not confirmed chooses her password.");
        }
        choosesPassword = before == null && !confirmed;
        mailsConfirmation =
                YesNo.read(columns.mail().header(), row.text(columns.mail())).orElse(false);
        if (mailsConfirmation && confirmed) {
            throw new RowRefused(
                    columns.mail().header(),
                    "CONFIRMED",
                    "A link is mailed to those only whose account is not confirmed.");
        }
    }

    private void refuseUnsupported(DataRow row) {
        for (Column column : columns.unsupported()) {
            if (YesNoOrText.says(row.text(column))) {
                throw new RowRefused(
                        column.header(), "NOT_SUPPORTED", "This server does not do what the column asks for.");
            }
        }
        String domain = row.word(columns.domain());
        if (!domain.isEmpty() && !domain.equals(who.projectName())) {
            throw new RowRefused(
                    columns.domain().header(), "OTHER_PROJECT", "A workbook speaks of one project: this one.");
        }
    }

    /** Who signs in as her: a web user, who is let in or goes with the row. As CommCare HQ has it, she is told apart by that. */
    private Map<String, String> readWebUser(DataRow row) {
        String email = row.word(columns.webUser());
        boolean goes = YesNo.read(columns.removeWebUser().header(), row.text(columns.removeWebUser()))
                .orElse(false);
        if (email.isEmpty()) {
            if (goes) {
                throw new RowRefused(
                        columns.removeWebUser().header(),
                        "WEB_USER_MISSING",
                        "Which web user is removed stands beside it.");
            }
            return Map.of();
        }
        if (!who.may(Permission.EDIT_WEB_USERS)) {
            throw new RowRefused(
                    columns.webUser().header(),
                    "FORBIDDEN",
                    "You may not change web users: that needs edit_web_users.");
        }
        webUser = Optional.of(row);
        return goes ? Map.of() : Map.of(LOGIN_AS, email.toLowerCase(Locale.ROOT));
    }

    /** The role that she has may stand there, whoever may give it. */
    private void readRole(DataRow row, String present) {
        String wanted = row.word(columns.role());
        if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(present)) {
            String role = roles.stream()
                    .filter(name -> name.equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new RowRefused(
                            columns.role().header(), "ROLE_UNKNOWN", "There is no such role that you may give."));
            changes.add(new WorkerChange.Role(role));
        }
    }

    /** Whether a cell asks for anything: an answer that is no, or blank, asks for nothing. */
    private static final class YesNoOrText {
        private static boolean says(String text) {
            return !Set.of("", "no", "n", "false", "0").contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** The whole name is one cell: its first word is the first name, as CommCare HQ has it. */
    private void readNames(DataRow row, @Nullable MobileWorker before) {
        String name = row.word(columns.name());
        String present = before == null ? "" : fullName(before);
        if (!name.isEmpty() && !name.equals(Cells.written(present))) {
            int blank = name.indexOf(' ');
            changes.add(new WorkerChange.FirstName(blank < 0 ? name : name.substring(0, blank)));
            changes.add(new WorkerChange.LastName(
                    blank < 0 ? "" : name.substring(blank).strip()));
        }
        String email = row.word(columns.email());
        if (!email.isEmpty() && !email.equals(before == null ? "" : before.email())) {
            changes.add(new WorkerChange.Email(email));
        }
        String language = row.word(columns.language());
        if (!language.isEmpty() && !language.equals(before == null ? "" : before.language())) {
            changes.add(new WorkerChange.Language(language));
        }
    }

    static String fullName(MobileWorker worker) {
        return (worker.firstName() + " " + worker.lastName()).strip();
    }

    private void readPhoneNumbers(DataRow row, @Nullable MobileWorker before) {
        List<String> present = before == null ? List.of() : before.phoneNumbers();
        List<String> listed = columns.phoneNumbers().stream()
                .map(row::word)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        if (columns.listsPhoneNumbers()) {
            if (!listed.equals(present)) {
                changes.add(new WorkerChange.PhoneNumbers(listed));
            }
        } else if (!listed.isEmpty() && !listed.getFirst().equals(present.isEmpty() ? "" : present.getFirst())) {
            changes.add(new WorkerChange.DefaultPhoneNumber(listed.getFirst()));
        }
    }

    /** As CommCare HQ has it, a month, whose first day it is; an empty cell takes the day back. */
    private void readLastDay(DataRow row, @Nullable MobileWorker before) {
        if (!columns.deactivateAfter().isThere()) {
            return;
        }
        Optional<LocalDate> present = before == null ? Optional.empty() : before.deactivateAfter();
        String text = row.word(columns.deactivateAfter());
        if (!text.equals(WorkerSheet.month(present))) {
            Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : Optional.of(day(text));
            // The first of the month is what a spreadsheet makes of the month that the sheet says.
            if (!day.equals(present) && !day.equals(present.map(known -> known.withDayOfMonth(1)))) {
                changes.add(new WorkerChange.DeactivateAfter(day));
            }
        }
    }

    /** Spreadsheets make days of months that are typed into them. */
    private LocalDate day(String text) {
        try {
            return text.length() == WorkerSheet.LENGTH_OF_MONTH
                    ? YearMonth.parse(text, WorkerSheet.MONTH).atDay(1)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RowRefused(columns.deactivateAfter().header(), "MONTH_INVALID", "A month is written as 03-2027.");
        }
    }

    /** @param more what she is known as besides */
    private void readData(DataRow row, @Nullable MobileWorker before, Map<String, String> more) {
        Map<String, String> present = before == null ? Map.of() : before.userData();
        Map<String, String> data = new DataCells(columns.data(), columns.profile(), profiles).read(row, present);
        data.putAll(more);
        if (!data.equals(present)) {
            changes.add(new WorkerChange.UserData(data));
        }
    }

    /** Her groups as the row lists them; empty where they stay. */
    private Optional<List<String>> groups(DataRow row, Map<String, Group> groups, List<String> was) {
        if (columns.groups().isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Column column : columns.groups()) {
            String name = row.word(column);
            Group group = groups.get(Pending.key(name));
            if (group != null) {
                ids.add(group.groupId());
            } else if (!name.isEmpty() && !pending.hasGroup(name)) {
                throw new RowRefused(
                        column.header(),
                        "GROUP_UNKNOWN",
                        "There is no group of that name; it can be made on the sheet " + GroupPart.SHEET + ".");
            }
        }
        return ids.equals(Set.copyOf(was)) ? Optional.empty() : Optional.of(List.copyOf(ids));
    }
}
