// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/** What became of a delivery, numbered as CommCare HQ does. */
public enum RecordState {
    /** Waits to be sent for the first time. */
    PENDING(1),
    /** Failed, and will be tried again. */
    FAILED(2),
    SUCCEEDED(4),
    /** Given up, by hand or after its tries. */
    CANCELLED(8),
    /** There was nothing to send, or the other side said so. */
    EMPTY(16),
    /** Could not be made, or the other side refused it. */
    INVALID(32);

    private final short number;

    RecordState(int number) {
        this.number = (short) number;
    }

    /** As the database keeps it. */
    public short number() {
        return number;
    }

    /** Whether it is still to be sent. */
    public boolean isOpen() {
        return this == PENDING || this == FAILED;
    }

    static RecordState of(short number) {
        for (RecordState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a delivery: " + number);
    }
}
