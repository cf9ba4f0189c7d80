// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What functions need of the world.
 *
 * @param clock the time, in the zone of the person who is served
 * @param random chance, also for ids and the keys of encryption
 * @param texts texts of the application
 * @param place where the device is, {@code lat lon altitude accuracy}, if it is known
 */
public record Surroundings(Clock clock, RandomGenerator random, Texts texts, Supplier<Optional<String>> place) {

    /** Texts that an application has in several languages. */
    public interface Texts {

        /** There are none. */
        Texts NONE = new Texts() {
            @Override
            public Optional<String> text(String id) {
                return Optional.empty();
            }

            @Override
            public Optional<String> choice(String value, String path) {
                return Optional.empty();
            }
        };

        /** The text of that id in the language in use. */
        Optional<String> text(String id);

        /** What the choice of that value is called in the question at the path. */
        Optional<String> choice(String value, String path);
    }

    /** A clock and nothing else. */
    public static Surroundings at(Clock clock) {
        return new Surroundings(clock, new SecureRandom(), Texts.NONE, Optional::empty);
    }
}
