// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.identity.Actor.WebUser;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** To phones, programs and people a project that is closed is not there; when it is opened again all is as it was. */
@ExtendWith(WholeServer.class)
final class ClosedProjectTest {
    private static final List<String> PATHS = List.of(
            "/a/PROJECT/phone/restore/?version=2.0",
            "/a/PROJECT/phone/heartbeat/?app_id=a",
            "/a/PROJECT/api/case/v2/",
            "/a/PROJECT/api/user/v1/",
            "/a/PROJECT/bulk/jobs/7",
            "/api/v1/projects/PROJECT");

    @Test
    void everyDoorAnswersAsAboutAProjectThatDoesNotExist(Server server) {
        WebUser owner = server.webUser("closing@example.org");
        Place place = Place.of(server, "closed", basic(owner.username(), Server.PASSWORD));
        String amina = place.worker("amina");
        Phone phone = place.phone("amina@closed.commcarehq.org");
        String first = FormXml.visit("closed-1", amina)
                .creates("c1", "mother", "n", amina)
                .text();
        assertThat(phone.submit(first).statusCode()).isEqualTo(201);

        server.bean(ProjectActivation.class).set(owner, "closed", false);
        for (String path : PATHS) {
            assertThat(answers(place, path, "closed")).as(path).isEqualTo(answers(place, path, "never-was"));
        }
        String second = FormXml.visit("closed-2", amina)
                .updates("c1", "village", "Ahero")
                .text();
        int refused = phone.submit(second).statusCode();
        assertThat(refused).as("the phone keeps its form").isGreaterThanOrEqualTo(400);
        assertThat(refused)
                .isEqualTo(new Phone(server.client(), "never-was", phone.authorization())
                        .submit(second)
                        .statusCode());
        assertThat(projects(place)).doesNotContain("closed");

        server.bean(ProjectActivation.class).set(owner, "closed", true);
        assertThat(phone.submit(second).statusCode()).isEqualTo(201);
        assertThat(place.read("cases { nodes { caseId properties } }").toString())
                .contains("c1", "Ahero");
        assertThat(projects(place)).contains("closed");
    }

    private static List<String> answers(Place place, String path, String project) {
        return Stream.of(place.authorization(), basic("amina@closed.commcarehq.org", Server.PASSWORD))
                .map(who -> place.client().get(path.replace("PROJECT", project), "Authorization", who))
                .map(answer -> answer.statusCode() + " " + answer.body().replace(project, "PROJECT"))
                .toList();
    }

    private static String projects(Place place) {
        return place.graphQl().ask("{ projects { nodes { name } } }", Map.of()).toString();
    }
}
