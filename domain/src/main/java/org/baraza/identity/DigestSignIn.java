// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.baraza.identity.SignInResult.LockedOut;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.identity.credentials.Digest;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;
import org.baraza.vault.Vault;

/** Lets people in who prove by HTTP Digest that they know their password, where their project allows it. */
public final class DigestSignIn {
    private final Accounts accounts;
    private final DigestSecrets secrets;
    private final ProjectSecurity security;
    private final Projects projects;
    private final DigestNonces nonces;

    public DigestSignIn(
            Accounts accounts,
            DigestSecrets secrets,
            ProjectSecurity security,
            Projects projects,
            Vault vault,
            Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.security = security;
        this.projects = projects;
        this.nonces = new DigestNonces(vault, clock);
    }

    /** How an attempt ended. */
    public sealed interface Outcome {
        /** The proof was judged. */
        record Judged(SignInResult result) implements Outcome {}

        /** The proof is right, but its nonce is too old or was used: the client proves it again with another. */
        record Stale() implements Outcome {}
    }

    /** What a client needs to prove that it knows a password; empty where the project does not allow Digest. */
    public Optional<Challenge> challenge(Project project) {
        return security.allowsDigest(project.id())
                ? Optional.of(new Challenge(DigestSecrets.realm(project.name()), nonces.fresh(project.id())))
                : Optional.empty();
    }

    /** What is asked of a client. */
    public record Challenge(String realm, String nonce) {}

    /** The project that asked for the proof, by its realm; empty where that is none of a project here. */
    public Optional<Project> projectOf(DigestProof proof) {
        return DigestSecrets.projectName(proof.realm()).flatMap(projects::byName);
    }

    /** Wrong proofs count as wrong passwords do. Says nothing about membership. */
    public Outcome at(Project project, DigestProof proof, String address) {
        Optional<Instant> madeOn = nonces.madeOn(project.id(), proof.nonce());
        boolean answerable = security.allowsDigest(project.id())
                && madeOn.isPresent()
                && proof.realm().equals(DigestSecrets.realm(project.name()));
        if (!answerable) {
            // Nothing was tried on a password.
            return new Outcome.Judged(new WrongCredentials());
        }
        LoginName login = LoginName.at(project, proof.username(), projects::byName);
        Optional<Account> account = accounts.recent(login);
        Optional<Duration> locked = accounts.lockLeft(login, account);
        if (locked.isPresent()) {
            return new Outcome.Judged(new LockedOut(locked.get()));
        }
        Optional<String> secret = account.flatMap(known -> secrets.find(project, known, proof.username()));
        if (account.isEmpty() || secret.filter(known -> isRight(known, proof)).isEmpty()) {
            // Without a secret, a right proof cannot be told from a wrong one, so it is no guess either.
            if (account.isEmpty() || secret.isPresent()) {
                accounts.failed(login, account, address);
            }
            return new Outcome.Judged(new WrongCredentials());
        }
        boolean first = nonces.isUnused(proof.nonce());
        if (!nonces.isLive(madeOn.get()) || !nonces.use(proof.nonce(), Long.parseLong(proof.count(), 16))) {
            return new Outcome.Stale();
        }
        if (first && account.get().active()) {
            accounts.succeeded(login, account.get(), address);
        }
        return new Outcome.Judged(SignIn.letIn(account.get()));
    }

    private static boolean isRight(String secret, DigestProof proof) {
        String expected =
                Digest.response(secret, proof.method(), proof.uri(), proof.nonce(), proof.count(), proof.clientNonce());
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), proof.response().getBytes(StandardCharsets.US_ASCII));
    }
}
