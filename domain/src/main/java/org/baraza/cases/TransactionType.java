// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

/** Bits that tell what a transaction did; the values are those of CommCare HQ, beyond them our own. */
public final class TransactionType {
    public static final int FORM = 1;
    public static final int REBUILD_USER_REQUESTED = 4;
    public static final int REBUILD_FORM_ARCHIVED = 16;
    public static final int REBUILD_FORM_EDIT = 32;
    public static final int LEDGER = 64;
    public static final int CASE_CREATE = 128;
    public static final int CASE_CLOSE = 256;
    public static final int CASE_INDEX = 512;
    public static final int CASE_ATTACHMENT = 1024;
    public static final int REBUILD_FORM_REPROCESS = 2048;
    /** A person deleted the case or brought it back. */
    public static final int DELETION = 1 << 16;

    private TransactionType() {}

    static int of(CaseReport.CaseWork work) {
        int type = FORM;
        for (CaseBlock block : work.blocks()) {
            type |= block.creates() ? CASE_CREATE : 0;
            type |= block.closes() ? CASE_CLOSE : 0;
            type |= block.indices().isEmpty() ? 0 : CASE_INDEX;
            type |= block.attaches() ? CASE_ATTACHMENT : 0;
        }
        return work.ledgers().isEmpty() ? type : type | LEDGER;
    }
}
