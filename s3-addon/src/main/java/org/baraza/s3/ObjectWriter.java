// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.crash.CrashPoint;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Gathers a blob in a file of this node and sends it as a whole, with its checksum: nobody meets half an object. */
final class ObjectWriter extends BlobWriter {
    private final S3Client s3;
    private final String bucket;
    private final String name;
    private final String key;
    private final Path file;
    private final MessageDigest md5;
    private final OutputStream out;

    ObjectWriter(S3Client s3, String bucket, String name, String key, Path incoming) throws IOException {
        this.s3 = s3;
        this.bucket = bucket;
        this.name = name;
        this.key = key;
        this.file = Files.createTempFile(incoming, "blob-", "");
        this.md5 = md5();
        this.out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), md5);
    }

    /** Not for secrecy: every storage compares it with what arrived. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public String commit() throws IOException {
        out.close();
        try {
            String sum = Base64.getEncoder().encodeToString(md5.digest());
            s3.putObject(put -> put.bucket(bucket).key(name).contentMD5(sum), file);
        } catch (SdkException e) {
            throw new IOException("the object storage did not take it", e);
        }
        CrashPoint.AFTER_BLOB.reached();
        return key;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
