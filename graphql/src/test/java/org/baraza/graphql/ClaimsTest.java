// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.claims.Claims;
import org.baraza.forms.ServerForm.User;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
    private final Server server = new Server();
    private WebUser admin;

    @BeforeAll
    void claimsOfTwoWorkers() {
        admin = server.world.webUser("admin@example.org");
        ProjectAccess demo = server.world.project("demo", admin);
        for (int n = 0; n < 5; n++) {
            server.work.submit(demo, FormXml.visit("f" + n, "u").creates("m" + n, "mother", "Mother " + n, "u"));
        }
        for (String name : List.of("amina", "boke")) {
            MobileWorker worker = server.world.worker(demo, name);
            server.world.in(
                    demo,
                    () -> server.bean(Claims.class)
                            .claim(
                                    demo,
                                    new User(worker.userId(), worker.username()),
                                    List.of("m0", "m1", "m2"),
                                    null));
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void whoHoldsTheCasesOfAPageIsReadTogether() {
        server.ask(admin, "{ project(name: \"demo\") { name } }");
        server.counted.forget();
        var answer = server.ask(admin, """
                { project(name: "demo") { cases(filter: {type: "mother"}, orderBy: NAME_ASC) {
                    nodes { claims { caseId case { name } holder { username } } } } } }""");
        answer.path("project.cases.nodes[0].claims[*].holder.username")
                .entityList(String.class)
                .containsExactly("boke", "amina");
        answer.path("project.cases.nodes[4].claims").entityList(Map.class).hasSize(0);
        assertThat(server.counted.statements())
                .filteredOn(sql -> sql.contains("case_index"))
                .hasSize(1);
    }

    @Test
    void theClaimsOfAWorkerArePaged() {
        String page = "{ project(name: \"demo\") { mobileWorkers(search: \"amina\") { nodes { claims(first: 2%s) {"
                + " totalCount pageInfo { hasNextPage endCursor } nodes { caseId } } } } } }";
        var first = server.ask(admin, page.formatted(""));
        String claims = "project.mobileWorkers.nodes[0].claims";
        first.path(claims + ".totalCount").entity(Integer.class).isEqualTo(3);
        first.path(claims + ".nodes").entityList(Map.class).hasSize(2);
        String cursor =
                first.path(claims + ".pageInfo.endCursor").entity(String.class).get();
        var rest = server.ask(admin, page.formatted(", after: \"" + cursor + "\""));
        rest.path(claims + ".nodes").entityList(Map.class).hasSize(1);
        rest.path(claims + ".pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }
}
