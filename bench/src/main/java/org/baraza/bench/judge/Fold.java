// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.baraza.bench.forms.Block;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.judge.Snapshot.CaseRow;
import org.baraza.bench.judge.Snapshot.LinkRow;
import org.jspecify.annotations.Nullable;

/** The rules of case processing once more, as far as the planned forms need them: one case, form after form. */
final class Fold {
    private final String caseId;
    private String type = "";
    private String name = "";
    private String owner = "";
    private boolean closed;
    private @Nullable Instant openedOn;
    private @Nullable String openedBy;
    private @Nullable Instant modifiedOn;
    private @Nullable String modifiedBy;
    private @Nullable Instant closedOn;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, LinkRow> links = new HashMap<>();
    private int steps;

    Fold(String caseId) {
        this.caseId = caseId;
    }

    void apply(PlannedForm form) {
        steps++;
        for (Block block : form.blocks()) {
            if (block.caseId().equals(caseId)) {
                apply(block, form.date(), form.worker().userId());
            }
        }
    }

    private void apply(Block block, Instant date, String user) {
        if (openedOn == null) {
            openedOn = date;
            openedBy = user;
        }
        block.creates().ifPresent(create -> {
            type = create.type();
            name = create.name();
            owner = create.owner();
        });
        properties.putAll(block.properties());
        for (Block.Link link : block.links()) {
            links.put(
                    link.name(),
                    new LinkRow(caseId, link.name(), link.targetType(), link.targetId(), link.relationship()));
        }
        if (block.close()) {
            closed = true;
            closedOn = date;
        }
        modifiedOn = modifiedOn == null || date.isAfter(modifiedOn) ? date : modifiedOn;
        modifiedBy = user;
    }

    Set<LinkRow> links() {
        return new HashSet<>(links.values());
    }

    /** @param caseNo taken as it is: any number will do */
    CaseRow result(int caseNo) {
        return new CaseRow(
                caseId,
                caseNo,
                type,
                name,
                owner,
                closed,
                false,
                openedOn,
                openedBy,
                modifiedOn,
                modifiedBy,
                closedOn,
                properties,
                links(),
                steps);
    }
}
