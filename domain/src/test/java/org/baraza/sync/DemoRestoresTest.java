// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.problem.Refused;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRestoresTest {
    private static final String ME = "u-amina";

    private final TestDatabase database = TestDatabase.fresh();
    private RestoreWorld world;

    @BeforeAll
    void open(@TempDir Path spools) {
        world = new RestoreWorld(database.settings(), spools);
    }

    @AfterAll
    void close() {
        world.close();
        database.close();
    }

    private byte[] bytes(ProjectAccess who, RestoreRequest request) {
        RestoreAnswer answer =
                ProjectScope.in(who.project(), () -> world.restores().answer(who, ME, request));
        try (InputStream bytes = ((RestoreAnswer.Payload) answer).bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDemoWorkerAlwaysGetsWhatWasFrozenUntilSomebodyFreezesAnew() {
        ProjectAccess amina = world.projectWithWorker("show");
        ProjectAccess admin = world.webUserIn(amina);
        world.in(amina).open("a", ME).sql("update identity.mobile_worker set is_demo = true");
        byte[] first = bytes(amina, RestoreWorld.FIRST);
        CheckedRestore checked = RestoreChecker.check(first);
        assertThat(checked.cases().keySet()).containsExactly("a");
        assertThat(checked.userData()).containsEntry("user_type", "demo");

        world.in(amina).sql("update cases.case_record set closed = true");
        assertThat(bytes(amina, RestoreWorld.FIRST)).isEqualTo(first);
        var next = new RestoreRequest(checked.restoreId(), "ccsh:", ME, "device-1", null, true, false);
        assertThat(bytes(amina, next)).isEqualTo(first);

        ProjectScope.in(amina.project(), () -> world.demos().reset(admin, ME));
        CheckedRestore anew = RestoreChecker.check(bytes(amina, RestoreWorld.FIRST));
        assertThat(anew.cases()).isEmpty();
        assertThat(anew.restoreId()).isNotEqualTo(checked.restoreId());
        assertThat(pieces(amina)).isOne();

        world.in(amina).sql("update identity.mobile_worker set is_demo = false");
        assertThat(bytes(amina, RestoreWorld.FIRST)).isNotEqualTo(bytes(amina, RestoreWorld.FIRST));
    }

    private int pieces(ProjectAccess who) {
        return ProjectScope.in(
                who.project(),
                () -> world.transactions.read(tx -> tx.sql()
                        .resultQuery("select count(*) from sync.payload_piece")
                        .fetchSingle(0, Integer.class)));
    }

    @Test
    void onlyDemoWorkersAreFrozenAndOnlyByThoseWhoEditWorkers() {
        ProjectAccess amina = world.projectWithWorker("no-show");
        ProjectAccess admin = world.webUserIn(amina);
        assertThatThrownBy(() ->
                        ProjectScope.in(amina.project(), () -> world.demos().reset(admin, ME)))
                .isInstanceOf(Refused.class);
        world.in(amina).sql("update identity.mobile_worker set is_demo = true");
        assertThatThrownBy(() ->
                        ProjectScope.in(amina.project(), () -> world.demos().reset(amina, ME)))
                .isInstanceOf(Refused.class);
        ProjectAccess limited = RestoreWorld.limited(admin, Permission.EDIT_COMMCARE_USERS);
        assertThatThrownBy(() ->
                        ProjectScope.in(amina.project(), () -> world.demos().reset(limited, ME)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("NOT_FOUND"));
    }
}
