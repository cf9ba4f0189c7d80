// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.baraza.apps.TestApps;
import tools.jackson.databind.node.ObjectNode;

/** One fault that was put into a good app, what the checks call it, and where they must find it. */
record Fault(String name, TestApps app, String type, String place) {
    /** The project that the apps are checked in: one table, one report, one practice user. */
    static final CheckContext KNOWN = new CheckContext(
            Optional.of(Map.of("village", Set.of("name", "id"))),
            Optional.of(Set.of("r1")),
            Optional.of(Set.of("u1", "u2")),
            Set.of("u2"),
            Optional.empty(),
            Optional.of(Map.of("mother", Set.of("age"), "commcare-user", Set.of("phone_number"))),
            false);

    void mustBeFound() {
        List<Problem> problems = problems();

        assertThat(problems).as("all that was found: %s", problems).anySatisfy(problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(problem.place().toString()).contains(place);
            assertThat(problem.sentence()).hasSizeGreaterThan(15).doesNotContain("null");
        });
    }

    List<Problem> problems() {
        return AppChecks.of(app.app(), app.sources(), KNOWN);
    }

    @Override
    public String toString() {
        return type + ": " + name;
    }

    static TestApps good() {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), visit("", ""));
        return app;
    }

    static String visit(String model, String body) {
        return TestApps.source("visit", "<name/><x/><photo/><rep><inner/></rep>", model)
                .replace(
                        "</h:body>",
                        "<upload ref=\"/data/photo\" mediatype=\"image/*\"/><group ref=\"/data/rep\"><repeat nodeset=\"/data/rep\">"
                                + "<input ref=\"/data/rep/inner\"/></repeat></group>" + body + "</h:body>");
    }

    static Fault fault(String name, String type, String place, Consumer<TestApps> change) {
        TestApps app = good();
        change.accept(app);
        return new Fault(name, app, type, place);
    }

    static Fault form(String name, String type, Consumer<ObjectNode> change) {
        return fault(name, type, "form visit", app -> {
            change.accept((ObjectNode) app.document().at("/modules/0/forms/0"));
        });
    }
}
