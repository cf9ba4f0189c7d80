// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.devices.Sighting.Software;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which devices were heard of. Whoever notes waits for nothing: it goes to memory, and from there to the database
 * every few seconds, many devices at a time. What a dying server has not written is lost, and comes again with the next
 * contact.
 */
public final class DeviceActivity implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceActivity.class);
    /** Web Apps is no device: one server stands for all browsers. */
    private static final List<String> NO_DEVICES = List.of("WebAppsLogin", "Formplayer");

    private static final int LONGEST_ID = 255;
    private static final int MOST_WAITING = 50_000;
    private static final int AT_ONCE = 500;
    private static final Duration APPS_REMEMBERED = Duration.ofDays(30);

    private final Transactions transactions;
    private final Clock clock;
    private final DeviceStore store = new DeviceStore();
    private final Map<ProjectId, Map<DeviceKey, Sighting>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("device-activity").factory());

    /** @param pause how long sightings wait at most before they are written */
    public DeviceActivity(Transactions transactions, Clock clock, Duration pause) {
        this.transactions = transactions;
        this.clock = clock;
        var unused = clockwork.scheduleWithFixedDelay(
                this::flush, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A form came from a device. */
    public void submitted(
            ProjectAccess who,
            @Nullable String deviceId,
            @Nullable Integer appVersion,
            @Nullable String clientVersion) {
        note(who, deviceId, now -> Sighting.submission(now, new Software(null, null, appVersion, clientVersion)));
    }

    /** A device was given a restore. */
    public void synced(ProjectAccess who, @Nullable String deviceId) {
        note(who, deviceId, Sighting::sync);
    }

    void heard(ProjectAccess who, Heartbeat heartbeat) {
        note(who, heartbeat.deviceId(), now -> Sighting.heartbeat(now, heartbeat));
    }

    /** Makes a sighting of now. */
    @FunctionalInterface
    private interface Seen {
        Sighting at(Instant now);
    }

    private void note(ProjectAccess who, @Nullable String deviceId, Seen seen) {
        if (deviceId == null || !isDevice(deviceId) || count.get() >= MOST_WAITING) {
            return;
        }
        DeviceKey key = new DeviceKey(who.actor().userId(), deviceId);
        add(who.project(), key, seen.at(clock.instant()));
    }

    private static boolean isDevice(String id) {
        return !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.indexOf('\0') < 0
                && NO_DEVICES.stream().noneMatch(id::startsWith);
    }

    private void add(ProjectId project, DeviceKey key, Sighting sighting) {
        waiting.computeIfAbsent(project, _ -> new ConcurrentHashMap<>()).compute(key, (_, before) -> {
            if (before == null) {
                count.incrementAndGet();
                return sighting;
            }
            return before.and(sighting);
        });
    }

    /** Writes what waits, and returns when all of it is written. A part that fails is dropped: the devices will be heard of again. */
    public synchronized void flush() {
        Instant forgotten = clock.instant().minus(APPS_REMEMBERED);
        waiting.forEach((project, devices) -> {
            while (!devices.isEmpty()) {
                Map<DeviceKey, Sighting> part = take(devices);
                try {
                    ProjectScope.run(project, () -> transactions.writing(tx -> store.note(tx, part, forgotten)));
                } catch (RuntimeException e) {
                    LOG.atWarn()
                            .addKeyValue("project", project)
                            .addKeyValue("devices", part.size())
                            .addKeyValue("error", e.getClass().getSimpleName())
                            .log("devices.not_noted");
                }
            }
        });
    }

    /** In the order of their keys, so that nodes that write at the same time never wait for each other in a circle. */
    private Map<DeviceKey, Sighting> take(Map<DeviceKey, Sighting> devices) {
        Map<DeviceKey, Sighting> part = new TreeMap<>();
        for (DeviceKey key : devices.keySet().stream().limit(AT_ONCE).toList()) {
            Sighting taken = devices.remove(key);
            if (taken != null) {
                count.decrementAndGet();
                part.put(key, taken);
            }
        }
        return part;
    }

    @Override
    public void close() {
        clockwork.shutdown();
        flush();
    }
}
