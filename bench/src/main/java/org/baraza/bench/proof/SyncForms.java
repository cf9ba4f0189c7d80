// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.baraza.phone.Block;
import org.baraza.phone.Phone;

/**
 * What one worker does on her phone, the same for the same seed and the same phone: makes cases, points them to others that
 * she sees, changes and closes them and gives them away.
 */
final class SyncForms {
    private static final int MANY = 25;

    private final String userId;
    private final List<String> others;
    private final SplittableRandom random;

    /** @param others ids of all workers */
    SyncForms(String userId, List<String> others, long seed) {
        this.userId = userId;
        this.others = others;
        this.random = new SplittableRandom(seed);
    }

    String nextId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    boolean wantsToSync() {
        return random.nextInt(4) == 0;
    }

    List<Block> next(Phone phone) {
        List<String> open = phone.openIds();
        List<Block> blocks = new ArrayList<>();
        if (open.isEmpty() || (open.size() < MANY && random.nextBoolean())) {
            blocks.add(born(open));
        }
        if (!open.isEmpty()) {
            blocks.add(changed(open.get(random.nextInt(open.size())), open.size() > MANY));
        }
        return blocks;
    }

    private Block born(List<String> open) {
        Block made = Block.of(nextId()).creating("thing", "Name", random.nextInt(8) == 0 ? "-" : userId);
        if (open.isEmpty() || random.nextInt(3) == 0) {
            return made;
        }
        boolean extension = random.nextBoolean();
        return made.linking(extension ? "host" : "parent", open.get(random.nextInt(open.size())), extension);
    }

    private Block changed(String id, boolean tooMany) {
        Block block = Block.of(id).setting("n", Integer.toString(random.nextInt(1_000)));
        return switch (tooMany ? 0 : random.nextInt(8)) {
            case 0, 1 -> block.closing();
            case 2 -> block.setting("owner_id", others.get(random.nextInt(others.size())));
            case 3 -> block.linking(random.nextBoolean() ? "host" : "parent", "", false);
            default -> block;
        };
    }
}
