// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.baraza.identity.credentials.Digest;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.tenancy.Project;
import org.baraza.vault.Vault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What HTTP Digest is checked against: a secret for each spelling of a name, because the name is part of it. Kept sealed,
 * and only for projects that allow Digest.
 */
public final class DigestSecrets {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final String REALM = "baraza-";
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 50_000;
    /** Further spellings push out the others. */
    private static final int MOST_SPELLINGS = 6;

    record Owner(ProjectId project, String userId) {}

    /** What was kept a moment ago and need not be looked at again with every request. */
    private record Learned(Owner owner, int version, String login) {}

    /** Secrets by name, all of them of the password of that version. */
    private record Secrets(int version, Map<String, String> byName) {
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    private final Transactions transactions;
    private final ProjectSecurity security;
    private final Vault vault;
    private final DigestStore store = new DigestStore();
    private final ShortMemory<Learned, Boolean> learned;

    public DigestSecrets(Transactions transactions, ProjectSecurity security, Vault vault, Clock clock) {
        this.transactions = transactions;
        this.security = security;
        this.vault = vault;
        this.learned = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    static String realm(String projectName) {
        return REALM + projectName;
    }

    static Optional<String> projectName(String realm) {
        return realm.startsWith(REALM) ? Optional.of(realm.substring(REALM.length())) : Optional.empty();
    }

    /** The secret for a name as it was typed; empty when it is not known, or of an old password. */
    Optional<String> find(Project project, Account account, String typed) {
        return known(new Owner(project.id(), account.userId()))
                .filter(secrets -> secrets.version == account.version())
                .map(secrets -> secrets.byName.get(typed));
    }

    private Optional<Secrets> known(Owner owner) {
        return transactions
                .readAs(Visibility.project(owner.project), tx -> store.find(tx, owner.project, owner.userId))
                .map(kept -> new Secrets(
                        kept.version(),
                        JSON.readValue(
                                new String(vault.open(kept.sealed(), purpose(owner)), StandardCharsets.UTF_8), TEXTS)));
    }

    /** A password was right at the door of a project: what Digest needs of it is kept, if the project allows it. */
    void learn(Project project, Account account, Credentials right) {
        if (!security.allowsDigest(project.id())) {
            return;
        }
        Owner owner = new Owner(project.id(), account.userId());
        if (learned.get(new Learned(owner, account.version(), right.login())).isPresent()) {
            return;
        }
        Set<String> names = names(account.actor(), project.name());
        names.add(right.login());
        Optional<Secrets> before = known(owner).filter(secrets -> secrets.version == account.version());
        if (before.filter(secrets -> secrets.byName.keySet().containsAll(names)).isEmpty()) {
            before.ifPresent(secrets -> secrets.byName.keySet().stream()
                    .limit(MOST_SPELLINGS - Math.min(MOST_SPELLINGS, names.size()))
                    .forEach(names::add));
            keep(project, account, sealed(owner, project.name(), names, right.secret()));
        }
        learned.put(new Learned(owner, account.version(), right.login()), true);
    }

    private void keep(Project project, Account account, byte[] sealed) {
        transactions.writingAs(Visibility.project(project.id()), tx -> {
            if (store.isAllowed(tx, project.id())) {
                store.put(tx, project.id(), account.userId(), account.version(), sealed);
            }
        });
    }

    /** A worker has a new password. */
    void passwordSet(Tx tx, ProjectAccess who, MobileWorker worker, String password) {
        if (store.isAllowed(tx, who.project())) {
            Owner owner = new Owner(who.project(), worker.userId());
            Set<String> names =
                    names(new Actor.MobileWorker(worker.userId(), worker.username(), who.project()), who.projectName());
            store.putOfWorker(tx, who.project(), worker.userId(), sealed(owner, who.projectName(), names, password));
        }
    }

    /** A worker has gone. */
    void forget(Tx tx, String userId) {
        store.remove(tx, userId);
    }

    static Set<String> names(Actor actor, String projectName) {
        Set<String> names = new LinkedHashSet<>(Set.of(actor.username()));
        if (actor instanceof Actor.MobileWorker worker) {
            names.add(MobileWorker.fullName(worker.username(), projectName));
        }
        return names;
    }

    private byte[] sealed(Owner owner, String projectName, Set<String> names, String password) {
        return sealed(vault, owner, projectName, names, password);
    }

    static byte[] sealed(Vault vault, Owner owner, String projectName, Set<String> names, String password) {
        Map<String, String> secrets = new TreeMap<>();
        names.forEach(name -> secrets.put(name, Digest.secret(name, realm(projectName), password)));
        return vault.seal(JSON.writeValueAsString(secrets).getBytes(StandardCharsets.UTF_8), purpose(owner));
    }

    private static String purpose(Owner owner) {
        return String.join("/", "digest", owner.project.toString(), owner.userId);
    }
}
