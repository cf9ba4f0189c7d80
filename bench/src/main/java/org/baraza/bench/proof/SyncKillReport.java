// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baraza.bench.proof.KillReport.Kill;

/**
 * What came of a run with phones that sync.
 *
 * @param forms that were answered with 201
 * @param syncs that phones took
 * @param answers how often each status was given
 * @param mutants how many untruths were tried on the judge
 * @param complaints what is wrong; empty when all is well
 */
public record SyncKillReport(
        KillPlan plan,
        List<Kill> kills,
        int forms,
        int syncs,
        Map<Integer, Long> answers,
        int mutants,
        double seconds,
        List<String> complaints) {

    public boolean passed() {
        return complaints.isEmpty();
    }

    /** In one line, for people. */
    public String summary() {
        return "%s: %,d forms and %,d syncs of %d phones, %d kills %s, answers %s, %d mutants noticed, %.0f s%s"
                .formatted(
                        passed() ? "passed" : "FAILED",
                        forms,
                        syncs,
                        plan.clients(),
                        kills.size(),
                        kills.stream().collect(Collectors.groupingBy(Kill::how, TreeMap::new, Collectors.counting())),
                        answers,
                        mutants,
                        seconds,
                        passed() ? "" : ": " + complaints);
    }
}
