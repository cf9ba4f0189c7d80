// SPDX-License-Identifier: Apache-2.0
package org.baraza.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the vault: the first one seals, all of them open.
 *
 * @param keys never empty
 */
public record VaultKeys(List<VaultKey> keys) {
    private static final int KEY_BYTES = 32;

    public VaultKeys {
        keys = List.copyOf(keys);
    }

    /** A key of 256 bits. */
    record VaultKey(byte[] bytes) {
        static final int MARK_BYTES = 4;

        /** Tells the key from others and nothing about it. */
        byte[] mark() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(digest), MARK_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "VaultKey";
        }
    }

    /**
     * What an operator wrote: keys in base64, separated by commas.
     *
     * @throws IllegalArgumentException when one of them is not 32 bytes long
     */
    public static VaultKeys of(String text) {
        List<VaultKey> keys = new ArrayList<>();
        for (String part : text.split(",")) {
            byte[] bytes = Base64.getDecoder().decode(part.strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("a secret key has 32 bytes, written in base64");
            }
            keys.add(new VaultKey(bytes));
        }
        return new VaultKeys(keys);
    }

    /** The key that lies in a file of that name, which only the server's own account may read; made when it is absent. */
    public static VaultKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " cannot be read", e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    VaultKey current() {
        return keys.getFirst();
    }

    Optional<VaultKey> marked(byte[] mark) {
        return keys.stream().filter(key -> Arrays.equals(key.mark(), mark)).findFirst();
    }
}
