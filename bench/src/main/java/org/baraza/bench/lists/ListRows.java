// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.lists;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.baraza.bench.server.ServerHome;

/** Puts households and their members straight into the database of a server: every fifth case is a household, the next four live in it. */
final class ListRows {
    static final String HOUSEHOLD = "household";
    static final String MEMBER = "member";

    private static final String CASES = """
            insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, opened_on, opened_by,
                modified_on, modified_by, server_modified_on, properties, indices, last_ordinal, indexed_on)
            select '%1$s', 'c' || n, n, case when n %% 5 = 0 then 'household' else 'member' end, 'Case ' || n, 'u' || n %% 200,
                at, 'u' || n %% 200, at, 'u' || n %% 200, at,
                jsonb_build_object('village', 'Village ' || n %% 500, 'weight', (n %% 90)::text, 'visits', (n %% 9)::text,
                    'status', 'active', 'risk', case when n %% 7 = 0 then 'high' else 'low' end),
                case when n %% 5 = 0 then '[]'::jsonb else jsonb_build_array(jsonb_build_object('id', 'parent',
                    'type', 'household', 'target', 'c' || n - n %% 5, 'rel', 'child')) end,
                1, at + n * interval '1 microsecond'
            from (select n, timestamptz '2026-01-01' + n * interval '1 second' as at
                  from generate_series(5, %2$d) as n) as numbers""";

    private static final String LINKS = """
            insert into cases.case_index (project_id, case_id, identifier, target_id, case_type, relationship)
            select '%1$s', 'c' || n, 'parent', 'c' || n - n %% 5, 'household', 'child'
            from generate_series(5, %2$d) as n where n %% 5 <> 0""";

    private ListRows() {}

    static void cases(ServerHome home, UUID project, int count) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                var statement = connection.createStatement()) {
            statement.execute(CASES.formatted(project, count + 4));
            statement.execute(LINKS.formatted(project, count + 4));
        }
    }

    static void settle(ServerHome home) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze cases.case_record, cases.case_index, forms.form");
        }
    }
}
