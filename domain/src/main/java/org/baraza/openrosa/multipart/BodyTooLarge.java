// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.io.IOException;

/** More bytes than the caller allowed for a part or a body. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limitBytes;

    public BodyTooLarge(long limitBytes) {
        super("larger than " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    public long limitBytes() {
        return limitBytes;
    }
}
