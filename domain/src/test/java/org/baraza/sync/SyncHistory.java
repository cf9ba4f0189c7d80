// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.baraza.forms.Receipt;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.phone.Block;
import org.baraza.phone.FormXml;
import org.baraza.phone.Payload;
import org.baraza.phone.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A random history of a project: people fill in forms on phones, on- and offline, and at desks; forms are edited, archived
 * and put back, cases deleted and brought back; people change groups and places, places move, merge and close; phones purge
 * when they like, sync, lose answers and get lost. After every sync the phone must hold what belongs on it.
 */
final class SyncHistory {
    private final SyncField field;
    private final ProjectAccess admin;
    private final Seam seam;
    private final Truth truth = new Truth();
    private final List<Handset> handsets = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Neighbourhood neighbourhood;
    private final HistoryForms forms;
    private int syncs;

    SyncHistory(SyncField field, ProjectAccess admin, List<ProjectAccess> workers, Seam seam) {
        this.field = field;
        this.admin = admin;
        this.seam = seam;
        this.neighbourhood = new Neighbourhood(field, admin, workers);
        workers.forEach(worker -> handsets.add(new Handset("phone-" + handsets.size(), worker)));
        handsets.add(new Handset("phone-" + handsets.size(), workers.getFirst()));
        this.forms = new HistoryForms(
                workers.stream().map(worker -> worker.actor().userId()).toList(), neighbourhood);
    }

    /** @throws AssertionError with the whole story when something is not as it should be */
    void play(List<Step> steps) {
        try {
            for (Step step : steps) {
                play(step, step.random());
            }
            SplittableRandom last = new SplittableRandom(steps.size());
            handsets.forEach(handset -> sync(handset, last));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(String.join("\n", story) + "\n=> " + failure.getMessage(), failure);
        }
    }

    int syncs() {
        return syncs;
    }

    int forms() {
        return truth.formIds().size();
    }

    private void play(Step step, SplittableRandom random) {
        Handset handset = handsets.get(random.nextInt(handsets.size()));
        switch (random.nextInt(28)) {
            case 0, 1, 2, 3, 4, 5, 6 -> fillIn(step, handset, random);
            case 7, 8, 9 -> atADesk(step, random);
            case 10, 11 -> archiveOrPutBack(random);
            case 12, 13 -> edit(random);
            case 14 -> delete(random);
            case 15 -> bringBack(random);
            case 16 -> {
                handset.phone.purge();
                handset.purges = true;
                story.add(handset.name + " purges");
            }
            case 17 -> loseAnAnswer(handset, random);
            case 18 -> loseAReceipt(handset);
            case 19 -> loseThePhone(handset, random);
            case 20, 21, 22 -> story.add(neighbourhood.change(random));
            default -> sync(handset, random);
        }
    }

    /** Like a person, who can only open what her phone shows. */
    private void fillIn(Step step, Handset handset, SplittableRandom random) {
        if (handset.phone.token().isEmpty()) {
            // nobody gets past the first screen of a new phone without it
            sync(handset, random);
            return;
        }
        List<Block> blocks = forms.form(step, random, handset.userId(), handset.phone.openIds());
        if (blocks.isEmpty()) {
            return;
        }
        String formId = "f" + step.number();
        handset.phone.fillIn(blocks);
        handset.unsent.add(new Handset.Queued(formId, blocks));
        story.add(handset.name + " fills in " + formId + ": " + blocks);
        if (random.nextInt(3) > 0) {
            send(handset);
        }
    }

    private void send(Handset handset) {
        for (Handset.Queued form : handset.unsent) {
            deliver(handset, form);
        }
        handset.unsent.clear();
    }

    private void deliver(Handset handset, Handset.Queued form) {
        String token = seam.token(handset.phone.token().orElse(null));
        if (!seam.losesForms()) {
            submit(handset.owner, form.formId(), form.blocks(), token);
        }
        tellJudge(form.formId(), handset.userId(), form.blocks());
    }

    /** What arrives a second time changes nothing, unless somebody has put something else in its place. */
    private void submit(ProjectAccess who, String formId, List<Block> blocks, @Nullable String token) {
        String userId = truth.formIds().contains(formId)
                ? truth.userOf(formId)
                : who.actor().userId();
        Receipt receipt = field.work.submit(who, FormXml.of(formId, userId, blocks), token);
        boolean again = truth.formIds().contains(formId) && truth.blocks(formId).equals(blocks);
        story.add("  sent " + formId + " with " + token + (again ? " again" : ""));
        assertThat(receipt).isInstanceOf(again ? Receipt.AlreadyReceived.class : Receipt.Accepted.class);
    }

    private void tellJudge(String formId, String userId, List<Block> blocks) {
        if (truth.formIds().contains(formId)) {
            truth.edit(formId, blocks);
        } else {
            truth.add(formId, userId, blocks);
        }
    }

    private void atADesk(Step step, SplittableRandom random) {
        Handset handset = handsets.get(random.nextInt(handsets.size()));
        ProjectAccess who = random.nextInt(4) == 0 ? admin : handset.owner;
        List<Block> blocks = forms.form(step, random, who.actor().userId(), List.copyOf(truth.everKnown()));
        if (!blocks.isEmpty()) {
            String formId = "f" + step.number();
            story.add("at a desk " + formId + ": " + blocks);
            submit(who, formId, blocks, null);
            tellJudge(formId, who.actor().userId(), blocks);
        }
    }

    /** At a desk too, though whoever does it may claim to be a phone: an edit never counts as what a phone did itself. */
    private void edit(SplittableRandom random) {
        if (truth.formIds().isEmpty()) {
            return;
        }
        String formId = any(truth.formIds(), random);
        List<Block> before = truth.blocks(formId);
        List<Block> after = forms.edited(before, random, List.copyOf(truth.everKnown()));
        if (after.equals(before)) {
            return;
        }
        String token = random.nextInt(3) > 0
                ? null
                : any(handsets, random).phone.token().orElse(null);
        story.add("edited " + formId + ": " + after);
        submit(admin, formId, after, token);
        if (!seam.hidesDeskWork()) {
            truth.edit(formId, after);
        }
    }

    private void archiveOrPutBack(SplittableRandom random) {
        if (truth.formIds().isEmpty()) {
            return;
        }
        String formId = any(truth.formIds(), random);
        boolean archived = !truth.isArchived(formId);
        story.add((archived ? "archived " : "put back ") + formId);
        ProjectScope.run(admin.project(), () -> {
            if (archived) {
                field.work.archive.archive(admin, formId);
            } else {
                field.work.archive.unarchive(admin, formId);
            }
        });
        if (!seam.hidesDeskWork()) {
            truth.archive(formId, archived);
        }
    }

    private void delete(SplittableRandom random) {
        List<String> there = List.copyOf(truth.cases().keySet());
        if (!there.isEmpty()) {
            String caseId = any(there, random);
            story.add("deleted " + caseId);
            ProjectScope.run(admin.project(), () -> field.work.deletion.delete(admin, caseId));
            truth.delete(caseId, true);
        }
    }

    private void bringBack(SplittableRandom random) {
        List<String> deleted = List.copyOf(truth.deletedIds());
        if (!deleted.isEmpty()) {
            String caseId = any(deleted, random);
            story.add("brought back " + caseId);
            ProjectScope.run(admin.project(), () -> field.work.deletion.undelete(admin, caseId));
            truth.delete(caseId, false);
        }
    }

    /** The server has the form, the phone does not know it and will send it again. */
    private void loseAReceipt(Handset handset) {
        if (!handset.unsent.isEmpty()) {
            story.add(handset.name + " loses the receipt of");
            deliver(handset, handset.unsent.getFirst());
        }
    }

    private void loseAnAnswer(Handset handset, SplittableRandom random) {
        send(handset);
        story.add(handset.name + " loses the answer");
        assertThat(ask(handset, random).payload()).as("no false alarm").isPresent();
    }

    private void loseThePhone(Handset handset, SplittableRandom random) {
        if (random.nextBoolean()) {
            send(handset);
        }
        story.add(handset.name + " is lost and replaced, with " + handset.unsent);
        handset.replace();
    }

    private SyncField.Answer ask(Handset handset, SplittableRandom random) {
        if (handset.purges || random.nextBoolean()) {
            handset.phone.purge();
            handset.purges = true;
            story.add(handset.name + " purges before it syncs");
        }
        // Who says nothing of its state is taken to have purged.
        boolean says = random.nextInt(5) > 0 || !handset.phone.ids().equals(handset.phone.idsAfterPurging());
        String state = handset.phone.token().isPresent() && says ? seam.state(handset.phone.state()) : null;
        syncs++;
        return field.sync(handset.owner, handset.name, handset.phone.token().orElse(null), state, handset.phone.ids());
    }

    private void sync(Handset handset, SplittableRandom random) {
        send(handset);
        Set<String> before = handset.phone.ids();
        SyncField.Answer answer = ask(handset, random);
        story.add(handset.name + " syncs, holding " + before + ", is told " + answer.cases());
        assertThat(answer.payload()).as("no false alarm").isPresent();
        Payload payload = seam.payload(answer.payload().orElseThrow());
        handset.phone.take(payload);
        handset.purges = false;
        Set<String> live = truth.live(seam.owners(neighbourhood.owners(handset.userId())));
        story.add("  holds " + handset.phone.ids() + ", live " + live);
        new Inspection(truth, live).inspect(handset.phone);
    }

    private static <T> T any(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
