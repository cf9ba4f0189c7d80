// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.baraza.persistence.schema.apps.Tables.ROLLOUT;
import static org.baraza.persistence.schema.forwarding.Tables.LANE;
import static org.baraza.persistence.schema.usercases.Tables.DUE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.baraza.persistence.tenancy.ProjectId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which projects have work that waits, and nothing of what it is: so that it is found again after a crash, on any node. */
public final class ProjectsWithWork {
    private final DSLContext sql;

    /** @param system connections of the role {@code baraza_system} */
    public ProjectsWithWork(DataSource system) {
        this.sql = DSL.using(system, SQLDialect.POSTGRES);
    }

    /** Those in which user cases are due. */
    public List<ProjectId> ofUserCases() {
        return sql.selectDistinct(DUE.PROJECT_ID).from(DUE).fetch(row -> new ProjectId(row.value1()));
    }

    /** Those in which a version of an app is being rolled out; index rollout_watched. */
    public List<ProjectId> ofRollouts() {
        return sql.selectDistinct(ROLLOUT.PROJECT_ID)
                .from(ROLLOUT)
                .where(ROLLOUT.STATE.eq("running"))
                .fetch(row -> new ProjectId(row.value1()));
    }

    /** Those of the projects that have forwarders, or had some. */
    public List<ProjectId> withForwarders(Collection<ProjectId> projects) {
        return sql.selectDistinct(LANE.PROJECT_ID)
                .from(LANE)
                .where(LANE.PROJECT_ID.in(
                        projects.stream().map(ProjectId::value).toList()))
                .fetch(row -> new ProjectId(row.value1()));
    }

    /** A forwarder of a project. */
    public record LaneOf(ProjectId project, UUID forwarderId) {}

    /** Forwarders that have something to send and that no living node works for, the longest due first; index lane_due. */
    public List<LaneOf> dueLanes(Instant now, int most) {
        return sql.select(LANE.PROJECT_ID, LANE.FORWARDER_ID)
                .from(LANE)
                .where(LANE.DUE_AT.le(now))
                .and(LANE.HELD_UNTIL.isNull().or(LANE.HELD_UNTIL.lt(DSL.currentInstant())))
                .orderBy(LANE.DUE_AT)
                .limit(most)
                .fetch(row -> new LaneOf(new ProjectId(row.value1()), row.value2()));
    }

    /**
     * How many records of forwarders of all projects are in which state.
     *
     * @param overdue forwarders that have had something to send for longer than they should
     */
    public record Totals(
            long pending, long failed, long succeeded, long empty, long cancelled, long invalid, long overdue) {
        public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
    }

    /** @param since forwarders that are due since before that are overdue */
    public Totals totals(Instant since) {
        return sql.select(
                        total(LANE.PENDING),
                        total(LANE.FAILED),
                        total(LANE.SUCCEEDED),
                        total(LANE.EMPTY),
                        total(LANE.CANCELLED),
                        total(LANE.INVALID),
                        DSL.count().filterWhere(LANE.DUE_AT.lt(since)))
                .from(LANE)
                .fetchSingle(row -> new Totals(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    private static Field<Long> total(Field<Long> counts) {
        return DSL.coalesce(DSL.sum(counts).cast(SQLDataType.BIGINT), 0L);
    }
}
