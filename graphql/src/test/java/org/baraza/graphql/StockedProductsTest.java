// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockedProductsTest {
    private final Server server = new Server();
    private WebUser admin;
    private WebUser stranger;
    private ProjectAccess demo;

    @BeforeAll
    void twoProjects() {
        admin = server.world.webUser("admin@example.org");
        stranger = server.world.webUser("stranger@example.org");
        demo = server.world.project("demo", admin);
        server.world.project("other", stranger);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aProductIsMadeChangedAndArchived() {
        String program = text(
                admin,
                "createProgram(input: {project: \"demo\", name: \"Nutrition\"})",
                "program { programId }",
                "program.programId");
        String product = text(
                admin,
                "createProduct(input: {project: \"demo\", name: \"Plumpy\", unit: \"sachet\", cost: \"0.40\", programId: \""
                        + program + "\", data: {colour: \"red\"}})",
                "product { productId }",
                "product.productId");
        assertThat(text(
                        admin,
                        "updateProduct(input: {project: \"demo\", productId: \"" + product + "\", cost: \"\"})",
                        "product { code cost program { code } data archived }",
                        "product"))
                .isEqualTo("{code=plumpy, cost=null, program={code=nutrition}, data={colour=red}, archived=false}");
        text(
                admin,
                "setProductArchived(input: {project: \"demo\", productId: \"" + product + "\", archived: true})",
                "product { archived }",
                "product.archived");
        server.ask(admin, "{ project(name: \"demo\") { products(search: \"plu\") { totalCount } } }")
                .path("project.products.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);
        assertThat(server.ask(
                                stranger,
                                "mutation { m: setProductArchived(input: {project: \"other\", productId: \"" + product
                                        + "\", archived: false}) { userErrors { code } } }")
                        .path("m.userErrors[*].code")
                        .entityList(String.class)
                        .get())
                .containsExactly("NOT_FOUND");
    }

    @Test
    void aCostThatIsNoNumberIsRefusedAtItsField() {
        assertThat(server.ask(
                                admin,
                                "mutation { m: createProduct(input: {project: \"demo\", name: \"P\", cost: \"much\"})"
                                        + " { userErrors { code field } } }")
                        .path("m.userErrors[0]")
                        .entity(Object.class)
                        .get())
                .hasToString("{code=COST_INVALID, field=[input, cost]}");
    }

    @Test
    void stockSaysWhatItIsOfInOneStatementForAllCases() {
        String product = text(
                admin,
                "createProduct(input: {project: \"demo\", name: \"Zinc\"})",
                "product { productId }",
                "product.productId");
        String worker = server.world.worker(demo, "amina").userId();
        for (int n = 0; n < 6; n++) {
            server.work.submit(
                    demo,
                    FormXml.visit("f" + n, worker)
                            .creates("c" + n, "store", "Store " + n, worker)
                            .stocks("c" + n, product, n + 1)
                            .stocks("c" + n, "unknown", 1));
        }
        assertThat(statements(6)).isEqualTo(statements(1));
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { case(caseId: \"c3\") { ledgers { balance product { name } } } } }")
                .path("project.case.ledgers[*].product")
                .entityList(Object.class)
                .satisfies(products -> assertThat(products).contains(Map.of("name", "Zinc")));
    }

    private int statements(int first) {
        server.counted.forget();
        server.ask(
                admin,
                "{ project(name: \"demo\") { cases(first: " + first
                        + ") { nodes { ledgers { balance product { name } } } } } }");
        return server.counted.statements().size();
    }

    private String text(WebUser who, String call, String selection, String path) {
        var answer = server.ask(who, "mutation { m: " + call + " { " + selection + " userErrors { code message } } }");
        answer.path("m.userErrors").entityList(Map.class).hasSize(0);
        return answer.path("m." + path).entity(Object.class).get().toString();
    }
}
