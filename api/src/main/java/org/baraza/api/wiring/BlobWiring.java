// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.baraza.forms.FormChunks;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BucketConnector;
import org.baraza.persistence.blobs.FolderBlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where large things are kept. */
@Configuration(proxyBeanMethods = false)
@Import(FormChunks.class)
class BlobWiring {

    @Bean
    BlobStore blobStore(BarazaSettings settings) throws IOException {
        return opened(settings.s3(), settings.home(), ServiceLoader.load(BucketConnector.class));
    }

    /** @param connectors empty where the add-on for buckets is not there */
    static BlobStore opened(BarazaSettings.S3 s3, Path home, Iterable<BucketConnector> connectors) throws IOException {
        if (s3.bucket().isEmpty()) {
            return new FolderBlobStore(home.resolve("blobs"));
        }
        for (BucketConnector connector : connectors) {
            return connector.open(
                    new BucketConnector.Bucket(
                            s3.bucket(), s3.endpoint(), s3.region(), s3.prefix(), s3.accessKey(), s3.secretKey()),
                    home.resolve("spool").resolve("incoming"));
        }
        throw new IllegalStateException(
                "BARAZA_S3_BUCKET is set, and the add-on for S3 is not in BARAZA_ADDONS: see docs/operations.md");
    }
}
