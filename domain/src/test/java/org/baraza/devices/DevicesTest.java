// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.jooq.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is heard of devices, and how they are found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DevicesTest {
    private static final String HERE = "nullif(current_setting('baraza.project', true), '')::uuid";

    private final World world = new World();
    private final DeviceActivity activity = new DeviceActivity(world.transactions, world.clock, Duration.ofDays(1));
    private final Devices devices = new Devices(world.transactions, world.clock);
    private ProjectAccess admin;

    @BeforeAll
    void aProject() {
        admin = world.project("demo", world.webUser("admin@example.org"));
    }

    @AfterAll
    void close() {
        activity.close();
        world.close();
    }

    private static Heartbeat beat(String device, String app, int unsent) {
        return new Heartbeat(device, app, "b", null, 3, "2.53", null, unsent, 0, null, null, null, null);
    }

    private List<Device> found(Set<Attention> attention) {
        return world.in(
                        admin,
                        () -> devices.list(admin, new DeviceQuery(attention, null, "q-", PageRequest.first(100))))
                .items();
    }

    @Test
    void contactsAddUpAndTheLaterOneIsBelieved() {
        activity.heard(admin, beat("q-one", "a", 2));
        activity.submitted(admin, "q-one", 4, null);
        activity.flush();
        world.clock.pass(Duration.ofMinutes(1));
        activity.heard(admin, beat("q-one", "a", 0));
        activity.heard(admin, beat("q-one", "b", 5));
        activity.synced(admin, "q-one");
        activity.synced(admin, "WebAppsLogin*amina");
        activity.synced(admin, null);
        activity.flush();
        Device device = found(Set.of()).stream()
                .filter(known -> known.deviceId().equals("q-one"))
                .findFirst()
                .orElseThrow();
        assertThat(device.unsentForms()).isEqualTo(5);
        assertThat(device.appVersion()).isEqualTo(3);
        assertThat(device.lastSyncOn()).isEqualTo(device.seenOn()).isAfter(device.lastSubmissionOn());
        assertThat(world.in(
                        admin,
                        () -> devices.lastContacts(admin, List.of(admin.actor().userId(), "nobody"))))
                .containsOnlyKeys(admin.actor().userId());
        assertThat(world.in(admin, () -> devices.of(admin, List.of(admin.actor().userId()))))
                .hasEntrySatisfying(
                        admin.actor().userId(),
                        list -> assertThat(list).extracting(Device::deviceId).doesNotContain("WebAppsLogin*amina"));
    }

    @Test
    void whoNeedsAttentionIsFoundByTheReason() {
        activity.heard(admin, beat("q-full", "a", 9));
        activity.synced(admin, "q-lazy");
        activity.synced(admin, "q-lost");
        activity.flush();
        world.clock.pass(Duration.ofDays(15));
        activity.submitted(admin, "q-lazy", null, null);
        activity.heard(admin, beat("q-full", "a", 9));
        activity.flush();
        for (Attention reason : Attention.values()) {
            assertThat(found(Set.of(reason)))
                    .allSatisfy(device -> assertThat(devices.attention(device)).contains(reason));
        }
        assertThat(found(Set.of(Attention.UNSENT_FORMS)))
                .extracting(Device::deviceId)
                .contains("q-full");
        assertThat(found(Set.of(Attention.SYNC_OVERDUE)))
                .extracting(Device::deviceId)
                .containsExactly("q-lazy");
        assertThat(found(Set.of(Attention.SILENT))).extracting(Device::deviceId).contains("q-lost");
        assertThat(found(Set.of(Attention.SILENT, Attention.SYNC_OVERDUE))).hasSizeGreaterThan(1);
    }

    @Test
    void theFeedKnowsTheProjectsThatAreToBeSwept() {
        ProjectAccess busy = world.project("busy", world.webUser("busy@example.org"));
        ProjectAccess busier = world.project("busier", world.webUser("busier@example.org"));
        FieldWork work = new FieldWork(world);
        for (ProjectAccess project : List.of(busy, busier, busier)) {
            work.submit(project, FormXml.visit("f" + project.project(), "u"));
        }
        var system = world.database.settings().system();
        try (var pool =
                Databases.pool("system", world.database.settings().url(), system.user(), system.password(), 2)) {
            assertThat(new ChangeFeed(pool).projects()).containsExactlyInAnyOrder(busy.project(), busier.project());
        }
    }

    @Test
    void aDeviceThatNobodyHasAnyMoreLeavesTheList() {
        ProjectAccess old = world.project("old", world.webUser("old@example.org"));
        activity.heard(old, beat("d1", "a", 1));
        activity.flush();
        world.clock.pass(Duration.ofDays(300));
        activity.heard(old, beat("d2", "a", 1));
        activity.flush();
        world.clock.pass(Duration.ofDays(101));
        var retention = new DeviceRetention(world.transactions, world.vault, Duration.ofDays(60), world.clock);
        world.in(old, retention::sweep);
        assertThat(world.in(old, () -> devices.list(old, DeviceQuery.all(PageRequest.first(10))))
                        .items())
                .extracting(Device::deviceId)
                .containsExactly("d2");
    }

    @Test
    void whatCannotBeWrittenIsDroppedAndTheRestGoesOn() {
        activity.submitted(admin, "q-" + "x".repeat(300), null, null);
        activity.submitted(admin, "q-\0", null, null);
        activity.submitted(admin, "q-fine", null, null);
        activity.flush();
        assertThat(found(Set.of())).extracting(Device::deviceId).contains("q-fine");
    }

    @Test
    void everyListIsARangeOfAnIndex() {
        ProjectAccess large = world.project("large", world.webUser("large@example.org"));
        MobileWorker worker = world.worker(large, "zuri");
        Plans plans = new Plans(world, large.project());
        for (ProjectAccess project : List.of(large, world.project("other", world.webUser("other@example.org")))) {
            plans.fill(project.project(), """
                    insert into devices.device (project_id, user_id, device_id, first_seen_on, seen_on, app_version,
                        unsent_forms, last_sync_on)
                    select %s, case when n = 7 then '%s' else 'u' || n end, 'd' || n, now(), now() - n * interval '1 min',
                        n %% 50, case when n %% 500 = 0 then 1 else 0 end, now() - n * interval '1 min'
                    from generate_series(1, 20000) n""".formatted(HERE, worker.userId()));
        }
        plans.analyse("devices.device");
        var store = new DeviceReadStore();
        PageRequest page = PageRequest.first(50);
        var now = Instant.now();
        for (DeviceQuery query : List.of(
                DeviceQuery.all(page),
                new DeviceQuery(Set.of(Attention.UNSENT_FORMS), null, "", page),
                new DeviceQuery(Set.of(Attention.QUARANTINED_FORMS), null, "", page),
                new DeviceQuery(Set.of(Attention.UNSENT_FORMS, Attention.SILENT), null, "", page),
                new DeviceQuery(Set.of(), 7, "", page),
                new DeviceQuery(Set.of(), null, "zur", page),
                new DeviceQuery(Set.of(), null, "d1234", page))) {
            Query statement = world.in(large, () -> store.rows(query, now));
            assertThat(plans.of(statement))
                    .as(query.toString())
                    .contains("Index")
                    .doesNotContain("Seq Scan on device");
        }
    }

    @Test
    void pagesGoThroughAllOfThem() {
        ProjectAccess paged = world.project("paged", world.webUser("paged@example.org"));
        for (int n = 0; n < 25; n++) {
            activity.submitted(paged, "d" + n, null, null);
        }
        activity.flush();
        List<String> seen = new ArrayList<>();
        String after = "";
        Page<Device> page;
        do {
            PageRequest request = new PageRequest(10, after, true);
            page = world.in(paged, () -> devices.list(paged, DeviceQuery.all(request)));
            page.items().forEach(device -> seen.add(device.deviceId()));
            after = page.items().getLast().cursor();
        } while (page.more());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(page.total()).hasValue(25);
    }

    @Test
    void logsAreReadByTheirIndexesAndGoAfterAWhile() {
        ProjectAccess logging = world.project("logging", world.webUser("logging@example.org"));
        Plans plans = new Plans(world, logging.project());
        plans.fill(logging.project(), """
                insert into devices.report (project_id, form_id, received_on, content_md5)
                select %s, 'r' || n, now() - n * interval '1 hour', '\\x00' from generate_series(1, 2000) n
                """.formatted(HERE));
        plans.fill(logging.project(), """
                insert into devices.log_entry (project_id, form_id, entry_no, type, message, user_id, device_id, occurred_on,
                    signature)
                select %s, 'r' || (n %% 2000 + 1), n, 't' || n %% 40, 'm', 'u' || n %% 300, 'd' || n %% 300,
                    now() - n * interval '1 min', case when n %% 1000 = 0 then 's' || n %% 3 end
                from generate_series(1, 20000) n""".formatted(HERE));
        plans.analyse("devices.log_entry");
        plans.analyse("devices.report");
        var store = new DeviceLogReadStore();
        PageRequest page = PageRequest.first(50);
        for (var entry : Map.of(
                        "log_entry_by_time", new DeviceLogQuery(null, null, null, null, null, null, page),
                        "log_entry_by_type", new DeviceLogQuery("t3", null, null, null, null, null, page),
                        "log_entry_by_user", new DeviceLogQuery(null, "u3", null, null, null, null, page),
                        "log_entry_by_device", new DeviceLogQuery(null, null, "d3", null, null, null, page),
                        "log_entry_by_crash", new DeviceLogQuery(null, null, null, "s1", null, null, page))
                .entrySet()) {
            assertThat(plans.of(store.rows(entry.getValue()))).contains(entry.getKey());
        }
        var logs = new DeviceLogs(world.transactions);
        assertThat(world.in(logging, () -> logs.crashes(logging, Instant.EPOCH, 50)))
                .extracting(CrashGroup::crashes)
                .containsExactly(7, 7, 6);
        var retention = new DeviceRetention(world.transactions, world.vault, Duration.ofDays(30), Clock.systemUTC());
        assertThat(world.in(logging, retention::sweep)).isBetween(1270, 1290);
    }
}
