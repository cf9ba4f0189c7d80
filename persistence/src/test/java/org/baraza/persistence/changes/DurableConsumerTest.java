// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Changes straight from the database. */
final class DurableConsumerTest extends FeedTransportContract {
    @Override
    protected FeedTransport transport() {
        return feed;
    }

    @Test
    void everythingComesInTheOrderOfTheFeed() throws InterruptedException {
        announce("a", "b", "a", "c");
        try (var consumer = new DurableConsumer(feed, "test", this::note, PAUSE)) {
            eventually(() -> seen.size() == 4);
        }
        assertThat(seen).containsExactly("a", "b", "a", "c");
    }

    @Test
    void whileOneNodeWorksNoOtherDoes() throws InterruptedException {
        announce("a");
        eventually(() -> feed.head() == 1);
        try (Inbox one = feed.open("test", 10);
                Inbox other = feed.open("test", 10)) {
            one.consume(changes -> {
                note(changes);
                assertThat(other.consume(this::note)).isFalse();
            });
        }
        assertThat(seen).containsExactly("a");
    }
}
