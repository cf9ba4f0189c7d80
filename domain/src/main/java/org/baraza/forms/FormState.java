// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

/** What became of a form (device protocol: form identity and state). */
public enum FormState {
    NORMAL(1),
    ARCHIVED(2),
    /** The content that an edited form had before. */
    DEPRECATED(4),
    DUPLICATE(8),
    /** Its content broke a rule; no block of it was applied. */
    ERROR(16),
    /** It could not be read; only its bytes are kept. */
    SUBMISSION_ERROR_LOG(32);

    private final int bit;

    FormState(int bit) {
        this.bit = bit;
    }

    /** As CommCare HQ numbers it and the database keeps it. */
    public int bit() {
        return bit;
    }

    static FormState ofBit(int bit) {
        for (FormState state : values()) {
            if (state.bit == bit) {
                return state;
            }
        }
        throw new IllegalArgumentException("no form state " + bit);
    }
}
