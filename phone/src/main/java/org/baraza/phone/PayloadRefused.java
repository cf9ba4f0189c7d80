// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

/** The phone does not take the payload; nothing of it was kept. */
public final class PayloadRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PayloadRefused(String reason) {
        super(reason);
    }
}
