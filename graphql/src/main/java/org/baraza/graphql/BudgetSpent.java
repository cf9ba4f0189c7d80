// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.execution.AbortExecutionException;
import java.time.Duration;
import java.util.Map;

/** The caller asked for too much in too short a time; nothing of the document runs. */
final class BudgetSpent extends AbortExecutionException {
    static final String RETRY_AFTER = "retryAfterSeconds";

    private static final long serialVersionUID = 1L;

    private final long seconds;

    BudgetSpent(Duration retryAfter) {
        super("Too much was asked for in too short a time.");
        this.seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of(ErrorCode.KEY, ErrorCode.THROTTLED.name(), RETRY_AFTER, seconds);
    }
}
