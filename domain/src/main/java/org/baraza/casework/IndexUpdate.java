// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import org.baraza.cases.Relationship;

/** What is wanted of one link of a case. */
public sealed interface IndexUpdate {

    /** No link of that name any more. */
    record Removed() implements IndexUpdate {}

    /** @param by how the target is named */
    record To(By by, String target, String caseType, Relationship relationship) implements IndexUpdate {}

    /** How a target is named. */
    enum By {
        CASE_ID,
        EXTERNAL_ID,
        /** Of a case that the same request makes. */
        TEMPORARY_ID
    }
}
