// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param acknowledged forms that were answered with 201
 * @param resends of them that were stored as duplicates
 * @param answers how often each status was given
 * @param complaints what is wrong; empty when all is well
 * @param mutants how many ways of spoiling the database were tried on the judge
 */
public record KillReport(
        KillPlan plan,
        List<Kill> kills,
        int acknowledged,
        int resends,
        Map<Integer, Long> answers,
        double seconds,
        List<String> complaints,
        int mutants) {

    /**
     * One death.
     *
     * @param how the crash point, or a word for a kill from outside
     * @param inFlight requests that waited for an answer
     * @param atPoint whether it died at a named place of the code
     */
    public record Kill(String how, int inFlight, boolean atPoint) {}

    public boolean passed() {
        return complaints.isEmpty();
    }

    public int fewestInFlight() {
        return kills.stream().mapToInt(Kill::inFlight).min().orElse(0);
    }

    public long atPoints() {
        return kills.stream().filter(Kill::atPoint).count();
    }

    /** In one line, for people. */
    public String summary() {
        String ways = kills.stream()
                .collect(Collectors.groupingBy(Kill::how, java.util.TreeMap::new, Collectors.counting()))
                .toString();
        return "%s: %,d forms acknowledged (%,d resent), %d clients, %d kills (%d at named points, at least %d requests in flight) %s, answers %s, %d mutants noticed, %.0f s%s"
                .formatted(
                        passed() ? "passed" : "FAILED",
                        acknowledged,
                        resends,
                        plan.clients(),
                        kills.size(),
                        atPoints(),
                        fewestInFlight(),
                        ways,
                        answers,
                        mutants,
                        seconds,
                        passed() ? "" : ": " + complaints);
    }
}
