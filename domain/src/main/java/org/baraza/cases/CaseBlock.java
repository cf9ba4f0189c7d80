// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/**
 * One case block of a form, read and checked (device protocol: case XML version 2). Create and update are one set of
 * values here, because inside a block create applies first and update may overwrite it.
 *
 * @param userId who did it; empty when neither block nor form say
 * @param creates whether it has a create with content
 * @param updates whether it has an update with content
 * @param values what it sets of the case's own fields; a field that is named with an empty text is there as ""
 * @param properties custom properties it sets
 * @param indices links it sets; an empty target removes the link
 */
public record CaseBlock(
        String caseId,
        String userId,
        Instant modifiedOn,
        boolean creates,
        boolean updates,
        boolean closes,
        SequencedMap<CaseField, String> values,
        SequencedMap<String, String> properties,
        List<CaseIndex> indices,
        boolean attaches) {

    /** Whether it closes the case and does nothing else. */
    public boolean onlyCloses() {
        return closes && !creates && !updates && !attaches && indices.isEmpty();
    }

    /** Blocks of one case are applied in this order, then in that of the document. */
    int rank() {
        if (creates) {
            return 0;
        }
        if (updates || (!closes && indices.isEmpty() && !attaches)) {
            return 1;
        }
        if (!indices.isEmpty()) {
            return 2;
        }
        return closes ? 3 : 4;
    }
}
