// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.places.Ownership;
import org.baraza.sync.WhyOnPhone.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseExplanationTest {
    private static final String ME = "u-amina";
    private static final String OTHER = "u-brian";

    private final TestDatabase database = TestDatabase.fresh();
    private RestoreWorld world;
    private ProjectAccess amina;
    private ProjectAccess admin;
    private CaseExplanation explanation;

    @BeforeAll
    void cases(@TempDir Path spools) {
        world = new RestoreWorld(database.settings(), spools);
        explanation = new CaseExplanation(world.transactions, new Ownership());
        amina = world.projectWithWorker("why");
        admin = world.webUserIn(amina);
        world.in(amina)
                .closed("grandmother", OTHER)
                .open("mother", OTHER)
                .open("child", ME)
                .child("child", "parent", "mother")
                .child("mother", "parent", "grandmother")
                .open("extension", "-")
                .extension("extension", "host", "child")
                .open("his", OTHER)
                .closed("done", ME)
                .open("gone", ME)
                .set("gone", "deleted_on", "now()")
                .closed("over", ME)
                .open("under", ME)
                .extension("under", "host", "over");
    }

    @AfterAll
    void close() {
        world.close();
        database.close();
    }

    private Map<String, WhyOnPhone> explain(String userId, String... caseIds) {
        return ProjectScope.in(amina.project(), () -> explanation.explain(admin, userId, List.of(caseIds)));
    }

    @Test
    void eachCaseHasItsReason() {
        Map<String, Reason> reasons = explain(
                        ME, "child", "mother", "grandmother", "extension", "his", "done", "gone", "under", "no-such")
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reason()));
        assertThat(reasons)
                .isEqualTo(Map.of(
                        "child", Reason.OWNED,
                        "mother", Reason.NEEDED,
                        "grandmother", Reason.NEEDED,
                        "extension", Reason.EXTENSION,
                        "his", Reason.NOT_HERS,
                        "done", Reason.CLOSED,
                        "gone", Reason.DELETED,
                        "under", Reason.NO_OPEN_HOST));
    }

    @Test
    void theReasonsAgreeWithThePayload() {
        var onPhone = world.idsOnPhone(amina);
        explain(ME, "child", "mother", "grandmother", "extension", "his", "done", "gone", "under")
                .forEach((caseId, why) ->
                        assertThat(why.reason().belongs()).as(caseId).isEqualTo(onPhone.contains(caseId)));
    }

    @Test
    void theChainLeadsFromWhatIsHersToTheCase() {
        assertThat(explain(ME, "grandmother").values())
                .singleElement()
                .satisfies(why -> assertThat(why.chain())
                        .extracting(WhyOnPhone.Step::caseId, WhyOnPhone.Step::reason)
                        .containsExactly(
                                org.assertj.core.api.Assertions.tuple("child", Reason.OWNED),
                                org.assertj.core.api.Assertions.tuple("mother", Reason.NEEDED),
                                org.assertj.core.api.Assertions.tuple("grandmother", Reason.NEEDED)));
        assertThat(explain(ME, "his").values())
                .singleElement()
                .satisfies(why -> assertThat(why.chain()).isEmpty());
    }

    @Test
    void itSaysWhatHerPhonesWereToldLast() {
        world.firstSync(amina);
        assertThat(explain(ME, "child", "his").values())
                .flatExtracting(WhyOnPhone::phones)
                .filteredOn(phone -> phone.deviceId().filter("device-1"::equals).isPresent())
                .extracting(WhyOnPhone.Phone::holds)
                .contains(true, false);
        var page = ProjectScope.in(
                amina.project(),
                () -> new PhoneSyncs(world.transactions).pages(admin, List.of(ME), PageRequest.first(1)));
        assertThat(page.values())
                .flatExtracting(org.baraza.paging.Page::items)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.caseCount()).isEqualTo(4);
                    assertThat(entry.completed()).isTrue();
                    assertThat(entry.continued()).isFalse();
                });
        ProjectAccess limited = RestoreWorld.limited(admin, Permission.VIEW_COMMCARE_USERS);
        assertThat(ProjectScope.in(
                                amina.project(),
                                () -> new PhoneSyncs(world.transactions)
                                        .pages(limited, List.of(ME), PageRequest.first(1)))
                        .values())
                .allMatch(none -> none.items().isEmpty());
    }

    @Test
    void nobodyHasNoPhone() {
        assertThat(explain("no-such", "child")).isEmpty();
    }
}
