// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SecondFactorStore.Kept;
import org.baraza.identity.credentials.LockOut;
import org.baraza.identity.credentials.OneTimeCodes;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.vault.Vault;

/**
 * The second factor of web users: an authenticator app on their phone, and recovery codes on paper for when it is lost.
 * Wrong codes lock as wrong passwords do, and count by themselves; a code counts once.
 */
public final class TwoFactor {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 50_000;
    private static final String ISSUER = "Baraza";

    private final Transactions transactions;
    private final Vault vault;
    private final SessionStore sessions = new SessionStore();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final RecoveryCodes recovery = new RecoveryCodes();
    private final SecondFactorStore store = new SecondFactorStore();
    private final EventStore events = new EventStore();
    private final ShortMemory<String, Boolean> recent;

    public TwoFactor(Transactions transactions, Vault vault, Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** How a code was judged. */
    public sealed interface Verdict {
        record Right() implements Verdict {}

        /** It is another, or it was used. */
        record Wrong() implements Verdict {}

        /** Too many wrong codes; even the right one does not help now. */
        record LockedOut(Duration retryAfter) implements Verdict {}
    }

    /** What a phone must learn. */
    public record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /** Whether her password alone does not do; seconds old at most. */
    public boolean isOn(String userId) {
        return recent.get(userId, key -> transactions.readAs(Visibility.user(key), tx -> store.isOn(tx, key)));
    }

    /** Names of the projects that wait for her to set it up. */
    public List<String> wantedBy(WebUser who) {
        return isOn(who.userId()) ? List.of() : transactions.readAs(hers(who), tx -> store.wantedBy(tx, who.userId()));
    }

    /** How many recovery codes she has left. */
    public int recoveryCodesLeft(WebUser who) {
        return transactions.readAs(hers(who), tx -> store.recoveryCodesLeft(tx, who.userId()));
    }

    /** Makes a secret for her phone; nothing changes before a code shows that it has it. */
    public Enrolment begin(WebUser who) {
        byte[] secret = new byte[OneTimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        transactions.writingAs(hers(who), tx -> {
            refuseOn(store.lock(tx, who.userId()));
            store.begin(tx, who.userId(), vault.seal(secret, purpose(who.userId())), clock.instant());
        });
        String text = OneTimeCodes.base32(secret);
        String label = URLEncoder.encode(who.username(), StandardCharsets.UTF_8);
        return new Enrolment(text, "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }

    /**
     * Turns it on, once a code shows that her phone has the secret; ends her other sessions, which came in without.
     *
     * @return her recovery codes, shown this once
     */
    public List<String> confirm(WebUser who, String code, Arrival arrival) {
        RecoveryCodes.Fresh fresh = recovery.fresh(who.userId());
        Verdict verdict = transactions.writeAs(hers(who), tx -> {
            Kept kept = store.lock(tx, who.userId()).orElseThrow(TwoFactor::notBegun);
            refuseOn(Optional.of(kept));
            Verdict judged = judge(tx, who.userId(), kept, code, false);
            if (judged instanceof Verdict.Right) {
                store.confirm(tx, who.userId(), clock.instant());
                store.putRecoveryCodes(tx, who.userId(), fresh.hashes(), clock.instant());
                sessions.deleteOthers(tx, who.userId(), arrival.session());
                changed(tx, who, "two_factor.turned_on", arrival.address());
            }
            return judged;
        });
        refuseWrong(verdict);
        return fresh.codes();
    }

    /** Other recovery codes, in place of all that there were; shown this once. */
    public List<String> newRecoveryCodes(WebUser who, Arrival arrival) {
        RecoveryCodes.Fresh fresh = recovery.fresh(who.userId());
        transactions.writingAs(hers(who), tx -> {
            if (store.lock(tx, who.userId()).filter(Kept::confirmed).isEmpty()) {
                throw notBegun();
            }
            store.putRecoveryCodes(tx, who.userId(), fresh.hashes(), clock.instant());
            changed(tx, who, "two_factor.recovery_codes_made", arrival.address());
        });
        return fresh.codes();
    }

    /** Her password does alone again. Whoever asks for this must have shown it just now. */
    public void turnOff(WebUser who, Arrival arrival) {
        transactions.writingAs(hers(who), tx -> {
            store.remove(tx, who.userId());
            changed(tx, who, "two_factor.turned_off", arrival.address());
        });
    }

    /** Judges a code of her app, or one of her recovery codes. */
    public Verdict check(WebUser who, String code, String address) {
        return transactions.writeAs(hers(who), tx -> {
            Optional<Kept> kept = store.lock(tx, who.userId()).filter(Kept::confirmed);
            if (kept.isEmpty()) {
                return new Verdict.Wrong();
            }
            Verdict verdict = judge(tx, who.userId(), kept.get(), code.strip(), true);
            if (verdict instanceof Verdict.Wrong) {
                events.add(tx, who.username(), who.userId(), "two_factor.failed", address);
            }
            return verdict;
        });
    }

    /** Takes it from somebody who lost her phone, in a transaction that sees what is hers. */
    boolean remove(Tx tx, String userId, String username) {
        boolean was = store.remove(tx, userId);
        events.add(tx, username, userId, "two_factor.reset", "");
        tx.afterCommit(() -> recent.forget(userId));
        return was;
    }

    private Verdict judge(Tx tx, String userId, Kept kept, String code, boolean recoveryCounts) {
        Instant now = clock.instant();
        Optional<Duration> locked = kept.lockOut().left(now);
        if (locked.isPresent()) {
            return new Verdict.LockedOut(locked.get());
        }
        byte[] secret = vault.open(kept.sealedSecret(), purpose(userId));
        Optional<Long> step = OneTimeCodes.step(secret, code.replace(" ", ""), now, kept.lastStep());
        step.ifPresent(used -> store.setLastStep(tx, userId, used));
        boolean right = step.isPresent()
                || (recoveryCounts && store.useRecoveryCode(tx, userId, recovery.hash(userId, code), now));
        if (!right) {
            // Whoever shows a code again knew it: she is no guesser, though it counts only once.
            boolean shownAgain = OneTimeCodes.step(secret, code.replace(" ", ""), now, Long.MIN_VALUE)
                    .isPresent();
            if (!shownAgain) {
                store.setLockOut(tx, userId, kept.lockOut().afterFailure(now));
            }
            return new Verdict.Wrong();
        }
        if (!kept.lockOut().isNone()) {
            store.setLockOut(tx, userId, LockOut.NONE);
        }
        return new Verdict.Right();
    }

    private void changed(Tx tx, WebUser who, String action, String address) {
        events.add(tx, who.username(), who.userId(), action, address);
        tx.afterCommit(() -> recent.forget(who.userId()));
    }

    private static void refuseWrong(Verdict verdict) {
        switch (verdict) {
            case Verdict.Right _ -> {}
            case Verdict.Wrong _ ->
                throw new Refused(Problem.Invalid.field("code", "CODE_WRONG", "This code is not right, or it is old."));
            case Verdict.LockedOut(var retryAfter) -> throw new Refused(new Problem.TooMany(retryAfter));
        }
    }

    private static void refuseOn(Optional<Kept> kept) {
        if (kept.filter(Kept::confirmed).isPresent()) {
            throw new Refused(
                    new Problem.Conflict("TWO_FACTOR_ON", "Two-factor authentication is on. Turn it off first."));
        }
    }

    private static Refused notBegun() {
        return new Refused(new Problem.Conflict("TWO_FACTOR_OFF", "Two-factor authentication is not set up."));
    }

    private static Visibility hers(WebUser who) {
        return Visibility.user(who.userId());
    }

    private static String purpose(String userId) {
        return "second-factor/" + userId.toLowerCase(Locale.ROOT);
    }
}
