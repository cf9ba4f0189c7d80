// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.FeedTransport;
import org.baraza.persistence.changes.FeedTransport.Lag;

/**
 * How far a durable consumer of the feed is behind, for whoever watches the server.
 *
 * @param transport by which the consumer gets its changes
 */
record FeedLag(FeedTransport transport, ChangeFeed feed, String consumer) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("baraza.feed.lag.changes", this, lag -> lag.now().changes())
                .tag("consumer", consumer)
                .description("changes that the consumer has not seen")
                .register(registry);
        Gauge.builder("baraza.feed.lag.seconds", this, lag -> lag.now().age().toMillis() / 1000.0)
                .tag("consumer", consumer)
                .description("age of the oldest of them")
                .register(registry);
        Gauge.builder("baraza.feed.set.aside", this, lag -> orWhileAway(() -> feed.setAside(consumer), 0))
                .tag("consumer", consumer)
                .description("changes that the consumer could not digest")
                .register(registry);
    }

    private Lag now() {
        return orWhileAway(() -> transport.lag(consumer), Lag.NONE);
    }

    /** Nothing where the database or the broker is away: that shows elsewhere. */
    private static <T> T orWhileAway(Supplier<T> asked, T nothing) {
        try {
            return asked.get();
        } catch (RuntimeException away) {
            return nothing;
        }
    }
}
