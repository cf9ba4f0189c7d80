// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Seen;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataProfile;
import org.baraza.places.Belonging;
import org.baraza.places.Group;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** The sheet of mobile workers: a row makes a worker, or changes the one of its id or else of its username. */
final class WorkerPart implements SheetPart {
    private static final int AT_ONCE = 200;
    /** Hashing takes its time, and a job must be able to end between rows. */
    private static final int AT_ONCE_WITH_PASSWORDS = 40;

    private final PeopleServices services;
    private final ProjectAccess who;
    private final Pending pending;
    private final WorkerColumns columns;
    private final List<UserDataProfile> profiles;
    private final List<String> roles;
    private final Seen seen = new Seen();

    WorkerPart(PeopleServices services, ProjectAccess who, Pending pending, Columns sheet) {
        this.services = services;
        this.who = who;
        this.pending = pending;
        this.columns = WorkerColumns.of(sheet);
        this.profiles = services.userData().profiles(who);
        this.roles = services.roles().given(who);
    }

    @Override
    public String sheet() {
        return WorkerColumns.SHEET;
    }

    @Override
    public int atOnce() {
        return (columns.password().isThere() || columns.confirmed().isThere()) && !pending.isRehearsal()
                ? AT_ONCE_WITH_PASSWORDS
                : AT_ONCE;
    }

    @Override
    public void passing(DataRow row) {
        seen.note(row.word(columns.userId()), row.number());
        seen.note(username(row), row.number());
    }

    private String username(DataRow row) {
        return MobileWorkers.bareName(who, row.word(columns.username()));
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        Present present = present(rows);
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            RowPlace place = new RowPlace(sheet(), row.number(), row.word(columns.username()));
            try {
                @Nullable MobileWorker before = before(row, present);
                WorkerRow plan = new WorkerRow(columns, who, profiles, roles, pending).read(row, before, present);
                steps.add(new WorkerStep(services, who, columns, place, before, plan));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return pending.isRehearsal() ? steps : new Hashing(services.workers(), who).of(steps);
    }

    private @Nullable MobileWorker before(DataRow row, Present present) {
        String id = row.word(columns.userId());
        seen.refuseSecond(columns.userId().header(), id, row.number());
        seen.refuseSecond(columns.username().header(), username(row), row.number());
        if (id.isEmpty()) {
            return present.byName().get(username(row));
        }
        MobileWorker found = present.byId().get(id);
        if (found == null) {
            throw new RowRefused(columns.userId().header(), "USER_UNKNOWN", "There is no mobile worker of that id.");
        }
        if (!username(row).isEmpty() && !username(row).equals(found.username())) {
            throw new RowRefused(
                    columns.username().header(),
                    "USERNAME_CHANGED",
                    "Changing usernames is not supported: the worker of that id is " + found.username() + ".");
        }
        return found;
    }

    /**
     * What there is of what the rows speak of.
     *
     * @param roles names of the roles of the workers, by id; empty where the sheet says nothing of them
     * @param groups by name in lower case
     * @param locations by site code
     */
    record Present(
            Map<String, MobileWorker> byName,
            Map<String, MobileWorker> byId,
            Map<String, String> roles,
            Map<String, Belonging> belongings,
            Map<String, Group> groups,
            Map<String, Location> locations) {}

    private Present present(List<DataRow> rows) {
        Map<String, MobileWorker> byName = services.workers().withNames(who, words(rows, List.of(columns.username())));
        Map<String, MobileWorker> byId = services.workers().find(who, words(rows, List.of(columns.userId())));
        Map<String, MobileWorker> all = new HashMap<>(byId);
        byName.values().forEach(worker -> all.put(worker.userId(), worker));
        Set<String> groupNames = words(rows, columns.groups());
        return new Present(
                byName,
                byId,
                columns.role().isThere() ? services.roles().of(who, all.keySet()) : Map.of(),
                services.belongings().of(who, all.keySet()),
                services.groups().withNames(who, groupNames),
                services.transactions().read(tx -> new PlaceCells(columns.locations()).known(tx, services, rows)));
    }

    private static Set<String> words(List<DataRow> rows, List<Column> of) {
        Set<String> words = new LinkedHashSet<>();
        rows.forEach(row -> of.forEach(column -> words.add(row.word(column))));
        words.remove("");
        return words;
    }
}
