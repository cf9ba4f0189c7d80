// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerObserver;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.tenancy.NewProject;
import org.baraza.vault.Vault;
import org.baraza.vault.VaultKeys;

/** A database with nobody in it, and a node to change that. */
public final class World implements AutoCloseable {
    /** A password that satisfies every rule. */
    public static final String PASSWORD = "correct-horse-7";

    public final MovableClock clock = new MovableClock();
    /** With a key that is the same in every test. */
    public final Vault vault = new Vault(VaultKeys.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));

    public final TestDatabase database = TestDatabase.fresh();
    public final Transactions transactions;
    public final Node node;
    private final HikariDataSource pool;

    public World() {
        var settings = database.settings();
        pool = Databases.pool(
                "test", settings.url(), settings.app().user(), settings.app().password(), 8);
        transactions = new Transactions(pool);
        node = anotherNode();
    }

    public Node anotherNode() {
        return new Node(transactions, vault, clock);
    }

    /** A node on which somebody is told of what changes about workers. */
    public Node anotherNode(WorkerObserver observer) {
        return new Node(transactions, vault, clock, observer);
    }

    /** A web user who may make projects. */
    public WebUser webUser(String email) {
        var profile = node.webUsers.create(new NewWebUser(email, PASSWORD, "Wanjiru", "Otieno", true));
        return new WebUser(profile.userId(), profile.username(), true, Optional.empty());
    }

    /** A new project as its administrator sees it. */
    public ProjectAccess project(String name, WebUser admin) {
        var project = node.projectCreation.create(admin, NewProject.named(name));
        return node.access.to(admin, project).orElseThrow();
    }

    public MobileWorker worker(ProjectAccess who, String username) {
        return in(who, () -> node.workers.create(who, NewMobileWorker.named(username, PASSWORD)));
    }

    public <R> R in(ProjectAccess who, Supplier<R> work) {
        return ProjectScope.in(who.project(), work::get);
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
