// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Duration;

/** A way by which changes come to durable consumers: the database itself ({@link ChangeFeed}), or a broker ({@link Broker}). */
public interface FeedTransport {

    /**
     * Opens where this node gets changes for a consumer. Each node that works for the consumer opens one.
     *
     * @param most changes that are handed over at once
     */
    Inbox open(String consumer, int most);

    /** Lets a consumer begin anew behind a position: what it does must not mind a repetition. */
    void rewind(String consumer, long position);

    /** How far a consumer is behind what this transport holds. */
    Lag lag(String consumer);

    /**
     * How far a durable consumer is behind.
     *
     * @param changes that it has not seen
     * @param age of the oldest of them
     */
    record Lag(long changes, Duration age) {
        public static final Lag NONE = new Lag(0, Duration.ZERO);
    }
}
