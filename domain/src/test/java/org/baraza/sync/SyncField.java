// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.sync.fixtures.UserGroups;
import org.baraza.testing.FieldWork;
import org.baraza.testing.World;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.jspecify.annotations.Nullable;

/** Workers who submit forms and sync their phones, against the real intake, restore and database. */
final class SyncField {
    final World world;
    final FieldWork work;
    private final Restore restore;

    SyncField(World world, Path spools) {
        this.world = world;
        this.work = new FieldWork(world);
        var logs = new SyncLogStore();
        var reading = new RestoreReading(
                world.transactions,
                new RecipientStore(),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                world.clock,
                List.of(new UserGroups()));
        this.restore = new Restore(world.transactions, logs, reading, spools, world.clock);
    }

    /** A new worker as she signs in. */
    ProjectAccess worker(ProjectAccess admin, String username) {
        MobileWorker made = world.worker(admin, username);
        var project = world.in(admin, () -> world.node.projects.byName(admin.projectName()))
                .orElseThrow();
        return world.node
                .access
                .to(new Actor.MobileWorker(made.userId(), username, admin.project()), project)
                .orElseThrow();
    }

    /**
     * What a payload says of a case.
     *
     * @param emptyLinks names of links that come without a target
     */
    record Told(boolean create, boolean close, TreeSet<String> emptyLinks) {}

    /** @param restoreId null when the phone must start over */
    record Answer(@Nullable String restoreId, Map<String, Told> cases) {
        boolean isPayload() {
            return restoreId != null;
        }
    }

    Answer sync(ProjectAccess who, @Nullable String device, @Nullable String since, @Nullable String state) {
        var request = new RestoreRequest(since, state, null, device, null, false, false);
        return switch (ProjectScope.in(who.project(), () -> restore.prepare(who, request))) {
            case RestoreAnswer.StartOver _ -> new Answer(null, Map.of());
            case RestoreAnswer.Payload payload -> read(payload);
        };
    }

    private static Answer read(RestoreAnswer.Payload payload) {
        try (InputStream bytes = payload.bytes()) {
            XmlElement root = XmlReader.read(bytes.readAllBytes(), XmlLimits.FORM);
            Map<String, Told> cases = new TreeMap<>();
            String restoreId = null;
            for (XmlElement child : root.children()) {
                switch (child.name()) {
                    case "Sync" -> restoreId = child.children().getFirst().text();
                    case "case" -> cases.put(child.attribute("case_id").orElseThrow(), told(child));
                    default -> {}
                }
            }
            return new Answer(restoreId, cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlRejected e) {
            throw new AssertionError(e);
        }
    }

    private static Told told(XmlElement element) {
        boolean create = false;
        boolean close = false;
        TreeSet<String> empty = new TreeSet<>();
        for (XmlElement child : element.children()) {
            create |= child.name().equals("create");
            close |= child.name().equals("close");
            if (child.name().equals("index")) {
                child.children().stream().filter(link -> link.text().isEmpty()).forEach(link -> empty.add(link.name()));
            }
        }
        return new Told(create, close, empty);
    }
}
