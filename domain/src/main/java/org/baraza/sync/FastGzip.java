// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip that is written at the speed of the rows and whose flush lets everything before it through. */
final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 16 * 1024;

    FastGzip(OutputStream out) throws IOException {
        super(out, BUFFER, true);
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Gives back the memory of the compressor, also when the payload broke off. */
    void release() {
        def.end();
    }
}
