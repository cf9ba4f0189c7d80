// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

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

/** The application as it runs, on a database of its own. */
public final class Server implements AutoCloseable {
    public static final String ADMIN = "admin@example.org";
    public static final String PASSWORD = World.PASSWORD;

    private final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext application;

    public Server() {
        application = new SpringApplicationBuilder(BarazaApplication.class, StandIns.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(OpenDatabase.class, () -> OpenDatabase.of(database.settings())))
                .run(
                        "--server.port=0",
                        "--baraza.demo-project.wanted=false",
                        "--baraza.admin.password=" + PASSWORD,
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration");
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

    public String apiKey(WebUser owner, Optional<String> onlyProject) {
        return bean(ApiKeys.class)
                .create(owner, new ApiKeyWish("test", onlyProject, Optional.empty()))
                .secret();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Takes the database away, for good. */
    public void loseDatabase() {
        database.close();
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }
}
