// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectScope;

/** Chunks of old forms of the project in scope: many forms end to end in one blob, each packed as the table had it. */
public final class FormChunks {
    private final BlobStore blobs;

    public FormChunks(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Writes a chunk, and makes sure that it can be read. Gives where each form is in it. */
    Map<String, ChunkPart> write(Map<String, byte[]> packed) throws IOException {
        String key;
        try (BlobWriter writer = blobs.create(ProjectScope.current())) {
            for (byte[] form : packed.values()) {
                writer.write(form);
            }
            key = writer.commit();
        }
        Map<String, ChunkPart> parts = new LinkedHashMap<>();
        int offset = 0;
        for (Map.Entry<String, byte[]> form : packed.entrySet()) {
            int length = form.getValue().length;
            parts.put(form.getKey(), new ChunkPart(key, offset, length, sha256(form.getValue())));
            offset += length;
        }
        List<ChunkPart> all = new ArrayList<>(parts.values());
        bytes(key, all);
        // Alone, too: later a form is asked for by its place in the chunk.
        bytes(key, List.of(all.getLast()));
        return parts;
    }

    void delete(String key) throws IOException {
        blobs.delete(ProjectScope.current(), key);
    }

    /** The same, with the bytes of those that are in chunks; outside of transactions, because it may take a while. */
    Map<String, KeptXml> atHand(Map<String, KeptXml> kept) {
        Map<String, List<Map.Entry<String, ChunkPart>>> byChunk = new LinkedHashMap<>();
        kept.forEach((formId, xml) -> xml.part()
                .ifPresent(part -> byChunk.computeIfAbsent(part.blobKey(), key -> new ArrayList<>())
                        .add(Map.entry(formId, part))));
        Map<String, KeptXml> found = new LinkedHashMap<>(kept);
        byChunk.forEach((key, forms) -> {
            List<byte[]> bytes =
                    bytes(key, forms.stream().map(Map.Entry::getValue).toList());
            for (int i = 0; i < forms.size(); i++) {
                byte[] packed = bytes.get(i);
                found.computeIfPresent(forms.get(i).getKey(), (formId, xml) -> xml.withPacked(packed));
            }
        });
        return found;
    }

    /** All parts of one chunk in one read, from the first to the last. */
    private List<byte[]> bytes(String key, List<ChunkPart> parts) {
        int from = parts.stream().mapToInt(ChunkPart::offset).min().orElse(0);
        int to = parts.stream()
                .mapToInt(part -> part.offset() + part.length())
                .max()
                .orElse(0);
        byte[] chunk;
        try {
            chunk = blobs.read(ProjectScope.current(), key, from, to - from)
                    .orElseThrow(
                            () -> new IllegalStateException("a chunk of old forms is not in the blob store: " + key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.stream().map(part -> checked(chunk, part, from)).toList();
    }

    private static byte[] checked(byte[] chunk, ChunkPart part, int from) {
        int begin = part.offset() - from;
        int end = begin + part.length();
        byte[] form = end <= chunk.length ? Arrays.copyOfRange(chunk, begin, end) : new byte[0];
        if (!Arrays.equals(sha256(form), part.sha256())) {
            throw new IllegalStateException("a chunk of old forms is not what was written: " + part.blobKey());
        }
        return form;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
