// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.devices.DeviceLogs;
import org.baraza.forms.Submission.Envelope;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseVectorsTest {
    private static TestDatabase database;
    private static HikariDataSource pool;
    private static Transactions transactions;
    private static FormIntake intake;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        Login app = database.settings().app();
        pool = Databases.pool("test", database.settings().url(), app.user(), app.password(), 4);
        transactions = new Transactions(pool);
        CaseNumbers numbers = new CaseNumbers(transactions, new CaseNumberStore());
        intake = new FormIntake(
                transactions,
                numbers,
                new CaseBookStore(numbers),
                new ChangeLog(() -> {}),
                new DeviceLogs(transactions));
    }

    @AfterAll
    static void close() {
        pool.close();
        database.close();
    }

    static Stream<Path> vectors() throws IOException {
        return Files.list(Path.of("src/test/resources/vectors/cases")).sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void formsAndCasesEndUpAsTheVectorSays(Path file) throws IOException {
        String text = Files.readString(file).replace("{{user.amina}}", "u-amina").replace("{{user.brian}}", "u-brian");
        JsonNode vector = JsonMapper.shared().readTree(text);
        ProjectId project = new ProjectId(UUID.randomUUID());
        int step = 0;
        for (JsonNode form : vector.path("forms")) {
            if (form.has("op")) {
                return;
            }
            Submission submission = new Submission(
                    form.path("xml").asString().getBytes(StandardCharsets.UTF_8),
                    Instant.now(),
                    new Envelope("/a/x/receiver/", null, "3.0", null, null, null, "u-amina"),
                    List.of());
            Receipt receipt = ProjectScope.in(project, () -> intake.receive(submission));
            int http =
                    switch (receipt) {
                        case Receipt.Accepted a -> 201;
                        case Receipt.AlreadyReceived a -> 201;
                        case Receipt.ContentRefused a -> 422;
                        case Receipt.Unreadable a -> 422;
                        case Receipt.DeviceReport a -> 201;
                    };
            assertThat(http)
                    .as(receipt.toString())
                    .isEqualTo(vector.path("expect").path("http").get(step++).asInt());
        }
    }
}
