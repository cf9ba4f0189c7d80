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
import org.baraza.places.LocationTypeWish;
import org.baraza.places.LocationTypes;
import org.baraza.places.LocationWish;

/**
 * Groups and places of a project, and who is in them: two groups of which one shares cases, two districts that see into
 * their villages, and a village in each that shares cases.
 */
final class Neighbourhood {
    private final ProjectAccess admin;
    private final List<String> userIds;
    private final Groups groups;
    private final Assignments assignments;
    private final LocationEditing editing;
    private final String sharing;
    private final String talking;
    private final List<String> districts = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final Map<String, Integer> districtOf = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, String> placeOf = new HashMap<>();

    Neighbourhood(SyncField field, ProjectAccess admin, List<ProjectAccess> workers) {
        this.admin = admin;
        this.userIds = workers.stream().map(worker -> worker.actor().userId()).toList();
        var audit = new Audit();
        Clock clock = field.world.clock;
        groups = new Groups(field.world.transactions, audit, clock);
        assignments = new Assignments(field.world.transactions, audit);
        editing = new LocationEditing(field.world.transactions, audit, clock);
        var types = new LocationTypes(field.world.transactions, audit, clock);
        sharing = group("Sharing", true);
        talking = group("Talking", false);
        in(() -> types.create(admin, new LocationTypeWish("District", "district", "", false, false, true)));
        in(() -> types.create(admin, new LocationTypeWish("Village", "village", "district", false, true, false)));
        for (int i = 0; i < 2; i++) {
            districts.add(location("District " + i, "district", ""));
            villages.add(location("Village " + i, "village", districts.get(i)));
            districtOf.put(villages.get(i), i);
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
        String place = placeOf.getOrDefault(userId, "");
        if (villages.contains(place)) {
            owners.add(place);
        }
        villages.stream()
                .filter(village -> districts.indexOf(place) == districtOf.getOrDefault(village, -1))
                .filter(village -> districts.contains(place))
                .forEach(owners::add);
        return owners;
    }

    /** A group or a place that may own, or one that may not. */
    String someOwner(SplittableRandom random) {
        List<String> all = new ArrayList<>(villages);
        all.addAll(List.of(sharing, sharing, talking, districts.getFirst()));
        return all.get(random.nextInt(all.size()));
    }

    /** Somebody joins or leaves a group, is moved, or a village is; says what happened. */
    String change(SplittableRandom random) {
        String user = userIds.get(random.nextInt(userIds.size()));
        return switch (random.nextInt(4)) {
            case 0, 1 -> regroup(user, random.nextInt(4) > 0 ? sharing : talking);
            case 2 -> place(user, random);
            default -> move(villages.get(random.nextInt(villages.size())));
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
        List<String> all = new ArrayList<>(villages);
        all.addAll(districts);
        all.add("");
        String place = all.get(random.nextInt(all.size()));
        placeOf.put(user, place);
        in(() ->
                assignments.set(admin, user, place.isEmpty() ? Assigned.NOWHERE : new Assigned(List.of(place), place)));
        return user + " now works in " + place;
    }

    private String move(String village) {
        int district = 1 - districtOf.getOrDefault(village, 0);
        districtOf.put(village, district);
        in(() -> editing.edit(admin, village, wish -> wish.withParentId(districts.get(district))));
        return village + " moves to " + districts.get(district);
    }
}
