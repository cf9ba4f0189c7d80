// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** commcare-export runs unchanged, also against a server that makes it wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommCareExportTest {
    private static final String PROJECT = "exported";
    private static final int FORMS = 25;

    private final Server server = Server.whole("--baraza.limits.mode=hq", "--baraza.limits.data-api=8/second");
    private WebUser analyst;

    @BeforeAll
    void aProjectWithForms() {
        analyst = server.webUser("analyst@example.org");
        String authorization = basic(analyst.username(), Server.PASSWORD);
        Place place = Place.of(server, PROJECT, authorization);
        place.graphQl()
                .ask(
                        "mutation { updateProjectSecurity(input: {project: \"exported\", digestAllowed: true}) "
                                + "{ userErrors { code } } }",
                        Map.of());
        // What Digest needs is kept from the next time on that she shows her password.
        assertThat(server.client()
                        .get("/a/exported/api/v0.5/user/?limit=1", "Authorization", authorization)
                        .statusCode())
                .isEqualTo(200);
        String worker = place.worker("amina");
        for (int n = 0; n < FORMS; n++) {
            String xml = FormXml.visit("form-" + n, worker)
                    .creates("case-" + n, "patient", "Patient " + n, worker)
                    .text();
            assertThat(place.phone("amina").submit(xml).statusCode()).isEqualTo(201);
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void formsAndCasesComeOnceEachByPassword() {
        var export = CommCareExport.byPassword(server.client(), PROJECT, analyst.username(), Server.PASSWORD);
        assertThat(export.byDate("form", 10)).containsExactlyElementsOf(ids("form-"));
        assertThat(export.byDate("case", 10)).containsAll(ids("case-")).doesNotHaveDuplicates();
    }

    @Test
    void itComesAgainWhenItIsToldToWaitAndMissesNothing() {
        String key = server.apiKey(analyst, Optional.of(PROJECT));
        var export = CommCareExport.byKey(server.client(), PROJECT, analyst.username(), key);
        assertThat(export.byDate("form", 2)).containsExactlyElementsOf(ids("form-"));
        assertThat(export.waits()).isPositive();
    }

    @Test
    void usersAndLocationsArePagedByWhatFollows() {
        String key = server.apiKey(analyst, Optional.empty());
        var export = CommCareExport.byKey(server.client(), PROJECT, analyst.username(), key);
        assertThat(export.byNext("user", 1)).hasSize(1);
        assertThat(export.byNext("web-user", 1)).hasSize(1);
        assertThat(export.byNext("location", 10)).isEmpty();
        assertThat(export.byNext("location_type", 10)).isEmpty();
    }

    private static List<String> ids(String of) {
        return IntStream.range(0, FORMS).mapToObj(n -> of + n).toList();
    }
}
