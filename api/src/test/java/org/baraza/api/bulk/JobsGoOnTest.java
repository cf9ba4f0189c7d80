// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.exchange.JobFile;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Workbook;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Audit;
import org.baraza.identity.Members;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.RoleWish;
import org.baraza.identity.Roles;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Jobs that are cut short, and jobs that somebody ends. */
@ExtendWith(WholeServer.class)
class JobsGoOnTest {
    private static final int MANY = 1_000;

    private final Server server;

    JobsGoOnTest(Server server) {
        this.server = server;
    }

    private static byte[] groups() {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("name")));
        for (int number = 1; number <= MANY; number++) {
            rows.add(List.of("Group " + number));
        }
        return Office.book(Map.of("groups", rows));
    }

    @Test
    void aNodeThatStopsBetweenRowsLeavesTheRestToTheNext() {
        Office office = new Office(server, "stopping");
        // In the hands of nobody, so that this test is the node.
        String jobId = waiting(office.access);
        JobRunner node = server.bean(JobRunner.class);
        AtomicInteger asked = new AtomicInteger();
        ProjectScope.run(office.access.project(), () -> node.run(jobId, () -> asked.incrementAndGet() > 2));
        JsonNode half = office.job(jobId);
        assertThat(half.path("state").asString()).isEqualTo("RUNNING");
        assertThat(half.path("done").asInt()).as(half.toString()).isPositive().isLessThan(MANY);
        ProjectScope.run(office.access.project(), () -> node.run(jobId, () -> false));
        JsonNode whole = office.job(jobId);
        assertThat(whole.path("state").asString()).isEqualTo("DONE");
        assertThat(whole.path("created").asInt()).as(whole.toString()).isEqualTo(MANY);
        assertThat(whole.path("failed").asInt()).isZero();
    }

    @Test
    void aJobGoesOnWithWhatWhoeverStartedItMayDoNow() {
        Office office = new Office(server, "moving-on");
        ProjectAccess clerk = clerk(office);
        String jobId = waiting(clerk);
        JobRunner node = server.bean(JobRunner.class);
        AtomicInteger asked = new AtomicInteger();
        ProjectScope.run(
                office.access.project(),
                () -> node.run(jobId, () -> {
                    if (asked.incrementAndGet() == 3) {
                        members().put(office.access, clerk.actor().username(), "Groups only");
                    }
                    return false;
                }));
        JsonNode half = office.job(jobId);
        assertThat(half.path("state").asString()).as(half.toString()).isEqualTo("RUNNING");
        assertThat(half.path("done").asInt()).as(half.toString()).isPositive().isLessThan(MANY);

        ProjectScope.run(office.access.project(), () -> node.run(jobId, () -> false));
        JsonNode whole = office.job(jobId);
        assertThat(whole.path("state").asString()).as(whole.toString()).isEqualTo("DONE");
        assertThat(whole.path("created").asInt()).isEqualTo(MANY);
    }

    /** Somebody who may change more than groups yet. */
    private ProjectAccess clerk(Office office) {
        WebUser clerk = server.webUser("clerk@moving-on.example.org");
        return ProjectScope.in(office.access.project(), () -> {
            Set<Permission> groups = EnumSet.of(Permission.EDIT_GROUPS, Permission.ACCESS_ALL_LOCATIONS);
            Set<Permission> more = EnumSet.copyOf(groups);
            more.add(Permission.EDIT_COMMCARE_USERS);
            Roles roles = server.bean(Roles.class);
            roles.create(office.access, new RoleWish("Groups only", groups, false, List.of()));
            roles.create(office.access, new RoleWish("Groups and workers", more, false, List.of()));
            members().put(office.access, clerk.username(), "Groups and workers");
            return server.bean(Access.class).to(clerk, office.project()).orElseThrow();
        });
    }

    private Members members() {
        return server.bean(Members.class);
    }

    /** A job that no node takes before an hour is over. */
    private String waiting(ProjectAccess who) {
        Jobs later = new Jobs(
                server.bean(Transactions.class),
                server.bean(TaskQueue.class),
                server.bean(ChangeLog.class),
                server.bean(BlobStore.class),
                server.bean(Audit.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        return ProjectScope.in(who.project(), () -> {
            try (BlobWriter blob = server.bean(BlobStore.class).create(who.project())) {
                blob.write(groups());
                var wanted = new JobRequest.Upload(Workbook.GROUPS, false, false);
                return later.upload(who, wanted, new JobFile(blob.commit(), "groups.xlsx"))
                        .jobId();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void whoeverStartedAJobCanEndIt() {
        Office office = new Office(server, "ending");
        String jobId = waiting(office.access);
        JsonNode ended = office.graphQl()
                .ask(
                        "mutation($p: String!, $id: String!) { cancelJob(input: {project: $p, jobId: $id}) {"
                                + " job { state } userErrors { code } } }",
                        Map.of("p", office.project(), "id", jobId));
        assertThat(ended.at("/cancelJob/job/state").asString()).isEqualTo("CANCELLED");
        JobRunner node = server.bean(JobRunner.class);
        ProjectScope.run(office.access.project(), () -> node.run(jobId, () -> false));
        assertThat(office.job(jobId).path("done").asInt()).isZero();
    }
}
