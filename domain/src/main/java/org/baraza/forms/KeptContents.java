// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What forms say, as much at once as fits: read in a transaction, and unpacked when its connection is given back. */
final class KeptContents {
    /** Most content that one call unpacks: it is held in memory. */
    static final long MOST = 48L << 20;

    private final FormChunks chunks;
    private final FormReadStore store = new FormReadStore();

    KeptContents(FormChunks chunks) {
        this.chunks = chunks;
    }

    /** Refuses more than fits. */
    Map<String, KeptXml> kept(Tx tx, Collection<String> formIds) {
        return store.xml(tx, formIds, MOST)
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        "first", "TOO_MUCH_CONTENT", "These forms are too large to be read at once; ask for fewer.")));
    }

    Map<String, FormContent> unpacked(Map<String, KeptXml> kept) {
        Map<String, FormContent> contents = new LinkedHashMap<>();
        chunks.atHand(kept).forEach((formId, xml) -> {
            if (xml.isAtHand()) {
                contents.put(formId, FormContent.of(xml.unpacked()));
            }
        });
        return contents;
    }
}
