// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

/** What a phone that claimed must do next. */
public sealed interface ClaimOutcome {
    /** It holds the claims now; the phone syncs and then has the cases. */
    record Claimed() implements ClaimOutcome {}

    /** The phone has all of them, as they are; it may go on at once. */
    record OnThePhone() implements ClaimOutcome {}

    /** One of them is not there; nothing was claimed. */
    record Gone(String caseId) implements ClaimOutcome {}
}
