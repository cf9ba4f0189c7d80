// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseState;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.ListedCase;
import org.baraza.forms.Form;
import org.baraza.forms.ServerForm;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an answer does to cases, as a forwarder says. */
final class AnswersTest {
    private static final String CASES = "CaseExpressionRepeater";
    private static final String FORMS = "FormExpressionRepeater";
    private static final String TAKEN = is("success", "true");
    private static final String REMEMBERS = row("""
            "remote_id": {"type": "property_path", "property_path": ["response", "body", "id"]},
            "status": {"type": "evaluator", "statement": "str(code)", "context_variables": {
              "code": {"type": "property_path", "property_path": ["response", "status_code"]}}},
            "sent_as": {"type": "property_path", "property_path": ["payload", "doc", "name"]},
            "project": {"type": "property_name", "property_name": "domain"}""");

    private final Desk desk = new Desk();
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    private static String is(String property, String value) {
        return """
                {"type": "boolean_expression", "operator": "eq", "property_value": %s,
                 "expression": {"type": "property_name", "property_name": "%s"}}""".formatted(value, property);
    }

    private static String row(String properties) {
        return """
                {"type": "dict", "properties": {
                  "create": {"type": "constant", "constant": false},
                  "case_id": {"type": "property_path", "property_path": ["payload", "id"]},
                  "properties": {"type": "dict", "properties": {%s}}}}""".formatted(properties);
    }

    private static String script(String filter, String action) {
        return """
                {"configured_expression": {"type": "property_name", "property_name": "_id"},
                 "case_action_filter_expression": %s, "case_action_expression": %s}""".formatted(filter, action);
    }

    private Forwarder forwarder(String type, String filter, String action) {
        return desk.scripted(sink.url(), type, script(filter, action));
    }

    private void says(int status, String body) {
        sink.answers(heard -> new Reply(status, Map.of("Content-Type", "application/json"), body));
    }

    private void visit(FormXml form) {
        desk.work.submit(desk.who, form);
    }

    private void created(String formId, String caseId) {
        visit(FormXml.visit(formId, "u1").creates(caseId, "patient", "Asha", "u1"));
    }

    private Optional<CaseState> state(ProjectAccess who, String caseId) {
        return desk.world.in(who, () -> desk.work.cases.get(who, caseId));
    }

    private String property(String caseId, String name) {
        return state(desk.who, caseId).orElseThrow().properties().getOrDefault(name, "");
    }

    /** The forms that touched a case, the newest first. */
    private List<Form> forms(String caseId) {
        return desk.world.in(desk.who, () -> {
            List<String> ids = Objects.requireNonNull(desk.work
                            .cases
                            .formSteps(desk.who, List.of(caseId), PageRequest.first(20))
                            .get(caseId))
                    .items()
                    .stream()
                    .map(CaseTransaction::formId)
                    .toList();
            Map<String, Form> found = desk.work.forms.find(desk.who, ids);
            return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
        });
    }

    private SentRequest lastRequest() {
        var query = new RequestQuery(
                "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(1));
        return desk.world.in(
                desk.who, () -> desk.log.list(desk.who, query).items().getFirst());
    }

    @Test
    void theCaseRemembersWhatTheOtherSideSaid() {
        says(201, "{\"id\": \"R-7\"}");
        Forwarder forwarder = forwarder(CASES, TAKEN, REMEMBERS);
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);

        assertThat(state(desk.who, "c1").orElseThrow().properties())
                .containsEntry("remote_id", "R-7")
                .containsEntry("status", "201")
                .containsEntry("sent_as", "Asha")
                .containsEntry("project", "demo");
        Form form = forms("c1").getFirst();
        assertThat(form.xmlns()).isEqualTo("http://commcarehq.org/data_forwarding/response");
        assertThat(form.userId()).isEqualTo("system");
        assertThat(form.deviceId()).isEqualTo(CASES + ":" + forwarder.forwarderId());
        assertThat(lastRequest().content().error()).isEmpty();

        // It is not told of what it did itself, and is of what somebody else does.
        visit(FormXml.visit("f2", "u1").updates("c1", "village", "Old Town"));
        sink.await(2);
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 2, "was answered twice");
        assertThat(desk.records(forwarder)).hasSize(2);
        assertThat(sink.heard()).hasSize(2);
        assertThat(forms("c1")).hasSize(4);
    }

    @Test
    void aRefusalIsAnAnswerToo() {
        says(422, "no such village");
        Forwarder forwarder = forwarder(FORMS, is("success", "false"), """
                {"type": "dict", "properties": {
                  "create": {"type": "constant", "constant": false}, "case_id": {"type": "constant", "constant": "c1"},
                  "properties": {"type": "dict", "properties": {
                    "said": {"type": "property_path", "property_path": ["response", "body"]},
                    "kind": {"type": "property_path", "property_path": ["response", "headers", "content-type"]},
                    "form": {"type": "property_path", "property_path": ["payload", "doc", "xmlns"]}}}}}""");
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.INVALID, 1);
        assertThat(property("c1", "said")).isEqualTo("no such village");
        assertThat(property("c1", "kind")).isEqualTo("application/json");
        assertThat(property("c1", "form")).isEqualTo(forms("c1").getLast().xmlns());
        // The form that it made arrived, and it was not told.
        visit(FormXml.visit("f2", "u1"));
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 2, "was refused twice");
        assertThat(sink.heard()).hasSize(2);
    }

    @Test
    void nothingIsWrittenOfAnAnswerThatTheFilterLetsPassOrThatAsksForNothing() {
        says(200, "{}");
        Forwarder passing = forwarder(CASES, is("success", "false"), REMEMBERS);
        Forwarder empty = forwarder(CASES, TAKEN, "{\"type\": \"constant\", \"constant\": []}");
        created("f1", "c1");
        desk.awaitState(passing, RecordState.SUCCEEDED, 0);
        desk.awaitState(empty, RecordState.SUCCEEDED, 0);
        assertThat(forms("c1")).hasSize(1);
        assertThat(lastRequest().content().error()).isEmpty();
    }

    @Test
    void allRowsOfAnAnswerAreOneForm() {
        says(200, """
                {"rows": [
                  {"create": true, "temporary_id": "new", "case_type": "referral", "case_name": "Malaria", "owner_id": "u1",
                   "external_id": "X-1", "indices": {"parent":
                     {"case_id": "c1", "case_type": "patient", "relationship": "child"}}},
                  {"create": false, "case_id": "c1", "properties": {"referred": "yes"}, "close": true}]}""");
        Forwarder forwarder = forwarder(
                CASES,
                "{\"type\": \"and\", \"filters\": [%s, %s]}"
                        .formatted(
                                TAKEN,
                                "{\"type\": \"boolean_expression\", \"operator\": \"in\", \"property_value\":"
                                        + " [\"patient\"], \"expression\": {\"type\": \"property_path\", \"property_path\":"
                                        + " [\"payload\", \"doc\", \"type\"]}}"),
                "{\"type\": \"property_path\", \"property_path\": [\"response\", \"body\", \"rows\"]}");
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        assertThat(property("c1", "referred")).isEqualTo("yes");
        assertThat(state(desk.who, "c1").orElseThrow().closed()).isTrue();
        assertThat(forms("c1")).hasSize(2);
        List<CaseState> children = desk.world.in(
                desk.who,
                () -> new CaseLists(desk.world.transactions)
                        .children(desk.who, List.of("c1")).getOrDefault("c1", List.of()).stream()
                                .map(ListedCase::state)
                                .toList());
        assertThat(children).singleElement().satisfies(child -> {
            assertThat(child.externalId()).isEqualTo("X-1");
            assertThat(child.liveIndices().getFirst().targetId()).isEqualTo("c1");
        });
    }

    @Test
    void aRowThatCannotBeLeavesTheDeliveryAndAllCasesAsTheyAre() {
        ProjectAccess elsewhere = desk.world.project("elsewhere", desk.world.webUser("other@example.org"));
        desk.work.submit(elsewhere, FormXml.visit("e1", "u9").creates("theirs", "patient", "Zawadi", "u9"));
        says(200, """
                [{"create": false, "case_id": "c1", "properties": {"village": "Port"}},
                 {"create": false, "case_id": "theirs", "properties": {"village": "Port"}}]""");
        Forwarder forwarder =
                forwarder(CASES, TAKEN, "{\"type\": \"property_path\", \"property_path\": [\"response\", \"body\"]}");
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        assertThat(lastRequest().content().error())
                .isEqualTo("The answer changed no cases: Error in row 2: No case found with ID 'theirs'");
        assertThat(lastRequest().content().status()).contains(200);
        assertThat(forms("c1")).hasSize(1);
        assertThat(state(elsewhere, "theirs").orElseThrow().properties()).doesNotContainKey("village");

        says(200, "{\"create\": false, \"case_id\": \"c1\", \"properties\": {\"age\": 3}}");
        visit(FormXml.visit("f2", "u1").updates("c1", "village", "Old Town"));
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 2, "was answered twice");
        assertThat(lastRequest().content().error()).contains("Values must be strings, received '3'");
        assertThat(forms("c1")).hasSize(2);
    }

    @Test
    void anAttemptThatWasNotNotedChangesCasesOnce() {
        Forwarder forwarder = forwarder(CASES, TAKEN, REMEMBERS);
        says(503, "");
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        ForwardingRecord record = desk.only(forwarder);
        assertThat(after(forwarder, record, "{\"id\": \"A\"}")).isEmpty();
        assertThat(after(forwarder, record, "{\"id\": \"B\"}")).isEmpty();
        assertThat(property("c1", "remote_id")).isEqualTo("A");
        assertThat(forms("c1")).hasSize(2);

        says(200, "{\"id\": \"C\"}");
        desk.world.clock.pass(Duration.ofMinutes(6));
        desk.act(record, Records.Deed.RESEND);
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 1);
        assertThat(property("c1", "remote_id")).isEqualTo("A");
        desk.act(record, Records.Deed.RESEND);
        Sink.eventually(() -> property("c1", "remote_id").equals("C"), "was answered by another attempt");
        assertThat(forms("c1")).hasSize(3);
    }

    private Optional<String> after(Forwarder forwarder, ForwardingRecord record, String body) {
        return desk.world.in(
                desk.who,
                () -> desk.actions.after(forwarder, record, true, new WireAnswer.Answered(200, Map.of(), body)));
    }

    @Test
    void aCaseThatOnlyAnswersChangeIsNotForwardedForEver() {
        says(200, "{}");
        Forwarder hearing = forwarder(CASES, is("success", "false"), REMEMBERS);
        Forwarder deaf = desk.scripted(
                sink.url(),
                CASES,
                "{\"configured_expression\": {\"type\": \"property_name\", \"property_name\": \"_id\"}}");
        created("f0", "c1");
        for (int answer = 1; answer <= 6; answer++) {
            long told = answer;
            Sink.eventually(() -> desk.again(deaf).counts().succeeded() == told, "was told of all");
            Sink.eventually(() -> desk.again(hearing).counts().succeeded() == Math.min(told, 5), "was told of some");
            changedByAnAnswer("c1", "" + answer);
        }
        Sink.eventually(() -> desk.again(deaf).counts().succeeded() == 7, "was told of all");
        assertThat(desk.records(hearing)).hasSize(5);
        visit(FormXml.visit("f7", "u1").updates("c1", "answer", "none"));
        Sink.eventually(() -> desk.again(hearing).counts().succeeded() == 6, "was told of what a person did");
    }

    private void changedByAnAnswer(String caseId, String answer) {
        desk.world.in(
                desk.who,
                () -> desk.work.serverForms.submit(ServerForm.of(
                        ServerForm.User.SYSTEM,
                        AnswerActions.XMLNS,
                        "Answer",
                        "elsewhere",
                        List.of(CaseChange.update(caseId).set("answer", answer)))));
    }

    @Test
    void aPhoneDoesNotPassForTheServer() {
        says(200, "{}");
        Forwarder forwarder = forwarder(CASES, is("success", "false"), REMEMBERS);
        created("f1", "c1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        String pretending = FormXml.visit("f2", "u1")
                .ofKind(AnswerActions.XMLNS)
                .updates("c1", "answer", "mine")
                .text()
                .replace(">device<", ">" + AnswerActions.device(forwarder) + "<");
        assertThat(pretending).contains(AnswerActions.device(forwarder));
        desk.work.submit(desk.who, pretending, desk.world.clock.instant(), List.of());

        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 2, "was told of what the phone did");
    }

    @Test
    void twoForwardersDoNotGoOnAmongThemselves() {
        says(200, "{\"id\": \"R\"}");
        Forwarder one = forwarder(CASES, TAKEN, REMEMBERS);
        forwarder(CASES, TAKEN, REMEMBERS);
        created("f1", "c1");
        Sink.eventually(() -> forms("c1").size() == 4, "told one of what the other did");
        // What comes next in the feed comes after all that they could still be told.
        desk.work.submit(desk.who, FormXml.visit("f2", "u1"));
        created("f3", "c2");
        Sink.eventually(
                () -> desk.records(one).stream()
                        .anyMatch(record -> record.payloadId().equals("c2")),
                "went on");
        assertThat(sink.heard().stream().filter(heard -> heard.text().contains("c1")))
                .hasSize(3);
        assertThat(forms("c1")).hasSize(4);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWhenItIsSaved() {
        assertThat(refusal(TAKEN, "{\"type\": \"magic\"}")).contains("case_action_expression: ", "magic");
        assertThat(refusal("{\"type\": \"and\", \"filters\": []}", REMEMBERS))
                .contains("case_action_filter_expression: ", "filters");
        assertThat(refusal("{}", REMEMBERS)).contains("go together");
        assertThat(forwarder(CASES, "{}", "{}").script()).contains("case_action_expression");
    }

    private String refusal(String filter, String action) {
        Refused refused = catchThrowableOfType(Refused.class, () -> forwarder(CASES, filter, action));
        return ((Problem.Invalid) refused.problem()).errors().getFirst().message();
    }
}
