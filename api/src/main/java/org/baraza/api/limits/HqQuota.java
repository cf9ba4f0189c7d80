// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.util.EnumMap;
import java.util.Map;

/**
 * What CommCare HQ lets a project do: a number of events a day for each of its active workers, in shorter windows its
 * share of them with some slack, and a constant for projects with few workers (authentication and limits, section 10).
 */
enum HqQuota {
    DATA_API(1_000, 100, 50, 30, 10, 1),
    SUBMISSIONS(46, 100, 50, 30, 10, 1),
    RESTORES(3, 50, 25, 15, 5, 1);

    private final long perDay;
    private final long[] constants;

    HqQuota(long perDay, long week, long day, long hour, long minute, long second) {
        this.perDay = perDay;
        this.constants = new long[] {week, day, hour, minute, second};
    }

    /** Room for a request where the number counted is below the limit, so that fractions count as one more. */
    Quota of(long workers) {
        long events = perDay * workers;
        Map<Window, Long> most = new EnumMap<>(Window.class);
        most.put(Window.WEEK, 5 * events + constants[0]);
        most.put(Window.DAY, events + constants[1]);
        most.put(Window.HOUR, Math.ceilDiv(3 * events, 23L) + constants[2]);
        most.put(Window.MINUTE, Math.ceilDiv(7 * events, 2_300L) + constants[3]);
        most.put(Window.SECOND, Math.ceilDiv(5 * events, 23_000L) + constants[4]);
        return new Quota(most);
    }

    /** How many submissions all projects together may send before the limit of each counts. */
    static Quota allSubmissions() {
        return new Quota(Map.of(Window.HOUR, 17_000L, Window.MINUTE, 400L, Window.SECOND, 30L));
    }
}
