// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.math.BigDecimal;
import java.time.Instant;

/** A limit that a list of locations is narrowed down by. */
public sealed interface Bound {

    /** On which side of the limit the wanted ones lie. */
    Side side();

    /** On which side of a limit, and whether the limit itself is wanted. */
    enum Side {
        ABOVE,
        FROM,
        BELOW,
        UNTIL
    }

    /** What a limit in time is about. */
    enum Moment {
        CREATED_AT,
        LAST_MODIFIED
    }

    /** What a limit on the globe is about. */
    enum Angle {
        LATITUDE,
        LONGITUDE
    }

    /** A limit in time. */
    record Time(Moment moment, Side side, Instant limit) implements Bound {}

    /** A limit on the globe. */
    record Degrees(Angle angle, Side side, BigDecimal limit) implements Bound {}
}
