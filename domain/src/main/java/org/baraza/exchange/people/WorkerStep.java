// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerChange;
import org.baraza.persistence.tenancy.Tx;
import org.jspecify.annotations.Nullable;

/** A worker as a row wants her, ready to be made or changed. */
final class WorkerStep implements SingleStep {
    private final PeopleServices services;
    private final ProjectAccess who;
    private final WorkerColumns columns;
    private final RowPlace place;
    private final @Nullable MobileWorker before;
    private final WorkerRow row;
    private Optional<String> hash = Optional.empty();

    /** @param before null when she is to be made */
    WorkerStep(
            PeopleServices services,
            ProjectAccess who,
            WorkerColumns columns,
            RowPlace place,
            @Nullable MobileWorker before,
            WorkerRow row) {
        this.services = services;
        this.who = who;
        this.columns = columns;
        this.place = place;
        this.before = before;
        this.row = row;
    }

    @Override
    public RowPlace place() {
        return place;
    }

    /** Whether there is something to hash: of who chooses her password herself, one that nobody knows. */
    boolean hasPassword() {
        return !row.password().isEmpty() || row.choosesPassword();
    }

    /** Hashes the password, if it is another one than hers. Takes long. */
    void hash(MobileWorkers workers) {
        hash = before == null
                ? Optional.of(workers.hash(who, wanted().password()))
                : workers.hashIfNew(who, before.userId(), row.password());
    }

    @Override
    public boolean writes() {
        return before == null
                || hash.isPresent()
                || !row.changes().isEmpty()
                || row.active().isPresent()
                || row.mailsConfirmation()
                || row.changesBelonging()
                || row.webUser().isPresent();
    }

    @Override
    public Effect take(Tx tx) {
        if (!row.password().isEmpty()) {
            MobileWorkers.checkPassword(row.password());
        }
        return before == null ? create(tx) : change(tx, before);
    }

    private Effect create(Tx tx) {
        NewMobileWorker wanted = wanted();
        MobileWorker made = services.workers().create(tx, who, wanted, hash.orElse(""));
        // First her places: without them, who may not see every location does not know of her.
        services.belongings().set(tx, who, made.userId(), row.belonging());
        if (!row.active().orElse(true)) {
            services.workers().setActive(tx, who, made.userId(), false);
        }
        setDay(tx, made.userId());
        mail(tx, made.userId());
        webUser(tx);
        return Effect.CREATED;
    }

    /** After she was let in or put out, which takes a day away. */
    private void setDay(Tx tx, String userId) {
        List<WorkerChange> day = row.changes().stream()
                .filter(WorkerChange.DeactivateAfter.class::isInstance)
                .toList();
        if (!day.isEmpty()) {
            services.workers().edit(tx, who, userId, day, Optional.empty());
        }
    }

    /** Others of the sheet may have made or changed her in this transaction, so it is seen only here what she is. */
    private Effect webUser(Tx tx) {
        if (row.webUser().isEmpty()) {
            return Effect.UNCHANGED;
        }
        DataRow spoken = row.webUser().get();
        MemberColumns sheet = MemberColumns.beside(columns);
        KnownMembers known = KnownMembers.of(tx, services, who, sheet, List.of(spoken));
        return new MemberDeeds(services, who).take(tx, new MemberRow(sheet, who, List.of()).read(spoken, known));
    }

    private void mail(Tx tx, String userId) {
        if (row.mailsConfirmation()) {
            services.mails().confirm(tx, who, userId);
        }
    }

    private NewMobileWorker wanted() {
        String first = "";
        String last = "";
        String email = "";
        String language = "";
        List<String> numbers = List.of();
        Map<String, String> data = new HashMap<>();
        String role = "";
        for (WorkerChange change : row.changes()) {
            switch (change) {
                case WorkerChange.FirstName(var value) -> first = value;
                case WorkerChange.LastName(var value) -> last = value;
                case WorkerChange.Email(var value) -> email = value;
                case WorkerChange.Language(var value) -> language = value;
                case WorkerChange.PhoneNumbers(var values) -> numbers = values;
                case WorkerChange.DefaultPhoneNumber(var value) -> numbers = List.of(value);
                case WorkerChange.UserData(var values) -> data.putAll(values);
                case WorkerChange.Role(var name) -> role = name;
                case WorkerChange.Password _, WorkerChange.DeactivateAfter _ -> {}
            }
        }
        var worker = new NewMobileWorker(place.subject(), row.password(), first, last, email, language, numbers, data)
                .with(role);
        return row.choosesPassword() ? worker.choosing() : worker;
    }

    private Effect change(Tx tx, MobileWorker worker) {
        List<WorkerChange> changes = new ArrayList<>(row.changes());
        changes.removeIf(WorkerChange.DeactivateAfter.class::isInstance);
        hash.ifPresent(_ -> changes.add(new WorkerChange.Password(row.password())));
        if (!changes.isEmpty()) {
            services.workers().edit(tx, who, worker.userId(), changes, hash);
        }
        row.active().ifPresent(active -> services.workers().setActive(tx, who, worker.userId(), active));
        setDay(tx, worker.userId());
        if (row.changesBelonging()) {
            services.belongings().set(tx, who, worker.userId(), row.belonging());
        }
        mail(tx, worker.userId());
        boolean changed = !changes.isEmpty()
                || !row.changes().isEmpty()
                || row.active().isPresent()
                || row.changesBelonging()
                || row.mailsConfirmation();
        return webUser(tx) != Effect.UNCHANGED || changed ? Effect.UPDATED : Effect.UNCHANGED;
    }

    @Override
    public String column(String field) {
        return switch (field) {
            case "username" -> columns.username().header();
            case "password" -> columns.password().isThere() ? columns.password().header() : "password";
            case "firstName", "lastName" -> columns.name().header();
            case "email" -> columns.email().header();
            case "role" -> columns.role().header();
            case "language" -> columns.language().header();
            case "deactivateAfter" -> columns.deactivateAfter().header();
            case "phoneNumbers" ->
                columns.phoneNumbers().isEmpty()
                        ? ""
                        : columns.phoneNumbers().getFirst().header();
            case "groups" ->
                columns.groups().isEmpty() ? "" : columns.groups().getFirst().header();
            case "locations" ->
                columns.locations().isEmpty()
                        ? ""
                        : columns.locations().getFirst().header();
            default -> "";
        };
    }
}
