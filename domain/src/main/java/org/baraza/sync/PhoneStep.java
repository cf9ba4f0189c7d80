// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.List;
import java.util.Optional;
import org.baraza.cases.CaseBlock;
import org.baraza.cases.CaseField;
import org.baraza.cases.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * One case block, as far as it matters to what a phone keeps.
 *
 * @param creator who made the case, if the block makes it; null otherwise
 * @param ownerId who owns it from then on; null when the block does not say
 */
record PhoneStep(
        String caseId, @Nullable String creator, @Nullable String ownerId, boolean closes, List<Link> links) {

    /** @param target id of the case; empty to remove the link */
    record Link(String name, boolean extension, String target) {}

    static PhoneStep of(CaseBlock block) {
        return new PhoneStep(
                block.caseId(),
                block.creates() ? block.userId() : null,
                block.values().get(CaseField.OWNER_ID),
                block.closes(),
                block.indices().stream()
                        .map(index -> new Link(
                                index.identifier(), index.relationship() == Relationship.EXTENSION, index.targetId()))
                        .toList());
    }

    /**
     * The case after this step. A phone ignores what is said of a case that it does not have.
     *
     * @param before as the phone had it
     * @param numbers of the cases of the project, by their ids
     */
    Optional<ShadowCase> applyTo(Optional<ShadowCase> before, NumberOf numbers) {
        Optional<ShadowCase> held = before.map(this::owned)
                .or(() -> Optional.ofNullable(creator)
                        .map(user -> new ShadowCase(numbers.of(caseId), owner(user), false, List.of())));
        return held.map(found -> {
            ShadowCase after = found;
            for (Link link : links) {
                after = link.target().isEmpty()
                        ? after.unlink(link.name())
                        : after.link(new ShadowLink(link.name(), link.extension(), numbers.of(link.target())));
            }
            return closes ? after.close() : after;
        });
    }

    private ShadowCase owned(ShadowCase held) {
        if (ownerId != null) {
            return held.ownedBy(ownerId);
        }
        return creator == null ? held : held.ownedBy(creator);
    }

    private String owner(String user) {
        return ownerId == null ? user : ownerId;
    }

    /** Gives the number of a case; 0 for one that does not exist. */
    @FunctionalInterface
    interface NumberOf {
        int of(String caseId);
    }
}
