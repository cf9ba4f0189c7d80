// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.ChangeFeed.Lag;

/** How far a durable consumer of the feed is behind, for whoever watches the server. */
record FeedLag(ChangeFeed feed, String consumer) implements MeterBinder {
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
        Gauge.builder("baraza.feed.set.aside", this, FeedLag::setAside)
                .tag("consumer", consumer)
                .description("changes that the consumer could not digest")
                .register(registry);
    }

    private int setAside() {
        try {
            return feed.setAside(consumer);
        } catch (RuntimeException away) {
            return 0;
        }
    }

    /** Nothing where the database is away: that shows elsewhere. */
    private Lag now() {
        Lag none = new Lag(0, Duration.ZERO);
        try {
            Map<String, Lag> lags = feed.lags();
            return lags.getOrDefault(consumer, none);
        } catch (RuntimeException away) {
            return none;
        }
    }
}
