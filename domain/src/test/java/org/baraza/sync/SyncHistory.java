// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.baraza.forms.Receipt;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.phone.Block;
import org.baraza.phone.Phone;

/**
 * A random history of a project: people fill in forms on phones, on- and offline, and at desks; forms are archived and put
 * back, cases deleted and brought back; phones purge when they like, sync, lose answers and get lost. After every sync the
 * phone must hold what belongs on it.
 */
final class SyncHistory {
    private static final int MOST_CASES = 14;

    private final SyncField field;
    private final ProjectAccess admin;
    private final SplittableRandom random;
    private final Truth truth = new Truth();
    private final List<Handset> handsets = new ArrayList<>();
    private final List<String> caseIds = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Neighbourhood neighbourhood;
    private int forms;

    /** A phone in somebody's hand. */
    private static final class Handset {
        final String name;
        final ProjectAccess owner;
        final List<Queued> unsent = new ArrayList<>();
        Phone phone;
        /** Who purges at all does so again before she syncs. */
        boolean purges;

        Handset(String name, ProjectAccess owner) {
            this.name = name;
            this.owner = owner;
            this.phone = new Phone(owner.actor().userId());
        }

        String userId() {
            return owner.actor().userId();
        }
    }

    private record Queued(String formId, List<Block> blocks) {}

    SyncHistory(SyncField field, ProjectAccess admin, List<ProjectAccess> workers, long seed) {
        this.field = field;
        this.admin = admin;
        this.random = new SplittableRandom(seed);
        this.neighbourhood = new Neighbourhood(field, admin, workers);
        int number = 0;
        for (ProjectAccess worker : workers) {
            handsets.add(new Handset("phone-" + number++, worker));
        }
        handsets.add(new Handset("phone-" + number, workers.getFirst()));
    }

    /** @throws AssertionError with the whole story when something is not as it should be */
    void play(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
            }
            handsets.forEach(this::sync);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(String.join("\n", story), failure);
        }
    }

    private void step() {
        Handset handset = handsets.get(random.nextInt(handsets.size()));
        switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4, 5 -> fillIn(handset);
            case 6, 7, 8 -> atADesk();
            case 9 -> archiveSomething();
            case 10 -> deleteSomething();
            case 11 -> {
                handset.phone.purge();
                handset.purges = true;
                story.add(handset.name + " purges");
            }
            case 12 -> loseAnAnswer(handset);
            case 13 -> loseThePhone(handset);
            case 14, 15 -> story.add(neighbourhood.change(random));
            default -> sync(handset);
        }
    }

    /** Like a person, who can only open what her phone shows. */
    private void fillIn(Handset handset) {
        if (handset.phone.token().isEmpty()) {
            // nobody gets past the first screen of a new phone without it
            sync(handset);
            return;
        }
        List<Block> blocks = new ArrayList<>();
        List<String> open = handset.phone.openIds();
        if (open.isEmpty() || random.nextInt(3) == 0) {
            newCase(handset.userId(), open, blocks);
        } else {
            blocks.add(changed(open.get(random.nextInt(open.size())), open));
        }
        if (blocks.isEmpty()) {
            return;
        }
        String formId = nextFormId();
        handset.phone.fillIn(blocks);
        handset.unsent.add(new Queued(formId, blocks));
        story.add(handset.name + " fills in " + formId + ": " + blocks);
        if (random.nextInt(3) > 0) {
            send(handset);
        }
    }

    private void newCase(String userId, List<String> targets, List<Block> blocks) {
        if (caseIds.size() >= MOST_CASES) {
            return;
        }
        String id = admin.projectName() + "-c" + caseIds.size();
        Block made = Block.of(id).creating("thing", "Name", owner(userId)).setting("n", value());
        if (!targets.isEmpty() && random.nextBoolean()) {
            made = linked(made, targets);
        }
        caseIds.add(id);
        blocks.add(made);
    }

    private Block linked(Block block, List<String> targets) {
        // To older cases only: a circle is another matter, and phones start over because of one.
        List<String> older = targets.stream()
                .filter(target ->
                        !caseIds.contains(block.caseId()) || caseIds.indexOf(target) < caseIds.indexOf(block.caseId()))
                .toList();
        if (older.isEmpty()) {
            return block;
        }
        String target = older.get(random.nextInt(older.size()));
        boolean extension = random.nextBoolean();
        return block.linking(random.nextInt(4) == 0 ? "other" : extension ? "host" : "parent", target, extension);
    }

    private Block changed(String id, List<String> targets) {
        Block block = Block.of(id).setting("n", value());
        return switch (random.nextInt(8)) {
            case 0, 1 -> block.closing();
            case 2 -> block.setting("owner_id", owner(id));
            case 3 -> linked(block, targets);
            case 4 -> block.linking(random.nextBoolean() ? "host" : "parent", "", false);
            default -> block;
        };
    }

    private String owner(String otherwise) {
        return switch (random.nextInt(7)) {
            case 0 -> "-";
            case 2, 3 -> neighbourhood.someOwner(random);
            case 1 -> handsets.get(random.nextInt(handsets.size())).userId();
            default ->
                caseIds.contains(otherwise)
                        ? handsets.get(random.nextInt(handsets.size())).userId()
                        : otherwise;
        };
    }

    private String value() {
        return Integer.toString(random.nextInt(1_000));
    }

    private String nextFormId() {
        return admin.projectName() + "-f" + forms++;
    }

    private void send(Handset handset) {
        for (Queued form : handset.unsent) {
            deliver(
                    handset.owner,
                    form.formId,
                    form.blocks,
                    handset.phone.token().orElse(null));
        }
        handset.unsent.clear();
    }

    private void deliver(
            ProjectAccess who, String formId, List<Block> blocks, @org.jspecify.annotations.Nullable String token) {
        String userId = who.actor().userId();
        Receipt receipt = field.work.submit(who, FormOfBlocks.xml(formId, userId, blocks), token);
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        truth.add(formId, userId, blocks);
        story.add("  sent " + formId + " with " + token);
    }

    private void atADesk() {
        List<Block> blocks = new ArrayList<>();
        List<String> known = new ArrayList<>(truth.everKnown());
        ProjectAccess who = handsets.get(random.nextInt(handsets.size())).owner;
        if (known.isEmpty() || random.nextInt(3) == 0) {
            newCase(who.actor().userId(), known, blocks);
        } else {
            blocks.add(changed(known.get(random.nextInt(known.size())), known));
        }
        if (!blocks.isEmpty()) {
            String formId = nextFormId();
            story.add("at a desk " + formId + ": " + blocks);
            deliver(who, formId, blocks, null);
        }
    }

    private void archiveSomething() {
        List<String> ids = truth.formIds();
        if (ids.isEmpty()) {
            return;
        }
        String formId = ids.get(random.nextInt(ids.size()));
        boolean archived = !truth.isArchived(formId);
        ProjectScope.run(admin.project(), () -> {
            if (archived) {
                field.work.archive.archive(admin, formId);
            } else {
                field.work.archive.unarchive(admin, formId);
            }
        });
        truth.archive(formId, archived);
        story.add((archived ? "archived " : "put back ") + formId);
    }

    private void deleteSomething() {
        List<String> there = new ArrayList<>(truth.cases().keySet());
        if (there.isEmpty()) {
            return;
        }
        String caseId = there.get(random.nextInt(there.size()));
        ProjectScope.run(admin.project(), () -> field.work.deletion.delete(admin, caseId));
        truth.delete(caseId, true);
        story.add("deleted " + caseId);
    }

    private void loseAnAnswer(Handset handset) {
        send(handset);
        SyncField.Answer answer = ask(handset);
        assertThat(answer.payload()).as("no false alarm").isPresent();
        story.add(handset.name + " loses the answer");
    }

    private void loseThePhone(Handset handset) {
        send(handset);
        handset.phone = new Phone(handset.userId());
        handset.purges = false;
        story.add(handset.name + " is lost and replaced");
    }

    private SyncField.Answer ask(Handset handset) {
        if (handset.purges || random.nextBoolean()) {
            handset.phone.purge();
            handset.purges = true;
            story.add(handset.name + " purges before it syncs");
        }
        // Who says nothing of its state is taken to have purged.
        boolean says = random.nextInt(5) > 0 || !handset.phone.ids().equals(handset.phone.idsAfterPurging());
        String state = handset.phone.token().isPresent() && says ? handset.phone.state() : null;
        return field.sync(handset.owner, handset.name, handset.phone.token().orElse(null), state);
    }

    private void sync(Handset handset) {
        send(handset);
        Set<String> before = handset.phone.ids();
        SyncField.Answer answer = ask(handset);
        story.add(handset.name + " syncs, holding " + before + ", is told " + answer.cases());
        assertThat(answer.payload()).as("no false alarm").isPresent();
        handset.phone.take(answer.payload().orElseThrow());
        handset.purges = false;
        Set<String> live = truth.live(neighbourhood.owners(handset.userId()));
        story.add("  holds " + handset.phone.ids() + ", live " + live);
        assertThat(handset.phone.ids()).as("no case is missing").containsAll(live);
        assertThat(live).as("no case too many stays").containsAll(handset.phone.idsAfterPurging());
        Set<String> mine = new TreeSet<>(live);
        truth.cases().forEach((id, held) -> {
            if (mine.contains(id) && held.properties.containsKey("n")) {
                assertThat(handset.phone.property(id, "n")).as(id).hasValue(held.properties.get("n"));
            }
        });
    }
}
