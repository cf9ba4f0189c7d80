// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditLogTest {
    private final World world = new World();
    private final AuditLog log = new AuditLog(world.transactions);
    private final WebUser admin = world.webUser("admin@example.org");
    private final WebUser reader = world.webUser("reader@example.org");
    private ProjectAccess demo;

    @BeforeAll
    void aProjectInWhichThingsWereDone() {
        demo = world.project("demo", admin);
        for (String name : new String[] {"ann", "bob", "cyd"}) {
            world.worker(demo, name);
        }
        world.in(demo, () -> {
            world.node.members.put(demo, reader.username(), "Field Implementer");
            return reader;
        });
        world.in(demo, () -> world.node.roles.create(demo, new RoleWish("Nurse", Set.of(), false, List.of())));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Page<AuditEvent> list(AuditQuery query) {
        return world.in(demo, () -> log.list(demo, query));
    }

    private static AuditQuery of(@Nullable String actor, @Nullable String action, String after, int first) {
        return new AuditQuery(actor, action, null, null, null, new PageRequest(first, after, true));
    }

    @Test
    void whatWasDoneIsReadPageByPageNewestFirst() {
        List<AuditEvent> all = list(of(null, null, "", 50)).items();
        assertThat(all.getFirst().action()).isEqualTo("role.created");
        assertThat(all.getFirst().detail()).containsEntry("name", "Nurse");
        assertThat(all.getLast().action()).isEqualTo("project.created");
        List<AuditEvent> paged = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            Page<AuditEvent> page = list(of(null, null, after, 2));
            assertThat(page.total()).hasValue(all.size());
            paged.addAll(page.items());
            after = page.items().getLast().cursor();
            more = page.more();
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void itIsSearchedByWhoAndWhatAndWhen() {
        assertThat(list(of("ADMIN@example.org", "mobile_worker.created", "", 50))
                        .items())
                .extracting(event -> event.detail().get("username"))
                .containsExactly("cyd", "bob", "ann");
        assertThat(list(of("ann@demo.commcarehq.org", null, "", 50)).items()).isEmpty();
        Instant now = Instant.now();
        assertThat(list(new AuditQuery(null, null, null, now.minusSeconds(3600), null, PageRequest.first(50)))
                        .items())
                .isNotEmpty();
        assertThat(list(new AuditQuery(null, null, null, null, now.minusSeconds(3600), PageRequest.first(50)))
                        .items())
                .isEmpty();
        assertThat(world.in(demo, () -> log.actions(demo)))
                .containsExactly("member.put", "mobile_worker.created", "project.created", "role.created");
    }

    @Test
    void onlyAdministratorsRead() {
        ProjectAccess who = world.node.access.to(reader, "demo").orElseThrow();
        assertThatThrownBy(() -> world.in(demo, () -> log.list(who, of(null, null, "", 1))))
                .hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> world.in(demo, () -> log.actions(who))).hasMessage("FORBIDDEN");
    }

    @Test
    void amongManyEventsAPageIsARangeOfAnIndex() {
        ProjectAccess large = world.project("large", admin);
        Plans plans = new Plans(world, large.project());
        plans.fill(large.project(), """
                insert into identity.audit_event (project_id, at, actor_name, action)
                select nullif(current_setting('baraza.project', true), '')::uuid, now() - n * interval '1 s',
                    'user' || n % 50, 'thing.' || n % 20
                from generate_series(1, 20000) n""");
        plans.analyse("identity.audit_event");
        var store = new AuditReadStore();
        for (AuditQuery query : List.of(
                of(null, null, "", 50),
                of("user7", null, "", 50),
                of(null, "thing.7", "", 50),
                of(null, null, list(of(null, null, "", 1)).items().getFirst().cursor(), 50))) {
            assertThat(plans.of((Query) store.rows(large.project(), query)))
                    .contains("Index")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }
}
