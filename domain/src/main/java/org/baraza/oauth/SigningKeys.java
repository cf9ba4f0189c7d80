// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.vault.Vault;

/**
 * The keys that sign ID tokens, the same on every node. A key signs for ninety days; the next is published a day before it
 * signs, and each stays published for as long as something that it signed may be shown.
 */
public final class SigningKeys {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration KNOWN_BEFORE = Duration.ofDays(1);
    private static final Duration KNOWN_AFTER = Duration.ofDays(7);
    private static final int BITS = 2048;
    private static final Visibility OURS = Visibility.server("oauth");

    private final Transactions transactions;
    private final Vault vault;
    private final Clock clock;
    private final SigningKeyStore store = new SigningKeyStore();
    private final ShortMemory<String, List<SigningKey>> recent;

    public SigningKeys(Transactions transactions, Vault vault, Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, 1);
    }

    /** Those that are published, the one that signs later first. Made when there is none. */
    public List<SigningKey> published() {
        List<SigningKey> known = recent.get("keys", _ -> read());
        if (!needsAnother(known, clock.instant())) {
            return known;
        }
        rotate();
        return recent.get("keys", _ -> read());
    }

    /** The one that signs now. */
    public SigningKey current() {
        Instant now = clock.instant();
        List<SigningKey> known = published();
        return known.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(known::getLast);
    }

    private static boolean needsAnother(List<SigningKey> keys, Instant now) {
        return keys.isEmpty()
                || !keys.getFirst().signsFrom().plus(SIGNS).minus(KNOWN_BEFORE).isAfter(now);
    }

    /** Makes the next key when it is time, and forgets those that nothing needs. Two nodes may both make one. */
    public void rotate() {
        Instant now = clock.instant();
        KeyPair pair = made();
        String keyId = UUID.randomUUID().toString();
        byte[] sealed = vault.seal(pair.getPrivate().getEncoded(), purpose(keyId));
        transactions.writingAs(OURS, tx -> {
            tx.afterCommit(recent::forgetAll);
            store.deleteOver(tx, now);
            List<SigningKeyStore.Kept> kept = store.published(tx, now);
            boolean first = kept.isEmpty();
            if (first || needsAnother(kept.stream().map(this::opened).toList(), now)) {
                Instant from = first ? now : now.plus(KNOWN_BEFORE);
                store.insert(
                        tx,
                        new SigningKeyStore.Kept(keyId, pair.getPublic().getEncoded(), sealed, now, from),
                        from.plus(SIGNS).plus(KNOWN_AFTER));
            }
        });
    }

    private List<SigningKey> read() {
        return transactions.readAs(OURS, tx -> store.published(tx, clock.instant())).stream()
                .map(this::opened)
                .toList();
    }

    private SigningKey opened(SigningKeyStore.Kept kept) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new SigningKey(
                    kept.keyId(),
                    (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(kept.publicKey())),
                    (RSAPrivateKey) rsa.generatePrivate(
                            new PKCS8EncodedKeySpec(vault.open(kept.sealedKey(), purpose(kept.keyId())))),
                    kept.signsFrom());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key cannot be read", e);
        }
    }

    private static KeyPair made() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(BITS);
            return rsa.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String purpose(String keyId) {
        return "oauth/signing-key/" + keyId;
    }
}
