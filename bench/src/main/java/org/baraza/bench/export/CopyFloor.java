// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.baraza.bench.server.ServerHome;
import org.postgresql.PGConnection;

/** The floor: the database copies the same columns of the same rows out as CSV, under row-level security, and nobody looks. */
final class CopyFloor {
    private static final String FORMS =
            "select form_id, user_id, username, time_start, time_end, received_on, xml from forms.form where xmlns = '"
                    + ExportRows.XMLNS + "' and state = 1 order by received_on, form_id";
    private static final String CASES =
            "select case_id, name, closed, owner_id, opened_by, opened_on, modified_by, modified_on, closed_by, closed_on,"
                    + " properties, indices from cases.case_record where type = '" + ExportRows.CASE_TYPE
                    + "' and deleted_on is null order by server_modified_on, case_no";

    private CopyFloor() {}

    /** Rows a second. */
    static double rate(ServerHome home, UUID project, boolean ofForms) throws SQLException, IOException {
        try (Connection connection = home.superuser()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local role baraza_app");
                statement.execute("select set_config('baraza.project', '" + project + "', true)");
            }
            long began = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (" + (ofForms ? FORMS : CASES) + ") to stdout (format csv)",
                            OutputStream.nullOutputStream());
            return rows * 1e9 / (System.nanoTime() - began);
        }
    }
}
