// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/** How many records of a forwarder are in which state. */
public record Counts(long pending, long failed, long succeeded, long empty, long cancelled, long invalid) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** With some more, or some fewer, in a state. */
    public Counts plus(RecordState state, long more) {
        return switch (state) {
            case PENDING -> new Counts(pending + more, failed, succeeded, empty, cancelled, invalid);
            case FAILED -> new Counts(pending, failed + more, succeeded, empty, cancelled, invalid);
            case SUCCEEDED -> new Counts(pending, failed, succeeded + more, empty, cancelled, invalid);
            case CANCELLED -> new Counts(pending, failed, succeeded, empty, cancelled + more, invalid);
            case EMPTY -> new Counts(pending, failed, succeeded, empty + more, cancelled, invalid);
            case INVALID -> new Counts(pending, failed, succeeded, empty, cancelled, invalid + more);
        };
    }

    /** When a record comes from one state into another. */
    public Counts moved(RecordState from, RecordState to) {
        return plus(from, -1).plus(to, 1);
    }
}
