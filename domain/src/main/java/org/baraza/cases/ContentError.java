// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

/**
 * Why the content of a form cannot be applied (device protocol: errors in content). The whole form is refused; no block
 * of it takes effect.
 *
 * @param name stable name that begins the text given to the device
 * @param detail what is wrong, for people; holds ids but no answers
 */
public record ContentError(Name name, String detail) {

    /** The names that devices and their operators know, and those for content that breaks later. */
    public enum Name {
        /** Empty case id, or a ledger for a case that does not exist. */
        IllegalCaseId,
        /** An index to a case that does not exist, or one that is not well formed. */
        InvalidCaseIndex,
        /** A limited value that is too long, or an opening date that is no date. */
        CaseValueError,
        /** A modification date that is no date. */
        PhoneDateValueError,
        /** A ledger entry without a product. */
        MissingProductId,
        /** A referral of case XML version 1. */
        UsesReferrals,
        /** Case XML of a version that is not spoken here. */
        UnknownCaseVersion
    }

    /** As it stands in the answer to the device: name, colon, detail. */
    public String problem() {
        return name + ": " + detail;
    }
}
