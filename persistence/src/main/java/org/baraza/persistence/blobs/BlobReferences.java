// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.util.Collection;
import org.baraza.persistence.tenancy.Tx;

/** Somebody who keeps blobs of projects, and is asked before one is swept away. */
@FunctionalInterface
public interface BlobReferences {

    /** Those of the keys that are still of use in the project of the transaction. */
    Collection<String> referred(Tx tx, Collection<String> keys);
}
