// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.nio.file.Path;

/** Opens blob stores in buckets of an object storage; found through {@link java.util.ServiceLoader}, in an add-on. */
@FunctionalInterface
public interface BucketConnector {

    /**
     * Opens a bucket that is there.
     *
     * @param incoming folder for blobs on their way in
     */
    BlobStore open(Bucket bucket, Path incoming);

    /**
     * Where blobs are kept.
     *
     * @param endpoint address of the storage; empty for Amazon's
     * @param prefix before the name of every object
     * @param accessKey empty for the credentials of the machine
     */
    record Bucket(String name, String endpoint, String region, String prefix, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "Bucket[" + name + "]";
        }
    }
}
