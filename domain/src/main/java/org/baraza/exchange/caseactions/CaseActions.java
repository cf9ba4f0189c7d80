// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.caseactions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.cases.CaseFilter;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.imports.PossibleOwners;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.JobFailed;
import org.baraza.exchange.work.Step;
import org.baraza.identity.ProjectAccess;

/** Reassigns, closes and edits many cases, as many by one form as CommCare HQ puts into one. */
public final class CaseActions {
    private static final int MOST_CASES = 100_000;
    private static final int IN_A_FORM = 100;

    private final ImportServices services;

    /** @param services whose rules hold for cases from tables, and for these */
    public CaseActions(ImportServices services) {
        this.services = services;
    }

    /** The ids of the cases that pass the filter, in their order: so jobs take the locks of cases in one order. */
    public List<String> ids(ProjectAccess who, CaseFilter filter) {
        List<String> ids = services.cases().ids(who, filter, MOST_CASES + 1);
        if (ids.size() > MOST_CASES) {
            throw new JobFailed("TOO_MANY_CASES", "More than 100,000 cases match; narrow them down by a filter.");
        }
        return ids;
    }

    /** Makes the deed ready for some of the cases. */
    public Function<List<Numbered>, List<Step>> doing(ProjectAccess who, CaseDeed deed) {
        return some -> {
            if (deed instanceof CaseDeed.Reassign(String ownerId)) {
                requireOwner(who, ownerId);
            }
            List<Step> steps = new ArrayList<>();
            for (int from = 0; from < some.size(); from += IN_A_FORM) {
                steps.add(new CaseChunk(
                        services, who, deed, some.subList(from, Math.min(from + IN_A_FORM, some.size()))));
            }
            return steps;
        };
    }

    /** She may have gone since somebody chose her. */
    private void requireOwner(ProjectAccess who, String ownerId) {
        PossibleOwners.trouble(services, who, ownerId).ifPresent(trouble -> {
            throw new JobFailed(
                    trouble.name(),
                    switch (trouble) {
                        case INVALID_LOCATION -> "The new owner works at none of your locations.";
                        default ->
                            "The new owner is no user, no case sharing group and no location whose level owns cases.";
                    });
        });
    }
}
