// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.phone.Payload;
import org.baraza.phone.PayloadReader;
import org.baraza.places.Ownership;
import org.baraza.places.UserGroups;
import org.baraza.sync.testing.RestoreChecker;
import org.baraza.testing.FieldWork;
import org.baraza.testing.World;
import org.jspecify.annotations.Nullable;

/** Workers who submit forms and sync their phones, against the real intake, restore and database. */
final class SyncField {
    private static final Answer NOTHING = new Answer(Optional.empty());

    final World world;
    final FieldWork work;
    private final Restore restore;

    SyncField(World world, Path spools) {
        this.world = world;
        this.work = new FieldWork(world);
        var logs = new SyncLogStore();
        var reading = new RestoreReading(
                world.transactions,
                new RecipientStore(new Ownership()),
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

    /** @param payload empty when the phone must start over */
    record Answer(Optional<Payload> payload) {
        boolean isPayload() {
            return payload.isPresent();
        }

        @Nullable
        String restoreId() {
            return payload.map(Payload::restoreId).orElse(null);
        }

        Map<String, Told> cases() {
            Map<String, Told> cases = new TreeMap<>();
            payload.ifPresent(told -> told.blocks().forEach(block -> {
                TreeSet<String> empty = new TreeSet<>();
                block.links().forEach((name, link) -> {
                    if (link.target().isEmpty()) {
                        empty.add(name);
                    }
                });
                cases.put(block.caseId(), new Told(block.create() != null, block.close(), empty));
            }));
            return cases;
        }
    }

    Answer sync(ProjectAccess who, @Nullable String device, @Nullable String since, @Nullable String state) {
        return answer(who, device, since, state).map(Taken::answer).orElse(NOTHING);
    }

    /**
     * As a phone does it that is as strict as any.
     *
     * @param held ids of the cases on it
     */
    Answer sync(
            ProjectAccess who,
            @Nullable String device,
            @Nullable String since,
            @Nullable String state,
            Set<String> held) {
        Optional<Taken> taken = answer(who, device, since, state);
        taken.ifPresent(answer -> RestoreChecker.check(answer.bytes(), held));
        return taken.map(Taken::answer).orElse(NOTHING);
    }

    private record Taken(byte[] bytes) {
        Answer answer() {
            return new Answer(Optional.of(PayloadReader.read(new ByteArrayInputStream(bytes))));
        }
    }

    private Optional<Taken> answer(
            ProjectAccess who, @Nullable String device, @Nullable String since, @Nullable String state) {
        var request = new RestoreRequest(since, state, null, device, null, true, false);
        return switch (ProjectScope.in(who.project(), () -> restore.prepare(who, request))) {
            case RestoreAnswer.StartOver _, RestoreAnswer.Pending _ -> Optional.empty();
            case RestoreAnswer.Payload payload -> Optional.of(new Taken(bytes(payload)));
        };
    }

    private static byte[] bytes(RestoreAnswer.Payload payload) {
        try (InputStream bytes = payload.bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
