// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.api.demo.DemoProject;
import org.baraza.identity.FirstStart;
import org.baraza.identity.WebUsers;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** Sees to it that a fresh server can be entered and has something to look at, then says where it is. */
@Component
final class FirstRun implements ApplicationRunner {
    private final BarazaSettings settings;
    private final FirstStart firstStart;
    private final WebUsers users;
    private final NewAccounts accounts;
    private final DemoProject demo;
    private final StartHealth health;
    private final WebServerApplicationContext server;

    FirstRun(
            BarazaSettings settings,
            FirstStart firstStart,
            WebUsers users,
            NewAccounts accounts,
            DemoProject demo,
            StartHealth health,
            WebServerApplicationContext server) {
        this.settings = settings;
        this.firstStart = firstStart;
        this.users = users;
        this.accounts = accounts;
        this.demo = demo;
        this.health = health;
        this.server = server;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) {
        var admin = settings.admin();
        firstStart.ensureAdmin(admin.email(), admin.password()).ifPresent(made -> {
            if (admin.password().isEmpty()) {
                accounts.announce("web", made.login(), made.secret());
            }
        });
        if (settings.demoProject().wanted()) {
            users.actor(admin.email()).ifPresent(demo::ensure);
        }
        health.canBeEntered();
        int port = server.getWebServer() == null ? 0 : server.getWebServer().getPort();
        System.out.println("Baraza is ready: http://localhost:" + port);
    }
}
