// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.places.Assigned;
import org.baraza.places.Assignments;
import org.baraza.places.GroupWish;
import org.baraza.places.Groups;
import org.baraza.places.LocationEditing;
import org.baraza.places.LocationLifecycle;
import org.baraza.places.LocationTypeWish;
import org.baraza.places.LocationTypes;
import org.baraza.places.LocationWish;

/**
 * Groups and places of a project, and who is in them: two groups of which one shares cases, two districts that see into
 * their villages, and at first a village in each that shares cases.
 */
final class Neighbourhood {
    private final ProjectAccess admin;
    private final List<String> userIds;
    private final Groups groups;
    private final Assignments assignments;
    private final LocationEditing editing;
    private final LocationLifecycle lifecycle;
    private final String sharing;
    private final String talking;
    private final List<String> districts = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final Map<String, String> districtOf = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> placesOf = new HashMap<>();
    private final Set<String> archived = new HashSet<>();

    Neighbourhood(SyncField field, ProjectAccess admin, List<ProjectAccess> workers) {
        this.admin = admin;
        this.userIds = workers.stream().map(worker -> worker.actor().userId()).toList();
        var audit = new Audit();
        Clock clock = field.world.clock;
        groups = new Groups(field.world.transactions, audit, clock);
        assignments = new Assignments(field.world.transactions, audit);
        editing = new LocationEditing(field.world.transactions, audit, clock);
        lifecycle = new LocationLifecycle(field.world.transactions, audit, clock);
        var types = new LocationTypes(field.world.transactions, audit, clock);
        sharing = group("Sharing", true);
        talking = group("Talking", false);
        in(() -> types.create(admin, new LocationTypeWish("District", "district", "", false, false, true)));
        in(() -> types.create(admin, new LocationTypeWish("Village", "village", "district", false, true, false)));
        for (int i = 0; i < 2; i++) {
            districts.add(location("District " + i, "district", ""));
            villages.add(location("Village " + i, "village", districts.get(i)));
            districtOf.put(villages.get(i), districts.get(i));
        }
    }

    private <R> R in(Supplier<R> work) {
        return ProjectScope.in(admin.project(), work::get);
    }

    private String group(String name, boolean shares) {
        return in(() -> groups.create(admin, GroupWish.named(name).withCaseSharing(shares)))
                .groupId();
    }

    private String location(String name, String type, String parent) {
        return in(() -> editing.create(admin, LocationWish.of(name, type, parent)))
                .locationId();
    }

    /** Ids under which a user owns. */
    Set<String> owners(String userId) {
        Set<String> owners = new TreeSet<>(Set.of(userId));
        if (members.getOrDefault(sharing, Set.of()).contains(userId)) {
            owners.add(sharing);
        }
        for (String place : placesOf.getOrDefault(userId, Set.of())) {
            if (districts.contains(place)) {
                owners.addAll(villagesOf(place));
                owners.removeAll(archived);
            } else {
                owners.add(place);
            }
        }
        return owners;
    }

    private List<String> villagesOf(String district) {
        return villages.stream()
                .filter(village -> district.equals(districtOf.get(village)))
                .toList();
    }

    /** A group or a place that may own, or one that may not. */
    String someOwner(SplittableRandom random) {
        List<String> all = new ArrayList<>(villages);
        all.addAll(List.of(sharing, sharing, talking, districts.getFirst()));
        return any(all, random);
    }

    /** Somebody joins or leaves a group or is moved; a place moves, closes, opens or becomes part of another. */
    String change(SplittableRandom random) {
        String user = any(userIds, random);
        return switch (random.nextInt(9)) {
            case 0, 1 -> regroup(user, random.nextInt(4) > 0 ? sharing : talking);
            case 2, 3, 4 -> place(user, random);
            case 5, 6 -> move(any(villages, random));
            case 7 -> archiveOrOpen(any(random.nextInt(3) > 0 ? villages : districts, random));
            default -> merge(random.nextInt(3) > 0 ? villages : districts, random);
        };
    }

    private String regroup(String user, String group) {
        Set<String> after = new HashSet<>(members.getOrDefault(group, Set.of()));
        if (!after.remove(user)) {
            after.add(user);
        }
        members.put(group, after);
        in(() -> groups.edit(admin, group, wish -> wish.withUserIds(List.copyOf(after))));
        return "group " + group + " is now " + after;
    }

    private String place(String user, SplittableRandom random) {
        List<String> open = new ArrayList<>(villages);
        open.addAll(districts);
        open.removeAll(archived);
        Set<String> places = new TreeSet<>();
        for (int count = random.nextInt(3); count > 0 && !open.isEmpty(); count--) {
            places.add(any(open, random));
        }
        placesOf.put(user, places);
        List<String> assigned = List.copyOf(places);
        in(() -> assignments.set(
                admin, user, assigned.isEmpty() ? Assigned.NOWHERE : new Assigned(assigned, assigned.getFirst())));
        return user + " now works in " + places;
    }

    private String move(String village) {
        String district = districts.get(districts.getFirst().equals(districtOf.get(village)) ? 1 : 0);
        if (archived.contains(village) || archived.contains(district)) {
            return village + " stays where it is";
        }
        districtOf.put(village, district);
        in(() -> editing.edit(admin, village, wish -> wish.withParentId(district)));
        return village + " moves to " + district;
    }

    private String archiveOrOpen(String place) {
        List<String> below = districts.contains(place) ? villagesOf(place) : List.of();
        if (archived.contains(place)) {
            in(() -> lifecycle.unarchive(admin, place));
            archived.remove(place);
            archived.remove(districtOf.getOrDefault(place, place));
            below.forEach(archived::remove);
            return place + " is open again";
        }
        in(() -> lifecycle.archive(admin, place));
        close(place);
        below.forEach(this::close);
        return place + " is archived";
    }

    private void close(String place) {
        archived.add(place);
        placesOf.values().forEach(places -> places.remove(place));
    }

    private String merge(List<String> level, SplittableRandom random) {
        String from = any(level, random);
        String into = any(level, random);
        if (from.equals(into) || archived.contains(from) || archived.contains(into)) {
            return "nothing is merged";
        }
        in(() -> lifecycle.merge(admin, from, into));
        villagesOf(from).forEach(village -> districtOf.put(village, into));
        placesOf.values().stream().filter(places -> places.contains(from)).forEach(places -> places.add(into));
        close(from);
        return from + " becomes part of " + into;
    }

    private static <T> T any(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
