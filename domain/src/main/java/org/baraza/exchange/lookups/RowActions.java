// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.exchange.work.Step;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.TableIds;

/** What is done to many rows of lookup tables. */
public final class RowActions {
    private final LookupServices services;
    private final ProjectAccess who;

    public RowActions(LookupServices services, ProjectAccess who) {
        this.services = services;
        this.who = who;
    }

    public List<Step> deleting(List<Numbered> some) {
        List<UUID> ids =
                some.stream().flatMap(one -> TableIds.read(one.id()).stream()).toList();
        var found = services.rows().find(who, ids).keySet();
        List<Step> steps = new ArrayList<>();
        for (Numbered one : some) {
            steps.add(TableIds.read(one.id())
                    .filter(found::contains)
                    .<Step>map(id -> new RowStep.Deletion(services, who, one.place(one.id()), id))
                    .orElseGet(() -> new BadStep(
                            one.place(one.id()), List.of(new Fault("", "NOT_FOUND", "There is no such row.")))));
        }
        return steps;
    }
}
