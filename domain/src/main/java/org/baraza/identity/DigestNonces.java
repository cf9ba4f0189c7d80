// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.vault.Vault;

/**
 * The nonces of HTTP Digest. Each says when it was made and proves that it was made here, so every node takes those of the
 * others. How often one was used is known to each node by itself, until it stops: a request that somebody listened to can
 * be repeated elsewhere for as long as its nonce lives.
 */
final class DigestNonces {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 100_000;
    private static final int CODE_BYTES = 16;
    private static final int HEAD_BYTES = 2 * Long.BYTES;

    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ShortMemory<String, Uses> used;

    DigestNonces(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        this.used = new ShortMemory<>(clock, LIFE.multipliedBy(2), MOST);
    }

    /** Counts that were used: the highest, and which of the 63 before it. */
    private record Uses(long highest, long before) {
        static final Uses NONE = new Uses(0, 0);

        /** Empty when the count was used, or is so far behind that nobody knows. */
        Optional<Uses> with(long count) {
            if (count > highest) {
                long shift = count - highest;
                long kept = shift >= Long.SIZE ? 0 : (before << shift) | (highest > 0 ? 1L << (shift - 1) : 0);
                return Optional.of(new Uses(count, kept));
            }
            long behind = highest - count - 1;
            if (count < 1 || behind < 0 || behind >= Long.SIZE || (before & (1L << behind)) != 0) {
                return Optional.empty();
            }
            return Optional.of(new Uses(highest, before | (1L << behind)));
        }
    }

    String fresh(ProjectId project) {
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        return HexFormat.of().formatHex(head) + HexFormat.of().formatHex(code(project, head));
    }

    /** When it was made; empty when it was not made here for the project. */
    Optional<Instant> madeOn(ProjectId project, String nonce) {
        if (!nonce.matches("[0-9a-f]{" + 2 * (HEAD_BYTES + CODE_BYTES) + "}")) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(nonce);
        byte[] head = Arrays.copyOf(bytes, HEAD_BYTES);
        byte[] code = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
        return MessageDigest.isEqual(code, code(project, head))
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong()))
                : Optional.empty();
    }

    boolean isLive(Instant madeOn) {
        return madeOn.plus(LIFE).isAfter(clock.instant());
    }

    /** False when this count was used already. */
    synchronized boolean use(String nonce, long count) {
        Optional<Uses> after = used.get(nonce).orElse(Uses.NONE).with(count);
        after.ifPresent(uses -> used.put(nonce, uses));
        return after.isPresent();
    }

    boolean isUnused(String nonce) {
        return used.get(nonce).isEmpty();
    }

    private byte[] code(ProjectId project, byte[] head) {
        return Arrays.copyOf(vault.code("digest-nonce/" + project, head), CODE_BYTES);
    }
}
