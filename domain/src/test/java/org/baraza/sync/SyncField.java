// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.phone.Block;
import org.baraza.phone.Payload;
import org.baraza.places.Ownership;
import org.baraza.places.UserGroups;
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
        var request = new RestoreRequest(since, state, null, device, null, false, false);
        return switch (ProjectScope.in(who.project(), () -> restore.prepare(who, request))) {
            case RestoreAnswer.StartOver _, RestoreAnswer.Pending _ -> new Answer(Optional.empty());
            case RestoreAnswer.Payload payload -> new Answer(Optional.of(read(payload)));
        };
    }

    private static Payload read(RestoreAnswer.Payload payload) {
        try (InputStream bytes = payload.bytes()) {
            XmlElement root = XmlReader.read(bytes.readAllBytes(), XmlLimits.FORM);
            List<Block> cases =
                    root.children("case").stream().map(SyncField::block).toList();
            XmlElement groups = root.children("fixture").stream()
                    .filter(fixture -> fixture.attribute("id")
                            .filter("user-groups"::equals)
                            .isPresent())
                    .findFirst()
                    .flatMap(fixture -> fixture.child("groups"))
                    .orElseThrow();
            return new Payload(
                    text(root.child("Sync").orElseThrow(), "restore_id"),
                    text(root.child("Registration").orElseThrow(), "uuid"),
                    groups.children("group").stream()
                            .flatMap(group -> group.attribute("id").stream())
                            .toList(),
                    cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlRejected e) {
            throw new AssertionError(e);
        }
    }

    private static String text(XmlElement parent, String child) {
        return parent.child(child).orElseThrow().text();
    }

    private static Block block(XmlElement element) {
        Block block = Block.of(element.attribute("case_id").orElseThrow());
        for (XmlElement part : element.children()) {
            switch (part.name()) {
                case "create" ->
                    block = block.creating(text(part, "case_type"), text(part, "case_name"), text(part, "owner_id"));
                case "update" -> {
                    for (XmlElement value : part.children()) {
                        block = block.setting(value.name(), value.text());
                    }
                }
                case "index" -> {
                    for (XmlElement link : part.children()) {
                        block = block.linking(
                                link.name(),
                                link.text(),
                                link.attribute("relationship")
                                        .filter("extension"::equals)
                                        .isPresent());
                    }
                }
                case "close" -> block = block.closing();
                default -> throw new AssertionError(part.name());
            }
        }
        return block;
    }
}
