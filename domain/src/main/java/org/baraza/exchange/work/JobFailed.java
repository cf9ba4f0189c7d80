// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

/** Leaves a job that cannot be done as a whole. */
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;

    public JobFailed(String code, String text) {
        super(code, null, false, false);
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
