// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.world.WorldFile.WebUser;

/**
 * Whether the doors of a world are still exactly as the last load left them: then they can stay, and no node remembers anything
 * that is not true. A mark is taken of all rows and of the transactions that wrote them, so that a change and its reversal show;
 * it is kept with the project's record of having been loaded.
 */
final class DoorMarks {
    static final String ACTION = "world.loaded";

    private final Sql sql;
    private final WorldFile world;
    private final String worldDigest;

    /** @param worldDigest of all that decides what a load writes */
    DoorMarks(Sql sql, WorldFile world, String worldDigest) {
        this.sql = sql;
        this.world = world;
        this.worldDigest = worldDigest;
    }

    boolean areUntouched(List<ProjectRow> projects) {
        String now = mark(projects);
        return projects.stream()
                .allMatch(project -> known(project).filter(now::equals).isPresent());
    }

    private Optional<String> known(ProjectRow project) {
        sql.see("baraza.project", project.id());
        return sql.first(row -> row.getString(1), """
                select detail ->> 'mark' from identity.audit_event
                where project_id = ? and action = ? order by event_id desc limit 1""", project.id(), ACTION);
    }

    /** Into the audit of each project, which says by that who replaced it. */
    void keep(List<ProjectRow> projects) {
        String mark = mark(projects);
        for (ProjectRow project : projects) {
            sql.see("baraza.project", project.id());
            sql.run("""
                    insert into identity.audit_event (project_id, actor_name, action, subject_kind, subject_id, detail)
                    values (?, 'load-world', ?, 'project', ?, jsonb_build_object('world', ?, 'mark', ?))""", project.id(), ACTION, project.id().toString(), world.name(), mark);
        }
    }

    private String mark(List<ProjectRow> projects) {
        List<String> parts = new ArrayList<>(List.of(worldDigest));
        for (ProjectRow project : projects) {
            sql.see("baraza.project", project.id());
            // what Digest needs is learned at sign-ins and remembered by nobody
            Set<String> tables = Set.of(
                    "tenancy.project",
                    "identity.role",
                    "identity.membership",
                    "identity.mobile_worker",
                    "identity.project_security");
            tables.stream()
                    .sorted()
                    .forEach(table -> parts.add(rows(
                            "select t::text || t.xmin::text from " + table + " t where project_id = ? order by 1",
                            project.id())));
        }
        for (WebUser user : world.webUsers()) {
            sql.see("baraza.user", user.id());
            parts.add(rows(
                    "select t::text || t.xmin::text from identity.web_user t where user_id = ? order by 1", user.id()));
            // when a key was last used opens nothing
            parts.add(rows("""
                    select (to_jsonb(t) - 'last_used_at')::text from identity.api_key t where user_id = ? order by 1""", user.id()));
        }
        return WorldFile.digest(String.join("\n", parts));
    }

    private String rows(String query, Object owner) {
        return String.join("\n", sql.rows(row -> row.getString(1), query, owner));
    }
}
