// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

/** A file that is no workbook, or not one that is read here. */
public final class WorkbookRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;

    public WorkbookRefused(String code, String text) {
        super(code, null, false, false);
        this.code = code;
        this.text = text;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    /** For people. */
    public String text() {
        return text;
    }

    static WorkbookRefused unreadable() {
        return new WorkbookRefused("NOT_A_WORKBOOK", "This is no .xlsx workbook, or it is damaged or encrypted.");
    }
}
