// SPDX-License-Identifier: Apache-2.0
package org.baraza.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers remembered for a short while, in this process only. A full memory forgets rather than grows, so callers must
 * be able to ask again at any time.
 */
public final class ShortMemory<K, V> {
    private record Held<V>(V value, long since) {}

    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final Clock clock;
    private final long lifeMillis;
    private final int most;

    /**
     * @param life how old a remembered answer may get
     * @param most how many answers are held at once
     */
    public ShortMemory(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.lifeMillis = life.toMillis();
        this.most = most;
    }

    /** The remembered answer, if there is a fresh one. */
    public Optional<V> get(K key) {
        Held<V> known = held.get(key);
        return known != null && isFresh(known, clock.millis()) ? Optional.of(known.value) : Optional.empty();
    }

    /** The remembered answer, or a new one; its age counts from before it was asked for. */
    public V get(K key, Function<? super K, ? extends V> ask) {
        long now = clock.millis();
        Held<V> known = held.get(key);
        if (known != null && isFresh(known, now)) {
            return known.value;
        }
        V value = ask.apply(key);
        hold(key, value, now);
        return value;
    }

    public void put(K key, V value) {
        hold(key, value, clock.millis());
    }

    public void forget(K key) {
        held.remove(key);
    }

    public void forgetAll() {
        held.clear();
    }

    private void hold(K key, V value, long now) {
        if (held.size() >= most) {
            held.values().removeIf(entry -> !isFresh(entry, now));
            if (held.size() >= most) {
                held.clear();
            }
        }
        held.put(key, new Held<>(value, now));
    }

    /** An answer from the future was remembered before the clock was set back: its age is unknown. */
    private boolean isFresh(Held<V> entry, long now) {
        return now >= entry.since && now - entry.since < lifeMillis;
    }
}
