// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Holds the facts of the vectors against the files of a version. */
public final class AppFacts {
    private AppFacts() {}

    /** @param filled puts the ids of the version into a text */
    public static void check(JsonNode fact, BuiltFiles files, UnaryOperator<String> filled) {
        String file = fact.path("file").asString();
        if (fact.has("key")) {
            assertThat(files.text(file, fact.path("key").asString()))
                    .as(fact.toString())
                    .contains(filled.apply(fact.path("is").asString()));
        } else if (fact.has("is")) {
            assertThat(files.string(file, filled.apply(fact.path("xpath").asString())))
                    .as(fact.toString())
                    .isEqualTo(filled.apply(fact.path("is").asString()));
        } else {
            assertThat(files.holds(file, filled.apply(fact.path("xpath").asString())))
                    .as(fact.toString())
                    .isEqualTo(fact.path("holds").asBoolean());
        }
    }
}
