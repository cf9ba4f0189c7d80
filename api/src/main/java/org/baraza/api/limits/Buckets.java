// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.github.bucket4j.Bucket;

/** Where it is counted what was asked for: in this process, or in Redis for several nodes. */
interface Buckets extends AutoCloseable {

    /** The bucket of a key, made or brought to the allowance where it is another. */
    Bucket of(String key, Allowance allowance);

    @Override
    void close();
}
