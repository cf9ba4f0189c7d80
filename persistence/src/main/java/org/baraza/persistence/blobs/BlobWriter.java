// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.io.IOException;
import java.io.OutputStream;

/** A blob on its way in. Closing it without {@link #commit} leaves nothing behind. */
public abstract class BlobWriter extends OutputStream {

    /** Makes the blob durable and readable, and gives its key. */
    public abstract String commit() throws IOException;
}
