// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baraza.world.WorldFile.Group;
import org.baraza.world.WorldFile.Level;
import org.baraza.world.WorldFile.Membership;
import org.baraza.world.WorldFile.Place;
import org.baraza.world.WorldFile.WebUser;
import org.baraza.world.WorldFile.Worker;
import org.jspecify.annotations.Nullable;

/** Writes levels, locations, who is assigned where, and groups. */
final class Places {
    private final Sql sql;
    private final WorldFile world;
    private final ProjectRow project;
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    Places(Sql sql, WorldFile world, ProjectRow project) {
        this.sql = sql;
        this.world = world;
        this.project = project;
    }

    void write() {
        world.locationTypes().stream().filter(level -> isHere(level.domain())).forEach(this::writeLevel);
        world.locations().stream().filter(place -> isHere(place.domain())).forEach(this::writePlace);
        sql.run(
                "insert into places.tree (project_id, last_type_no, last_location_no, version) values (?, ?, ?, 1)",
                project.id(),
                levels.size(),
                paths.size());
        world.webUsers().forEach(this::assign);
        world.mobileWorkers().stream()
                .filter(worker -> isHere(worker.domain()))
                .forEach(worker -> assign(worker.id(), worker.locations()));
        world.groups().stream().filter(group -> isHere(group.domain())).forEach(this::writeGroup);
    }

    private boolean isHere(String domain) {
        return domain.equals(project.name());
    }

    private void writeLevel(Level level) {
        int number = levels.size() + 1;
        sql.run(
                """
                insert into places.location_type (
                    project_id, type_no, name, code, parent_no, administrative, shares_cases, view_descendants,
                    created_at, last_modified)
                values (?, ?, ?, ?, ?, ?, ?, ?, now(), now())""",
                project.id(),
                number,
                level.name(),
                level.code(),
                level.parent() == null ? null : known(levels, level.parent(), "level"),
                level.administrative(),
                level.sharesCases(),
                level.viewDescendants());
        levels.put(level.code(), number);
    }

    private void writePlace(Place place) {
        int number = paths.size() + 1;
        String above = place.parent() == null ? "" : known(paths, place.parent(), "location");
        String path = above + number + "/";
        sql.run(
                """
                insert into places.location (
                    project_id, location_id, location_no, name, name_key, type_no, parent_id, site_code, external_id,
                    metadata, latitude, longitude, created_at, last_modified, path)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""",
                project.id(),
                place.locationId(),
                number,
                place.name(),
                key(place.name()),
                known(levels, place.type(), "level"),
                place.parent(),
                place.siteCode(),
                place.externalId(),
                Sql.json(place.locationData()),
                angle(place.latitude()),
                angle(place.longitude()),
                place.lastModified(),
                place.lastModified(),
                path);
        paths.put(place.locationId(), path);
    }

    private static <T> T known(Map<String, T> earlier, String name, String kind) {
        return Optional.ofNullable(earlier.get(name))
                .orElseThrow(() -> new WorldRefused("There is no " + kind + " " + name + " before this one."));
    }

    private static @Nullable BigDecimal angle(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private void assign(WebUser user) {
        Membership membership = user.domains().get(project.name());
        if (membership != null && membership.location() != null) {
            assign(user.id(), List.of(membership.location()));
        }
    }

    /** The first is her primary one. */
    private void assign(String userId, List<String> locations) {
        for (int i = 0; i < locations.size(); i++) {
            known(paths, locations.get(i), "location");
            sql.run("""
                    insert into places.assignment (project_id, user_id, location_id, is_primary, place)
                    values (?, ?, ?, ?, ?)""", project.id(), userId, locations.get(i), i == 0, i + 1);
        }
    }

    private void writeGroup(Group group) {
        sql.run(
                """
                insert into places.user_group (
                    project_id, group_id, name, name_key, case_sharing, reporting, metadata, created_at, last_modified)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, now(), now())""",
                project.id(),
                group.id(),
                group.name(),
                key(group.name()),
                group.caseSharing(),
                group.reporting(),
                Sql.json(group.metadata()));
        List<String> workers = world.mobileWorkers().stream()
                .filter(worker -> isHere(worker.domain()))
                .map(Worker::id)
                .toList();
        for (int i = 0; i < group.users().size(); i++) {
            if (!workers.contains(group.users().get(i))) {
                throw new WorldRefused("There is no worker " + group.users().get(i) + " in " + project.name() + ".");
            }
            sql.run(
                    "insert into places.group_member (project_id, group_id, user_id, place) values (?, ?, ?, ?)",
                    project.id(),
                    group.id(),
                    group.users().get(i),
                    i + 1);
        }
    }
}
