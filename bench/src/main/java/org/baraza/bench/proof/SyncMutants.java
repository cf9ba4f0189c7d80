// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.phone.Block;
import org.baraza.phone.Truth;

/** Small untruths about one worker's cases; with each of them the judge must no longer find her phone right. */
final class SyncMutants {
    private SyncMutants() {}

    /** @return how many were tried; those that were not noticed are complained of */
    static int tried(Truth truth, String userId, Set<String> held, List<String> complaints) {
        int tried = 0;
        for (String caseId : owned(truth, userId, held)) {
            tried += tried(truth, userId, held, "closed", Block.of(caseId).closing(), complaints);
            tried += tried(truth, userId, held, "given away", Block.of(caseId).setting("owner_id", "-"), complaints);
        }
        Block stranger = Block.of("stranger").creating("thing", "Name", userId);
        return tried + tried(truth, userId, held, "made", stranger, complaints);
    }

    private static int tried(
            Truth truth, String userId, Set<String> held, String how, Block untruth, List<String> complaints) {
        String formId = "untrue";
        truth.add(formId, userId, List.of(untruth));
        if (truth.live(Set.of(userId)).equals(held)) {
            complaints.add("the judge did not notice that " + untruth.caseId() + " was " + how);
        }
        truth.forget(formId);
        return 1;
    }

    /** Open cases of hers that nothing else keeps on the phone. */
    private static Set<String> owned(Truth truth, String userId, Set<String> held) {
        Set<String> pointedTo = new TreeSet<>();
        truth.cases().values().forEach(one -> one.links().values().forEach(link -> pointedTo.add(link.target())));
        Set<String> owned = new TreeSet<>();
        truth.cases().forEach((id, one) -> {
            boolean alone = one.links().isEmpty() && !pointedTo.contains(id);
            if (held.contains(id) && alone && !one.isClosed() && one.owner().equals(userId)) {
                owned.add(id);
            }
        });
        return owned.stream().limit(2).collect(Collectors.toCollection(TreeSet::new));
    }
}
