// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.baraza.forwarding.Counts;
import org.baraza.forwarding.Forwarder;
import org.baraza.forwarding.Method;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** What sends changes somewhere else. */
record ForwarderNode(ProjectAccess access, Forwarder forwarder) implements InProject {

    /** How many records are in which state, as people count them. */
    record Tally(int pending, int failed, int succeeded, int cancelled, int empty, int invalid) {
        static Tally of(Counts counts) {
            return new Tally(
                    number(counts.pending()),
                    number(counts.failed()),
                    number(counts.succeeded() + counts.empty()),
                    number(counts.cancelled() + counts.invalid()),
                    number(counts.empty()),
                    number(counts.invalid()));
        }

        private static int number(long count) {
            return (int) Math.min(count, Integer.MAX_VALUE);
        }
    }

    public String id() {
        return forwarder.forwarderId();
    }

    public String name() {
        return forwarder.name();
    }

    public String type() {
        return forwarder.type();
    }

    public String format() {
        return forwarder.format();
    }

    public String script() {
        return forwarder.script();
    }

    public Method method() {
        return forwarder.method();
    }

    public boolean paused() {
        return forwarder.paused();
    }

    public boolean includeAppId() {
        return forwarder.options().includeAppId();
    }

    public List<String> xmlnses() {
        return sorted(forwarder.options().xmlnses());
    }

    public List<String> caseTypes() {
        return sorted(forwarder.options().caseTypes());
    }

    public List<String> excludedUserIds() {
        return sorted(forwarder.options().excludedUserIds());
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    public boolean retryAllErrors() {
        return forwarder.options().retryAllErrors();
    }

    public List<Integer> backOffCodes() {
        return forwarder.options().backOffCodes().stream().sorted().toList();
    }

    public boolean snapshot() {
        return forwarder.options().snapshot();
    }

    public int concurrency() {
        return forwarder.options().concurrency();
    }

    public @Nullable Integer requestsPerSecond() {
        int most = forwarder.options().requestsPerSecond();
        return most == 0 ? null : (Integer) most;
    }

    public Tally counts() {
        return Tally.of(forwarder.counts());
    }

    public @Nullable Instant restingUntil() {
        return forwarder.restingUntil().orElse(null);
    }

    public @Nullable Instant lastAttemptAt() {
        return forwarder.lastAttemptAt().orElse(null);
    }

    public Instant createdAt() {
        return forwarder.createdAt();
    }

    public Instant updatedAt() {
        return forwarder.updatedAt();
    }
}
