// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.UUID;
import org.baraza.bench.forms.Block;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.forms.PlannedForm.Transfer;
import org.baraza.bench.forms.PlannedForm.Worker;

/**
 * The forms of one phone, the same for the same seed: cases of its own, which it makes, updates, links and closes, and now
 * and then a case that all phones share. Each phone counts in a property of its own there, and all set the same one last.
 */
final class ProofForms {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T08:00:00.000Z");
    private static final int OPEN_CASES = 30;
    private static final int PRODUCTS = 3;

    private final Worker worker;
    private final int client;
    private final List<String> shared;
    private final SplittableRandom random;
    private final List<String> open = new ArrayList<>();
    private int number;

    ProofForms(Worker worker, int client, List<String> shared, long seed) {
        this.worker = worker;
        this.client = client;
        this.shared = shared;
        this.random = new SplittableRandom(seed * 1_000 + client);
    }

    /** Makes the shared cases; sent before any other form. */
    static PlannedForm opening(Worker worker, List<String> shared, long seed) {
        List<Block> blocks = new ArrayList<>();
        for (String caseId : shared) {
            blocks.add(new Block(
                    caseId,
                    new Block.Create("clinic", "Shared by all", worker.userId()),
                    properties("last", "nobody"),
                    List.of(),
                    false));
        }
        return new PlannedForm(id(new SplittableRandom(seed)), 0, worker, FIRST_DAY, blocks, List.of(), new byte[0]);
    }

    PlannedForm next() {
        number++;
        String formId = id(random);
        List<Block> blocks = new ArrayList<>();
        blocks.add(birth());
        if (open.size() > 1) {
            blocks.add(visit(formId));
        }
        List<Transfer> transfers = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            SequencedMap<String, String> properties = properties("last", formId);
            properties.put("by_" + client, Integer.toString(number));
            blocks.add(new Block(someShared(), null, properties, List.of(), false));
        }
        if (random.nextInt(5) == 0) {
            transfers.add(new Transfer(someShared(), "product-" + random.nextInt(PRODUCTS), 1 + random.nextInt(9)));
        }
        return new PlannedForm(
                formId, number, worker, FIRST_DAY.plusMillis(60_000L * number + client), blocks, transfers, photo());
    }

    private Block birth() {
        String child = id(random);
        List<Block.Link> links = open.isEmpty() || random.nextBoolean()
                ? List.of()
                : List.of(new Block.Link(
                        "parent", "child", open.getFirst(), random.nextInt(5) == 0 ? "extension" : "child"));
        open.add(child);
        return new Block(
                child,
                new Block.Create("child", "Child " + number + " of " + client, worker.userId()),
                properties("born", Integer.toString(number)),
                links,
                false);
    }

    /** Not of the child that was just born, which is the last of the list. */
    private Block visit(String formId) {
        int place = random.nextInt(open.size() - 1);
        boolean close = open.size() > OPEN_CASES || random.nextInt(10) == 0;
        SequencedMap<String, String> properties = properties("last_form", formId);
        properties.put("visits", Integer.toString(number));
        String caseId = close ? open.remove(place) : open.get(place);
        return new Block(caseId, null, properties, List.of(), close);
    }

    private byte[] photo() {
        if (random.nextInt(8) > 0) {
            return new byte[0];
        }
        byte[] photo = new byte[1_000 + random.nextInt(4_000)];
        random.nextBytes(photo);
        return photo;
    }

    private String someShared() {
        return shared.get(random.nextInt(shared.size()));
    }

    private static SequencedMap<String, String> properties(String name, String value) {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put(name, value);
        return properties;
    }

    private static String id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
