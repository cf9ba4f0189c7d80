// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.baraza.devices.LastContact;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.YesNo;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataField;
import org.baraza.identity.UserDataProfile;
import org.baraza.places.Assigned;
import org.baraza.places.Belonging;
import org.baraza.places.Group;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** The sheet of mobile workers, as it can be sent back. */
final class WorkerSheet implements SheetSource {
    private static final List<String> FIRST = List.of("username", "password", "name");
    private static final List<String> MIDDLE = List.of("email", "language", "role", "user_id", "is_active");
    private static final List<String> READ_ONLY =
            List.of("registered_on (read only)", "last_submission (read only)", "last_sync (read only)");

    /** How the column {@code deactivate_after} says a month. */
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM-uuuu", Locale.ROOT);

    static final int LENGTH_OF_MONTH = 7;

    private final PeopleServices services;
    private final ProjectAccess who;
    private final List<String> fields;
    private final List<UserDataProfile> profiles;
    private final Supplier<List<MobileWorker>> pages;
    private final Shape shape;

    /** @param pages gives the workers, a page at a time, none at the end */
    WorkerSheet(PeopleServices services, ProjectAccess who, Shape shape, Supplier<List<MobileWorker>> pages) {
        this.services = services;
        this.who = who;
        this.shape = shape;
        this.pages = pages;
        this.fields = services.userData().fields(who).stream()
                .map(UserDataField::slug)
                .toList();
        this.profiles = services.userData().profiles(who);
    }

    /** How many columns the lists of the workers need, and which other data they have. */
    static final class Shape {
        private int workers;
        private int numbers = 1;
        private int groups = 1;
        private int locations = 1;
        private boolean days;
        private final TreeSet<String> data = new TreeSet<>();

        void add(List<MobileWorker> some, Map<String, Belonging> belongings) {
            workers += some.size();
            for (MobileWorker worker : some) {
                numbers = Math.max(numbers, worker.phoneNumbers().size());
                data.addAll(worker.userData().keySet());
                days |= worker.deactivateAfter().isPresent();
            }
            for (Belonging belonging : belongings.values()) {
                groups = Math.max(groups, belonging.groupIds().size());
                locations =
                        Math.max(locations, belonging.assigned().locationIds().size());
            }
        }

        int workers() {
            return workers;
        }
    }

    @Override
    public String name() {
        return WorkerColumns.SHEET;
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(FIRST);
        numbered(header, WorkerColumns.PHONE, shape.numbers);
        header.addAll(MIDDLE);
        if (!profiles.isEmpty()) {
            header.add("user_profile");
        }
        fields.forEach(slug -> header.add("data: " + slug));
        others().forEach(slug -> header.add("uncategorized_data: " + slug));
        numbered(header, "group", shape.groups);
        numbered(header, "location_code", shape.locations);
        if (shape.days) {
            header.add("deactivate_after");
        }
        header.addAll(READ_ONLY);
        return header;
    }

    private static void numbered(List<String> header, String name, int most) {
        for (int number = 1; number <= most; number++) {
            header.add(name + " " + number);
        }
    }

    private List<String> others() {
        return shape.data.stream()
                .filter(slug -> !fields.contains(slug) && !slug.startsWith("commcare_"))
                .toList();
    }

    @Override
    public List<List<String>> next() {
        List<MobileWorker> some = pages.get();
        List<String> ids = some.stream().map(MobileWorker::userId).toList();
        Map<String, Belonging> belongings = services.belongings().of(who, ids);
        Map<String, String> roles = services.roles().of(who, ids);
        var groupIds = new LinkedHashSet<String>();
        var locationIds = new LinkedHashSet<String>();
        belongings.values().forEach(belonging -> {
            groupIds.addAll(belonging.groupIds());
            locationIds.addAll(belonging.assigned().locationIds());
        });
        Map<String, Group> groups =
                groupIds.isEmpty() ? Map.of() : services.groups().find(who, groupIds);
        Map<String, Location> locations = locationIds.isEmpty()
                ? Map.of()
                : services.transactions().read(tx -> services.locations().find(tx, locationIds));
        Map<String, Instant> submissions = services.forms().lastArrivals(who, ids);
        Map<String, LastContact> contacts = services.devices().lastContacts(who, ids);
        List<List<String>> rows = new ArrayList<>();
        for (MobileWorker worker : some) {
            String id = worker.userId();
            List<String> row = row(
                    worker, roles.getOrDefault(id, ""), belongings.getOrDefault(id, Belonging.NONE), groups, locations);
            row.add(worker.createdAt().toString());
            row.add(moment(submissions.get(id)));
            row.add(Optional.ofNullable(contacts.get(id))
                    .map(contact -> moment(contact.syncOn()))
                    .orElse(""));
            rows.add(row);
        }
        return rows;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private List<String> row(
            MobileWorker worker,
            String role,
            Belonging belonging,
            Map<String, Group> groups,
            Map<String, Location> locations) {
        List<String> row = new ArrayList<>(List.of(worker.username(), "", WorkerRow.fullName(worker)));
        padded(row, worker.phoneNumbers(), shape.numbers);
        row.addAll(List.of(worker.email(), worker.language(), role, worker.userId(), YesNo.text(worker.active())));
        Optional<UserDataProfile> profile = profile(worker);
        if (!profiles.isEmpty()) {
            row.add(profile.map(UserDataProfile::name).orElse(""));
        }
        Map<String, String> data = new LinkedHashMap<>(worker.userData());
        // What a profile fixes is not hers to change; left empty, another profile can be chosen.
        profile.ifPresent(fixed -> data.keySet().removeAll(fixed.fields().keySet()));
        fields.forEach(slug -> row.add(data.getOrDefault(slug, "")));
        others().forEach(slug -> row.add(data.getOrDefault(slug, "")));
        padded(
                row,
                belonging.groupIds().stream()
                        .flatMap(id -> Optional.ofNullable(groups.get(id)).stream())
                        .map(Group::name)
                        .toList(),
                shape.groups);
        padded(row, codes(belonging.assigned(), locations), shape.locations);
        if (shape.days) {
            row.add(month(worker.deactivateAfter()));
        }
        return row;
    }

    static String month(Optional<LocalDate> day) {
        return day.map(MONTH::format).orElse("");
    }

    private Optional<UserDataProfile> profile(MobileWorker worker) {
        String id = worker.userData().getOrDefault("commcare_profile", "");
        return profiles.stream().filter(known -> known.profileId().equals(id)).findFirst();
    }

    /** The primary one first. */
    private static List<String> codes(Assigned assigned, Map<String, Location> locations) {
        var ids = new LinkedHashSet<String>();
        if (!assigned.primaryId().isEmpty()) {
            ids.add(assigned.primaryId());
        }
        ids.addAll(assigned.locationIds());
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(locations.get(id)).stream())
                .map(Location::siteCode)
                .toList();
    }

    private static void padded(List<String> row, List<String> texts, int width) {
        row.addAll(texts);
        for (int missing = texts.size(); missing < width; missing++) {
            row.add("");
        }
    }
}
