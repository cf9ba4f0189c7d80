// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.judge.Snapshot.ChangeRow;
import org.baraza.bench.judge.Snapshot.Feed;
import org.baraza.bench.judge.Snapshot.Step;

/**
 * The feed tells of every form once, with the cases that it changed; positions run from 1 without gap or repeat, and tell
 * the changes of one case in the order in which they were made.
 */
final class FeedChecks {
    private FeedChecks() {}

    static void check(Snapshot stored, Promised promised, Complaints complaints) {
        Feed feed = stored.feed();
        complaints.unless(feed.unnumbered() == 0, feed.unnumbered() + " changes have no position");
        complaints.unless(
                feed.distinctPositions() == feed.rows() && feed.highest() == feed.rows() && feed.head() == feed.rows(),
                "positions have a gap or a repeat: " + feed);
        Map<String, Long> positions = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (ChangeRow change : stored.changes()) {
            PlannedForm plan = promised.plans().get(change.documentId());
            complaints.unless(
                    plan != null && change.caseIds().equals(plan.caseIds()),
                    "the feed tells something else of " + change.documentId());
            complaints.unless(told.add(change.documentId()), "the feed tells twice of " + change.documentId());
            positions.put(change.documentId(), Objects.requireNonNullElse(change.position(), 0L));
        }
        complaints.unless(
                told.equals(promised.acknowledgedIds()), "the feed tells of other forms than were acknowledged");
        orderWithinCases(stored, positions, complaints);
    }

    private static void orderWithinCases(Snapshot stored, Map<String, Long> positions, Complaints complaints) {
        String caseId = "";
        long last = 0;
        for (Step step : stored.steps()) {
            last = step.caseId().equals(caseId) ? last : 0;
            caseId = step.caseId();
            long position = positions.getOrDefault(String.valueOf(step.formId()), 0L);
            complaints.unless(position > last, "the feed turns round two changes of case " + caseId);
            last = position;
        }
    }
}
