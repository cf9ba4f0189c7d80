// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.baraza.api.testing.Server;
import org.junit.jupiter.api.Test;

/** With the client as the build packed it for npm. */
final class TypeScriptClientIT {

    @Test
    void theQuickStartOfTheGuideIsThisProgramAndWorks() throws Exception {
        assertThat(Guide.text()).contains(Guide.shown("openapi/typescript-client/quickstart/quickstart.ts"));
        try (Server server = Server.whole()) {
            var user = server.webUser("ts-client@example.org");
            server.project("ts-client", user);
            Path program = Guide.root().resolve("openapi/typescript-client/target/quickstart/quickstart.js");
            Process process = new ProcessBuilder(
                            "node",
                            program.toString(),
                            "http://localhost:" + server.client().port(),
                            "ts-client",
                            user.username(),
                            server.apiKey(user, Optional.of("ts-client")))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            assertThat(printed)
                    .contains("{ village: 'Kibera' } became { village: 'Mathare' }")
                    .contains("App Editor", "Read Only");
        }
    }
}
