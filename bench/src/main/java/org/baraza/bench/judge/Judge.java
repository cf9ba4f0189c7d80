// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Compares what is stored with what was promised. */
public final class Judge {
    private Judge() {}

    public static Complaints judge(Connection connection, UUID project, Promised promised) throws SQLException {
        return judge(SnapshotReader.read(connection, project), promised);
    }

    static Complaints judge(Snapshot stored, Promised promised) {
        Complaints complaints = new Complaints();
        FormChecks.check(stored, promised, complaints);
        HistoryChecks.check(stored, promised, complaints);
        CaseChecks.check(stored, promised, complaints);
        FeedChecks.check(stored, promised, complaints);
        PhotoChecks.check(stored, promised, complaints);
        return complaints;
    }
}
