// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.cases.CaseFilter;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.caseactions.CaseDeed;
import org.baraza.exchange.work.Selection;
import org.baraza.identity.Audit;
import org.baraza.identity.MobileWorker;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Many cases are reassigned, closed and edited at once, all by forms. */
@ExtendWith(WholeServer.class)
class CasesInBulkTest {
    private static final int MANY = 250;

    private final Server server;

    CasesInBulkTest(Server server) {
        this.server = server;
    }

    private static FormXml mothers(ExportDesk desk, int from, int to) {
        FormXml form = desk.visit("mothers-" + from);
        for (int n = from; n < to; n++) {
            form = form.creates(id(n), "mother", "Mother " + n, desk.worker.userId())
                    .updates(id(n), "age", String.valueOf(n));
        }
        return form;
    }

    private static String id(int number) {
        return "m%04d".formatted(number);
    }

    private static JsonNode start(Office office, String action) {
        return office.graphQl()
                .ask(
                        "mutation($p: String!) { startBulkAction(input: {project: $p, " + action
                                + "}) { job { jobId kind action } userErrors { field code message } } }",
                        Map.of("p", office.project()))
                .path("startBulkAction");
    }

    private static JsonNode done(Office office, String action) {
        JsonNode started = start(office, action);
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        return office.ended(started.at("/job/jobId").asString());
    }

    private static String refusal(Office office, String action) {
        JsonNode started = start(office, action);
        assertThat(started.path("job").isNull()).as(started.toString()).isTrue();
        JsonNode error = started.at("/userErrors/0");
        List<String> field = new ArrayList<>();
        error.path("field").forEach(part -> field.add(part.asString()));
        return String.join(".", field) + " " + error.path("code").asString();
    }

    /** Made, changed, as before and failed. */
    private static String counts(JsonNode job) {
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        return "%d changed, %d as before, %d failed"
                .formatted(
                        job.path("updated").asInt(),
                        job.path("unchanged").asInt(),
                        job.path("failed").asInt());
    }

    private static List<String> errors(JsonNode job) {
        List<String> errors = new ArrayList<>();
        job.at("/errors/nodes")
                .forEach(error -> errors.add(error.path("subject").asString() + " "
                        + error.path("code").asString()));
        return errors;
    }

    private static int count(Office office, String filter) {
        return office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { cases(filter: {" + filter + "}) { totalCount } } }",
                        Map.of("p", office.project()))
                .at("/project/cases/totalCount")
                .asInt();
    }

    @Test
    void allThatMatchAreReassignedByAFormForEachHundred() {
        ExportDesk desk = new ExportDesk(server, "cases-reassign");
        MobileWorker baraka = server.worker(desk.office.access, "baraka");
        desk.submit(mothers(desk, 0, MANY));
        desk.submit(desk.visit("others")
                .creates("child", "child", "Zawadi", desk.worker.userId())
                .creates("old", "mother", "Old", desk.worker.userId())
                .updates("old", "age", "90")
                .creates("shut", "mother", "Shut", desk.worker.userId()));
        desk.submit(desk.visit("shutting").closes("shut"));

        String filter = "type: \"mother\", closed: false, where: {property: {name: \"age\", gte: \"10\"}}";
        JsonNode job = done(
                desk.office, "action: REASSIGN_CASES, cases: {" + filter + "}, ownerId: \"" + baraka.userId() + "\"");
        assertThat(counts(job)).isEqualTo((MANY - 10 + 1) + " changed, 0 as before, 0 failed");
        assertThat(job.path("kind").asString()).isEqualTo("CASES_ACTION");
        assertThat(count(desk.office, "ownerId: \"" + baraka.userId() + "\"")).isEqualTo(MANY - 10 + 1);
        assertThat(count(desk.office, "ownerId: \"" + desk.worker.userId() + "\""))
                .isEqualTo(10 + 2);

        JsonNode seen = desk.ask("""
                        query($p: String!) { project(name: $p) {
                          forms(filter: {xmlns: "http://commcarehq.org/case"}) { totalCount nodes { name userId } }
                          case(caseId: "m0100") { history { nodes { kinds userId changes { name before after } } } } } }""", Map.of()).path("project");
        assertThat(seen.at("/forms/totalCount").asInt()).isEqualTo(3);
        String admin = desk.office.access.actor().userId();
        assertThat(seen.at("/forms/nodes/0/userId").asString()).isEqualTo(admin);
        JsonNode history = seen.at("/case/history/nodes");
        assertThat(history).hasSize(2);
        assertThat(history.path(0).path("userId").asString()).isEqualTo(admin);
        assertThat(history.path(0).path("changes").toString())
                .contains(desk.worker.userId(), baraka.userId())
                .contains("owner_id");
    }

    @Test
    void aCaseThatCannotBeChangedIsNamedAndTheOthersGoOn() {
        ExportDesk desk = new ExportDesk(server, "cases-errors");
        MobileWorker baraka = server.worker(desk.office.access, "baraka");
        desk.submit(mothers(desk, 0, 5));
        desk.submit(desk.visit("shutting").closes(id(1)));
        desk.ask(
                "mutation($p: String!) { deleteCase(input: {project: $p, caseId: \"m0002\"}) { userErrors { code } } }",
                Map.of());
        ExportDesk other = new ExportDesk(server, "cases-errors-not");
        other.submit(other.visit("theirs").creates("theirs", "mother", "Theirs", other.worker.userId()));

        String ids = "ids: [\"m0000\", \"m0001\", \"m0002\", \"m0003\", \"m0003\", \"theirs\", \"unknown\"]";
        JsonNode job = done(desk.office, "action: REASSIGN_CASES, " + ids + ", ownerId: \"" + baraka.userId() + "\"");
        assertThat(counts(job)).isEqualTo("2 changed, 0 as before, 4 failed");
        assertThat(errors(job))
                .containsExactly("m0001 CASE_CLOSED", "m0002 CASE_DELETED", "theirs NOT_FOUND", "unknown NOT_FOUND");
        assertThat(count(other.office, "ownerId: \"" + other.worker.userId() + "\""))
                .isEqualTo(1);

        JsonNode foreign = done(
                desk.office, "action: REASSIGN_CASES, ids: [\"m0000\"], ownerId: \"" + other.worker.userId() + "\"");
        assertThat(foreign.at("/problem/code").asString()).isEqualTo("INVALID_OWNER");

        JsonNode closing = done(desk.office, "action: CLOSE_CASES, " + ids);
        assertThat(counts(closing)).isEqualTo("2 changed, 1 as before, 3 failed");
        assertThat(count(desk.office, "closed: true")).isEqualTo(3);
    }

    @Test
    void propertiesAreSetAsTheDataDictionaryAllows() {
        ExportDesk desk = new ExportDesk(server, "cases-edit");
        desk.submit(mothers(desk, 0, 3));
        desk.ask("""
                mutation($p: String!) { editCaseType(input: {project: $p, caseType: "mother", properties: [
                  {name: "risk", dataType: SELECT, allowedValues: [{value: "high"}, {value: "low"}]}]}) {
                  userErrors { message } } }""", Map.of());
        String all = "action: EDIT_CASES, cases: {type: \"mother\"}, caseProperties: ";
        JsonNode wrong = done(desk.office, all + "[{name: \"risk\", value: \"middling\"}]");
        assertThat(counts(wrong)).isEqualTo("0 changed, 0 as before, 3 failed");
        assertThat(errors(wrong)).contains("m0000 INVALID_CHOICE");

        String right = all + "[{name: \"risk\", value: \"high\"}, {name: \"age\", value: \"\"}]";
        assertThat(counts(done(desk.office, right))).isEqualTo("3 changed, 0 as before, 0 failed");
        assertThat(counts(done(desk.office, right))).isEqualTo("0 changed, 3 as before, 0 failed");
        assertThat(count(desk.office, "properties: [{name: \"risk\", value: \"high\"}]"))
                .isEqualTo(3);
        assertThat(count(desk.office, "where: {property: {name: \"age\", blank: true}}"))
                .isEqualTo(3);

        JsonNode audit = desk.ask(
                        "query($p: String!) { project(name: $p) { auditLog(first: 1, filter: {action: \"job.started\"})"
                                + " { nodes { detail } } } }",
                        Map.of())
                .at("/project/auditLog/nodes/0/detail");
        assertThat(audit.path("kind").asString()).isEqualTo("cases_action");
        assertThat(audit.path("properties").asString()).isEqualTo("age, risk");
        assertThat(audit.toString()).doesNotContain("high");
    }

    @Test
    void whatCannotBeMeantIsRefusedAtOnce() {
        ExportDesk desk = new ExportDesk(server, "cases-refused");
        String some = "ids: [\"a\"]";
        assertThat(refusal(desk.office, "action: REASSIGN_CASES, " + some)).isEqualTo("input.ownerId OWNER_EXPECTED");
        assertThat(refusal(desk.office, "action: CLOSE_CASES, ownerId: \"x\", " + some))
                .isEqualTo("input.ownerId OWNER_EXPECTED");
        assertThat(refusal(desk.office, "action: EDIT_CASES, " + some))
                .isEqualTo("input.caseProperties PROPERTIES_EXPECTED");
        assertThat(refusal(
                        desk.office,
                        "action: EDIT_CASES, caseProperties: [{name: \"owner_id\", value: \"x\"}], " + some))
                .isEqualTo("input.caseProperties NO_CUSTOM_PROPERTY");
        assertThat(refusal(desk.office, "action: CLOSE_CASES")).isEqualTo("input.ids SELECTION_EXPECTED");
        assertThat(refusal(desk.office, "action: CLOSE_CASES, forms: {}")).isEqualTo("input.ids SELECTION_EXPECTED");
        assertThat(refusal(
                        desk.office, "action: CLOSE_CASES, cases: {where: {property: {name: \"age\", gt: \"old\"}}}"))
                .isEqualTo("input.cases.where LIMIT_INVALID");
        JsonNode nobody = done(desk.office, "action: REASSIGN_CASES, ownerId: \"nobody\", " + some);
        assertThat(nobody.path("state").asString()).isEqualTo("FAILED");
        assertThat(nobody.at("/problem/code").asString()).isEqualTo("INVALID_OWNER");
    }

    @Test
    void whoeverMayNotSeeEveryLocationChangesTheCasesOfHerOwn() {
        ExportDesk desk = new ExportDesk(server, "cases-places");
        Office office = desk.office;
        office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(
                                List.of("code", "name", "parent_code", "shares cases y/n"),
                                List.of("village", "Village", "", "yes")),
                        "village",
                        List.of(
                                List.of("site_code", "name", "parent_site_code"),
                                List.of("kisumu", "Kisumu", ""),
                                List.of("siaya", "Siaya", "")))));
        Map<String, String> places = places(office);
        String kisumu = places.getOrDefault("kisumu", "");
        String siaya = places.getOrDefault("siaya", "");
        desk.submit(desk.visit("f").creates("near", "mother", "Near", kisumu).creates("far", "mother", "Far", siaya));
        Office supervisor = office.colleague("supervisor", "edit_data", "kisumu");

        JsonNode matching =
                done(supervisor, "action: EDIT_CASES, cases: {}, caseProperties: [{name: \"x\", value: \"1\"}]");
        assertThat(counts(matching)).isEqualTo("1 changed, 0 as before, 0 failed");
        JsonNode named = done(supervisor, "action: CLOSE_CASES, ids: [\"far\"]");
        assertThat(errors(named)).containsExactly("far NOT_FOUND");
        JsonNode away = done(supervisor, "action: REASSIGN_CASES, ids: [\"near\"], ownerId: \"" + siaya + "\"");
        assertThat(away.at("/problem/code").asString()).isEqualTo("INVALID_LOCATION");
        assertThat(count(office, "ownerId: \"" + kisumu + "\", closed: false")).isEqualTo(1);

        JsonNode hers = done(office, "action: CLOSE_CASES, ids: [\"far\"]");
        assertThat(counts(hers)).isEqualTo("1 changed, 0 as before, 0 failed");
        assertThat(supervisor.job(hers.path("jobId").asString()).isNull()).isTrue();
        assertThat(office.job(named.path("jobId").asString()).path("failed").asInt())
                .isEqualTo(1);
    }

    private static Map<String, String> places(Office office) {
        Map<String, String> places = new HashMap<>();
        office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { locations { nodes { locationId siteCode } } } }",
                        Map.of("p", office.project()))
                .at("/project/locations/nodes")
                .forEach(place -> places.put(
                        place.path("siteCode").asString(),
                        place.path("locationId").asString()));
        return places;
    }

    @Test
    void aJobThatIsCutShortGoesOnAndDoesNoCaseTwice() {
        ExportDesk desk = new ExportDesk(server, "cases-again");
        for (int n = 0; n < 1_000; n += MANY) {
            desk.submit(mothers(desk, n, n + MANY));
        }
        // In the hands of nobody, so that this test is the node.
        String jobId = ProjectScope.in(
                desk.office.access.project(),
                () -> later().act(
                                desk.office.access,
                                new JobRequest.CaseAction(
                                        new CaseDeed.Edit(Map.of("seen", "yes")),
                                        new Selection.FoundCases(CaseFilter.ALL)))
                        .jobId());
        JobRunner node = server.bean(JobRunner.class);
        AtomicInteger asked = new AtomicInteger();
        ProjectScope.run(desk.office.access.project(), () -> node.run(jobId, () -> asked.incrementAndGet() > 2));
        JsonNode half = desk.office.job(jobId);
        assertThat(half.path("state").asString()).isEqualTo("RUNNING");
        assertThat(half.path("done").asInt()).as(half.toString()).isPositive().isLessThan(1_000);
        // Matches the filter, but came when the job had begun.
        desk.submit(mothers(desk, 1_000, 1_001));
        ProjectScope.run(desk.office.access.project(), () -> node.run(jobId, () -> false));
        assertThat(counts(desk.office.job(jobId))).isEqualTo("1000 changed, 0 as before, 0 failed");
        assertThat(count(desk.office, "properties: [{name: \"seen\", value: \"yes\"}]"))
                .isEqualTo(1_000);
        JsonNode seen = desk.ask(
                        "query($p: String!) { project(name: $p) { forms(filter: {xmlns: \"http://commcarehq.org/case\"})"
                                + " { totalCount } cases(first: 100, filter: {type: \"mother\"}) { nodes { caseId"
                                + " history { totalCount } } } } }",
                        Map.of())
                .path("project");
        assertThat(seen.at("/forms/totalCount").asInt()).isEqualTo(10);
        seen.at("/cases/nodes")
                .forEach(each -> assertThat(each.at("/history/totalCount").asInt())
                        .as(each.toString())
                        .isEqualTo(each.path("caseId").asString().equals("m1000") ? 1 : 2));
    }

    /** A job that no node takes before an hour is over. */
    private Jobs later() {
        return new Jobs(
                server.bean(Transactions.class),
                server.bean(TaskQueue.class),
                server.bean(ChangeLog.class),
                server.bean(BlobStore.class),
                server.bean(Audit.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    }
}
