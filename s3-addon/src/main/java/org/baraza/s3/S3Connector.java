// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BucketConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Opens buckets of S3. */
public final class S3Connector implements BucketConnector {
    @Override
    public BlobStore open(Bucket bucket, Path incoming) {
        try {
            return new S3BlobStore(client(bucket), bucket.name(), bucket.prefix(), Files.createDirectories(incoming));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static S3Client client(Bucket bucket) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                // Every storage understands requests that are signed as a whole.
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (!bucket.endpoint().isEmpty()) {
            // Other storages have their buckets in the path.
            builder.endpointOverride(URI.create(bucket.endpoint())).forcePathStyle(true);
        }
        if (!bucket.accessKey().isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())));
        }
        return builder.build();
    }
}
