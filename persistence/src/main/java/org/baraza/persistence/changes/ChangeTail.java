// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.baraza.persistence.tenancy.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the feed from now on for those who watch live. A listener gets the changes of its project in order, and only
 * while it listens; whoever must miss nothing is a durable consumer instead.
 */
public final class ChangeTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);
    private static final int BATCH = 500;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ChangeFeed feed;
    private final Duration pause;
    private final Map<ProjectId, Set<Consumer<NumberedChange>>> listeners = new ConcurrentHashMap<>();
    private final Loop loop;

    /** @param pause between looks */
    public ChangeTail(ChangeFeed feed, Duration pause) {
        this.feed = feed;
        this.pause = pause;
        this.loop = new Loop("change-tail", this::run);
    }

    /** Calls the listener for every change of the project from now on, until the answer is closed. Must not block. */
    public Listening listen(ProjectId project, Consumer<NumberedChange> listener) {
        listeners.computeIfAbsent(project, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(project, (id, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }

    /** Ends listening when closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    private void run(Loop running) {
        long position = -1;
        while (running.isRunning()) {
            try {
                position = position < 0 ? feed.head() : follow(position);
                running.rest(pause);
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("change tail lost the feed");
                running.rest(AFTER_FAILURE);
            }
        }
    }

    /** Nobody listening: jump to the end without reading. */
    private long follow(long from) {
        if (listeners.isEmpty()) {
            return feed.head();
        }
        long position = from;
        List<NumberedChange> changes;
        do {
            changes = feed.after(position, BATCH);
            for (NumberedChange change : changes) {
                listeners.getOrDefault(change.project(), Set.of()).forEach(listener -> tell(listener, change));
                position = change.position();
            }
        } while (changes.size() == BATCH);
        return position;
    }

    private static void tell(Consumer<NumberedChange> listener, NumberedChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("a live listener failed");
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
