// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Phones that know how to wait are told to come back while a large restore is made. */
@ExtendWith(WholeServer.class)
final class RestoreLaterTest {
    private static final String PROJECT = "restored-later";
    private static final String APP = "some-app";

    /** Somebody began to make her restores, by whichever address they are asked for, and is at it. */
    private static final String BEGUN = """
            insert into sync.prepared_restore
              (project_id, user_id, device_id, app_id, asked_by, payload_id, cases_total, started_at, beat_at)
            select project_id, '%1$s', '', app, asker, gen_random_uuid(), 1000, now(), now()
            from tenancy.project, unnest(array['', '%2$s']) app, unnest(array['', '%3$s']) asker where name = '%4$s'""";

    private final Operations operations = new Operations();

    @Test
    void aLargeRestoreIsAskedForAgain(Server server) throws SQLException {
        WebUser admin = server.webUser("admin@restored-later.example");
        Place place = Place.of(server, PROJECT, basic(admin.username(), Server.PASSWORD));
        String amina = place.worker("amina");
        String login = "amina@" + PROJECT + ".commcarehq.org";
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(BEGUN.formatted(amina, APP, admin.userId(), PROJECT));
        }
        operations.allAnswer(202, operations.with(202, "GET /a/{domain}/phone/"), one -> {
            boolean asAdmin = one.contains("admin_restore");
            HttpResponse<String> answer = place.client()
                    .get(
                            Operations.path(one, PROJECT, APP) + "?version=2.0" + (asAdmin ? "&as=" + login : ""),
                            "Authorization",
                            asAdmin ? place.authorization() : basic(login, Server.PASSWORD),
                            "X-OpenRosa-Version",
                            "2.0");
            assertThat(header(answer, "Retry-After")).as(one).isNotEmpty();
            return answer;
        });
    }
}
