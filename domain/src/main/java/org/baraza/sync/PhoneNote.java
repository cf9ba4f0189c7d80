// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseBlock;
import org.baraza.cases.CaseReport;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted form did to the phone that sent it (device protocol: what a submission does to the log). Kept beside the
 * form, in the same transaction; it counts at the next sync.
 *
 * @param syncToken the sync the phone had
 * @param users who may have sent it; the sync must be of one of them
 */
public record PhoneNote(String syncToken, String formId, Set<String> users, List<PhoneStep> steps) {

    /** @param syncToken as the phone said it; null when it said none */
    public static Optional<PhoneNote> of(
            @Nullable String syncToken, String formId, Set<String> users, CaseReport report) {
        if (syncToken == null || !SyncToken.isWellFormed(syncToken)) {
            return Optional.empty();
        }
        List<PhoneStep> steps = new ArrayList<>();
        report.cases().values().forEach(work -> {
            for (CaseBlock block : work.blocks()) {
                steps.add(PhoneStep.of(block));
            }
        });
        return steps.isEmpty() ? Optional.empty() : Optional.of(new PhoneNote(syncToken, formId, users, steps));
    }
}
