// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt to deliver. */
public sealed interface Outcome {

    /** The other side took it. */
    record Delivered() implements Outcome {}

    /** There was nothing to send, or the other side says so. */
    record Nothing() implements Outcome {}

    /** The other side asked to be spared for a while: the attempt does not count. */
    record Spared(Duration pause) implements Outcome {}

    /**
     * The other side is not well, or cannot be reached.
     *
     * @param pause for which it asked
     */
    record Unwell(Optional<Duration> pause) implements Outcome {}

    /**
     * The other side does not take this one.
     *
     * @param retried whether the forwarder tries it again all the same
     */
    record Refused(boolean retried) implements Outcome {}

    /** The other side lacks something that another delivery brings. */
    record NotYet() implements Outcome {}

    /** What is to be sent could not be made. */
    record Unmade() implements Outcome {}

    /** Whether the other side, rather than this one delivery, is at fault. */
    default boolean isOfTheOtherSide() {
        return this instanceof Spared || this instanceof Unwell;
    }

    /** Whether the other side said how long it wants to be left alone. */
    default boolean asksForTime() {
        return this instanceof Spared || (this instanceof Unwell(Optional<Duration> pause) && pause.isPresent());
    }

    /** Whether somebody should hear of it. */
    default boolean isFailure() {
        return this instanceof Unwell || this instanceof Refused || this instanceof NotYet || this instanceof Unmade;
    }
}
