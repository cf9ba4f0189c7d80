// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.sql.SQLException;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jooq.Query;

/** How PostgreSQL would run a statement in a project, as the application's role. */
public final class Plans {
    private final World world;
    private final ProjectId project;

    public Plans(World world, ProjectId project) {
        this.world = world;
        this.project = project;
    }

    /** Runs a statement that makes many rows. */
    public void fill(ProjectId into, String sql) {
        ProjectScope.run(into, () -> world.transactions.writing(tx -> tx.sql().execute(sql)));
    }

    /** Tells the planner what is there, and which pages are visible to all. */
    public void analyse(String table) {
        try (var connection = world.database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String of(Query statement) {
        return ProjectScope.in(
                project,
                () -> world.transactions.read(tx -> tx.sql().explain(statement).plan()));
    }
}
