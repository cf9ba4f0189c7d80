// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baraza.phone.Block;

/**
 * Random forms: new cases, and changes of those that whoever fills them in can see. Links lead to older cases only: a circle
 * is another matter, and phones start over because of one.
 */
final class HistoryForms {
    private static final int MOST_CASES = 14;

    private final List<String> userIds;
    private final Neighbourhood neighbourhood;
    private final List<String> caseIds = new ArrayList<>();

    HistoryForms(List<String> userIds, Neighbourhood neighbourhood) {
        this.userIds = userIds;
        this.neighbourhood = neighbourhood;
    }

    /**
     * A form of one to three blocks; no block at all when there is nothing to do.
     *
     * @param visible ids of the cases that can be changed and pointed to
     */
    List<Block> form(Step step, SplittableRandom random, String userId, List<String> visible) {
        List<Block> blocks = new ArrayList<>();
        List<String> known = new ArrayList<>(visible);
        int count = 1 + random.nextInt(4) / 3 + random.nextInt(8) / 7;
        for (int place = 0; place < count; place++) {
            List<String> rest = new ArrayList<>(known);
            blocks.forEach(block -> rest.remove(block.caseId()));
            if (rest.isEmpty() || random.nextInt(3) == 0) {
                newCase("c" + step.number() + "abc".charAt(place), random, userId, known, blocks);
            } else {
                blocks.add(changed(rest.get(random.nextInt(rest.size())), random, known));
            }
        }
        return blocks;
    }

    /** The same form again with something else in it; what it made it makes still, or not. */
    List<Block> edited(List<Block> before, SplittableRandom random, List<String> known) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : before) {
            Block.Created create = block.create();
            Block after = changed(block.caseId(), random, known);
            if (create != null) {
                after = after.creating(create.type(), create.name(), owner(create.owner(), random));
            }
            blocks.add(random.nextInt(4) == 0 ? block : after);
        }
        if (blocks.size() > 1 && random.nextInt(4) == 0) {
            blocks.remove(random.nextInt(blocks.size()));
        }
        return blocks;
    }

    private void newCase(String id, SplittableRandom random, String userId, List<String> targets, List<Block> blocks) {
        if (caseIds.size() >= MOST_CASES) {
            return;
        }
        Block made = Block.of(id).creating("thing", "Name", owner(userId, random));
        made = random.nextBoolean() ? made.setting("n", value(random)) : made;
        caseIds.add(id);
        blocks.add(targets.isEmpty() || random.nextBoolean() ? made : linked(made, random, targets));
    }

    private Block linked(Block block, SplittableRandom random, List<String> targets) {
        List<String> older = targets.stream()
                .filter(target -> caseIds.indexOf(target) < caseIds.indexOf(block.caseId()))
                .toList();
        if (older.isEmpty()) {
            return block;
        }
        String target = older.get(random.nextInt(older.size()));
        boolean extension = random.nextBoolean();
        return block.linking(random.nextInt(4) == 0 ? "other" : extension ? "host" : "parent", target, extension);
    }

    private Block changed(String id, SplittableRandom random, List<String> targets) {
        Block block = Block.of(id).setting(random.nextInt(4) == 0 ? "m" : "n", value(random));
        return switch (random.nextInt(8)) {
            case 0, 1 -> block.closing();
            case 2 -> block.setting("owner_id", owner(userIds.get(random.nextInt(userIds.size())), random));
            case 3 -> linked(block, random, targets);
            case 4 -> block.linking(random.nextBoolean() ? "host" : "parent", "", false);
            default -> block;
        };
    }

    private String owner(String otherwise, SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> "-";
            case 1 -> userIds.get(random.nextInt(userIds.size()));
            case 2, 3 -> neighbourhood.someOwner(random);
            default -> otherwise;
        };
    }

    private static String value(SplittableRandom random) {
        return Integer.toString(random.nextInt(1_000));
    }
}
