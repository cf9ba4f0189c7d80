// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.api.BarazaApplication;
import org.baraza.api.wiring.OpenDatabase;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectCreation;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.tenancy.NewProject;
import org.baraza.testing.World;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The application as it runs, on a database of its own. */
public final class Server implements AutoCloseable {
    /** Not the name of anybody in the vectors, whose world is loaded over accounts of the same names. */
    public static final String ADMIN = "operator@example.org";

    public static final String PASSWORD = World.PASSWORD;

    /** How long a whole server waits for the next byte of a body. */
    public static final Duration STALL = Duration.ofSeconds(4);

    private final TestDatabase database;
    private final boolean alone;
    private final Path home = newHome();
    private final ConfigurableApplicationContext application;

    /** With endpoints behind each door that only tell who was let in. */
    public Server() {
        this(TestDatabase.fresh(), true, StandIns.PROFILE);
    }

    private Server(TestDatabase database, boolean alone, String profile, String... more) {
        this.database = database;
        this.alone = alone;
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        // What is tested here is not how much of it may be asked for, unless a test says so.
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--baraza.limits.mode"))) {
            arguments.add("--baraza.limits.mode=off");
        }
        arguments.add("--baraza.home=" + home);
        arguments.add("--baraza.demo-project.wanted=false");
        arguments.add("--baraza.admin.email=" + ADMIN);
        arguments.add("--baraza.admin.password=" + PASSWORD);
        application = new SpringApplicationBuilder(BarazaApplication.class, StandIns.class)
                .profiles(profile)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(OpenDatabase.class, () -> OpenDatabase.of(database.settings())))
                .run(arguments.toArray(String[]::new));
    }

    /** Nothing but what operators run. */
    public static Server whole() {
        return whole("--server.tomcat.connection-timeout=" + STALL.toMillis() + "ms");
    }

    /** The same, where an operator decided something. */
    public static Server whole(String... more) {
        return new Server(TestDatabase.fresh(), true, "default", more);
    }

    /** One more node on the database of this one, which is to be closed after it. */
    public Server another(String... more) {
        return new Server(database, false, "default", more);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("baraza-home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public Client client() {
        return new Client(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    public WebUser webUser(String email) {
        var profile = bean(WebUsers.class).create(new NewWebUser(email, PASSWORD, "Wanjiru", "Otieno", true));
        return new WebUser(profile.userId(), profile.username(), true, Optional.empty());
    }

    public ProjectAccess project(String name, WebUser admin) {
        var project = bean(ProjectCreation.class).create(admin, NewProject.named(name));
        return bean(Access.class).to(admin, project).orElseThrow();
    }

    public MobileWorker worker(ProjectAccess who, String username) {
        return ProjectScope.in(
                who.project(), () -> bean(MobileWorkers.class).create(who, NewMobileWorker.named(username, PASSWORD)));
    }

    public void deactivate(ProjectAccess who, MobileWorker worker) {
        ProjectScope.run(who.project(), () -> bean(MobileWorkers.class).setActive(who, worker.userId(), false));
    }

    /** Gives a worker a role with which she reads and changes data, where she works only. */
    public void restrict(String project, String username) {
        try (Connection connection = database.asSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        with made as (
                            insert into identity.role (project_id, name, permissions)
                            select project_id, 'Limited', '{edit_data,access_api}' from tenancy.project where name = ?
                            returning project_id, role_id)
                        update identity.mobile_worker w set role_id = made.role_id
                        from made where w.project_id = made.project_id and w.username = ?""")) {
            statement.setString(1, project);
            statement.setString(2, username);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String apiKey(WebUser owner, Optional<String> onlyProject) {
        return bean(ApiKeys.class)
                .create(owner, new ApiKeyWish("test", onlyProject, Optional.empty()))
                .secret();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** Takes the database away, for good. */
    public void loseDatabase() {
        database.close();
    }

    @Override
    public void close() {
        application.close();
        if (alone) {
            database.close();
        }
        FileSystemUtils.deleteRecursively(home.toFile());
    }
}
