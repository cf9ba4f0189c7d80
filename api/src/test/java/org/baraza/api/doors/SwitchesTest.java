// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.List;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.identity.Actor.WebUser;
import org.baraza.tenancy.Switch;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What whoever runs the server switches off in a project: programs, forms, or everything for a while. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SwitchesTest {
    private static final List<String> OF_PROGRAMS =
            List.of("/a/switched/api/case/v2/", "/a/switched/api/user/v1/", "/a/switched/api/v0.5/form/");
    private static final String RESTORE = "/a/switched/phone/restore/?version=2.0";
    private static final String OURS = "/api/v1/projects/switched";

    private Server server;
    private WebUser operator;
    private Place place;
    private Phone phone;
    private String amina = "";

    @BeforeAll
    void aProject(Server whole) {
        server = whole;
        operator = whole.webUser("switching@example.org");
        place = Place.of(whole, "switched", basic(operator.username(), Server.PASSWORD));
        amina = place.worker("amina");
        phone = place.phone("amina@switched.commcarehq.org");
    }

    private void turn(Switch which, boolean on) {
        server.bean(ProjectActivation.class).turn(operator, "switched", which, on);
    }

    private HttpResponse<String> get(String path) {
        return place.client().get(path, "Authorization", place.authorization());
    }

    private HttpResponse<String> restore() {
        return place.client().get(RESTORE, "Authorization", phone.authorization());
    }

    private HttpResponse<String> ask() {
        return place.client()
                .post(
                        "/graphql",
                        "{\"query\": \"{ project(name: \\\"switched\\\") { name } }\"}",
                        "Authorization",
                        place.authorization());
    }

    private HttpResponse<String> submit(String id) {
        return phone.submit(FormXml.visit(id, amina).text());
    }

    @Test
    void programsGetNothingAndPhonesGoOn() {
        turn(Switch.API_OFF, true);
        for (String path : OF_PROGRAMS) {
            HttpResponse<String> refused = get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(json(refused).path("error").asString())
                    .isEqualTo("API access has been temporarily cut off due to too many requests."
                            + "  To re-enable, please contact support.");
        }
        assertThat(get(OURS).statusCode()).isEqualTo(401);
        assertThat(json(get(OURS)).path("code").asString()).isEqualTo("API_OFF");
        assertThat(ask().body()).contains("API access has been temporarily cut off");
        assertThat(restore().statusCode()).isEqualTo(200);
        assertThat(submit("switched-1").statusCode()).isEqualTo(201);
        turn(Switch.API_OFF, false);
        OF_PROGRAMS.forEach(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
        assertThat(get(OURS).statusCode()).isEqualTo(200);
    }

    @Test
    void noFormIsTakenAndTheRestGoesOn() {
        turn(Switch.SUBMISSIONS_OFF, true);
        HttpResponse<String> refused = submit("switched-2");
        assertThat(refused.statusCode()).isEqualTo(509);
        assertThat(refused.body()).contains("nature=\"submit_error\"");
        assertThat(header(refused, "Content-Type")).startsWith("text/xml");
        assertThat(restore().statusCode()).isEqualTo(200);
        assertThat(get(OF_PROGRAMS.getFirst()).statusCode()).isEqualTo(200);
        turn(Switch.SUBMISSIONS_OFF, false);
        assertThat(submit("switched-2").statusCode()).isEqualTo(201);
    }

    @Test
    void aFrozenProjectAsksEverybodyToComeBack() {
        turn(Switch.FROZEN, true);
        for (HttpResponse<String> refused : List.of(get(OF_PROGRAMS.getFirst()), restore(), submit("switched-3"))) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("Service Temporarily Unavailable");
            assertThat(header(refused, "Retry-After")).isEqualTo("60");
        }
        assertThat(get(OURS).statusCode()).isEqualTo(503);
        assertThat(ask().body()).contains("UNAVAILABLE");
        turn(Switch.FROZEN, false);
        assertThat(submit("switched-3").statusCode()).isEqualTo(201);
        assertThat(ask().body()).contains("switched").doesNotContain("errors");
    }
}
