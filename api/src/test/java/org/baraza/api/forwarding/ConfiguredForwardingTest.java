// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repeaters that say by expressions and filters of CommCare HQ what they send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConfiguredForwardingTest {
    private static final String MOTHERS = """
            {"configured_filter": {
               "type": "boolean_expression", "operator": "eq", "property_value": "mother",
               "expression": {"type": "property_name", "property_name": "type"}},
             "configured_expression": {
               "type": "dict", "properties": {
                 "id": {"type": "property_name", "property_name": "_id"},
                 "village": {"type": "property_name", "property_name": "village"},
                 "owner": {"type": "related_doc", "related_doc_type": "CommCareUser",
                   "doc_id_expression": {"type": "property_name", "property_name": "owner_id"},
                   "value_expression": {"type": "property_name", "property_name": "username"}},
                 "children": {"type": "reduce_items", "aggregation_fn": "count",
                   "items_expression": {"type": "get_subcases",
                     "case_id_expression": {"type": "property_name", "property_name": "_id"}}},
                 "visits": {"type": "map_items",
                   "items_expression": {"type": "get_case_forms",
                     "case_id_expression": {"type": "property_name", "property_name": "_id"}},
                   "map_expression": {"type": "property_name", "property_name": "_id"}}}},
             "url_template": "/mothers/{_id}?from={village}"}""";

    private static final String AGES = """
            {"configured_expression": {
               "type": "evaluator", "statement": "age * 12", "context_variables": {
                 "age": {"type": "property_path", "property_path": ["form", "age"], "datatype": "integer"}}}}""";

    private final Server server = Server.whole("--baraza.egress-allow=localhost");
    private final Sink sink = new Sink();
    private Forwarding forwarding;
    private int projects;

    @AfterAll
    void close() {
        server.close();
        sink.close();
    }

    @BeforeEach
    void aProject() {
        forwarding = new Forwarding(server, "configures-" + ++projects);
        sink.forget();
    }

    @Test
    void casesAreSentAsAnExpressionMakesThem() {
        forwarding.forwarder(sink.url(), "CaseExpressionRepeater", "", MOTHERS);
        forwarding.submit(FormXml.visit("f1", forwarding.amina)
                .creates("m1", "mother", "Asha", forwarding.amina)
                .updates("m1", "village", "Old Town"));
        forwarding.await("m1", "SUCCEEDED");
        forwarding.submit(FormXml.visit("f2", forwarding.amina)
                .creates("k1", "child", "Juma", forwarding.amina)
                .links("k1", "parent", "mother", "m1")
                .updates("m1", "village", "Old Town &amp; Port"));
        forwarding.await("k1", "EMPTY");
        forwarding.await("m1", "SUCCEEDED");

        assertThat(sink.heard()).hasSize(2);
        var first = sink.heard().getFirst();
        assertThat(first.uri()).endsWith("/mothers/m1?from=Old%20Town");
        assertThat(first.header("content-type")).isEqualTo("application/json");
        assertThat(first.header("server-modified-on")).isNotEmpty();
        var last = sink.heard().getLast();
        assertThat(last.uri()).endsWith("/mothers/m1?from=Old%20Town%20%26%20Port");
        JsonNode body = JsonMapper.shared().readTree(last.text());
        assertThat(body.path("children").asInt()).isEqualTo(1);
        assertThat(body.path("owner").asString()).startsWith("amina").endsWith("commcarehq.org");
        assertThat(body.path("visits").values().stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("f1", "f2");
    }

    @Test
    void nothingOfAnotherProjectIsSeen() {
        var others = new Forwarding(server, "configured-elsewhere");
        others.submit(FormXml.visit("e1", others.amina).creates("elsewhere", "mother", "Zawadi", others.amina));
        forwarding.forwarder(sink.url(), "CaseExpressionRepeater", "", """
                {"configured_expression": {"type": "dict", "properties": {
                  "case": {"type": "related_doc", "related_doc_type": "CommCareCase",
                    "doc_id_expression": "elsewhere", "value_expression": {"type": "identity"}},
                  "form": {"type": "related_doc", "related_doc_type": "XFormInstance",
                    "doc_id_expression": "e1", "value_expression": {"type": "identity"}},
                  "user": {"type": "related_doc", "related_doc_type": "CommCareUser",
                    "doc_id_expression": "%s", "value_expression": {"type": "identity"}},
                  "visits": {"type": "get_case_forms", "case_id_expression": "elsewhere"},
                  "children": {"type": "get_subcases", "case_id_expression": "elsewhere"}}}}""".formatted(others.amina));
        forwarding.submit(FormXml.visit("f1", forwarding.amina).creates("m1", "mother", "Asha", forwarding.amina));
        forwarding.await("m1", "SUCCEEDED");
        assertThat(sink.heard().getFirst().text())
                .isEqualTo("{\"case\":null,\"form\":null,\"user\":null,\"visits\":[],\"children\":[]}");
    }

    @Test
    void anAnswerOfTheOtherSideChangesTheCase() {
        forwarding.forwarder(sink.url(), "ArcGISFormExpressionRepeater", "", """
                {"configured_expression": {"type": "property_path", "property_path": ["form", "meta", "instanceID"]},
                 "case_action_filter_expression": {
                   "type": "boolean_expression", "operator": "eq", "property_value": false,
                   "expression": {"type": "property_name", "property_name": "success"}},
                 "case_action_expression": {"type": "dict", "properties": {
                   "create": {"type": "constant", "constant": false},
                   "case_id": {"type": "constant", "constant": "m1"},
                   "properties": {"type": "dict", "properties": {
                     "said": {"type": "property_path", "property_path": ["response", "body", "error", "message"]}}}}}}""");
        sink.answers(
                heard -> new Sink.Reply(200, Map.of(), "{\"error\":{\"code\":400,\"message\":\"Invalid geometry\"}}"));
        forwarding.submit(FormXml.visit("f1", forwarding.amina).creates("m1", "mother", "Asha", forwarding.amina));
        JsonNode request = forwarding.await("f1", "INVALID");
        assertThat(request.path("error").asString()).isEqualTo("400: Invalid geometry");
        assertThat(forwarding.property("m1", "said")).isEqualTo("Invalid geometry");
    }

    @Test
    void whatArcGisDidNotTakeIsNoSuccess() {
        forwarding.forwarder(sink.url(), "ArcGISFormExpressionRepeater", "", AGES);
        sink.answers(
                heard -> new Sink.Reply(200, Map.of(), "{\"error\":{\"code\":400,\"message\":\"Invalid geometry\"}}"));
        forwarding.submit(FormXml.visit("f1", forwarding.amina).says("<age>3</age>"));
        assertThat(forwarding.await("f1", "INVALID").path("error").asString()).contains("400", "Invalid geometry");
        assertThat(sink.heard().getFirst().text()).isEqualTo("36");
        sink.answers(heard -> new Sink.Reply(200, Map.of(), "{\"error\":{\"code\":503}}"));
        forwarding.submit(FormXml.visit("f2", forwarding.amina).says("<age>4</age>"));
        forwarding.await("f2", "FAILED");
    }

    @Test
    void aSpecificationThatCannotBeReadIsRefusedWithItsPlace() {
        assertThat(
                        refusal(
                                "{\"configured_expression\": {\"type\": \"dict\", \"properties\": {\"a\": {\"type\": \"magic\"}}}}"))
                .contains("properties.a", "magic", "property_name");
        assertThat(refusal(
                        "{\"configured_filter\": {\"type\": \"and\", \"filters\": []}, \"configured_expression\": 1}"))
                .contains("filters", "empty");
        assertThat(refusal("{\"configured_expression\": 1, \"case_action_expression\": 1}"))
                .contains("case_action_filter_expression");
        assertThat(
                        refusal(
                                "{\"configured_expression\": {\"type\": \"named\", \"name\": \"a\"}, \"named_expressions\":"
                                        + " {\"a\": {\"type\": \"named\", \"name\": \"b\"}, \"b\": {\"type\": \"named\", \"name\": \"a\"}}}"))
                .contains("needs itself");
        assertThat(refusal("{\"configured_expression\": 1")).isNotEmpty();
        assertThat(refusal("[]")).isNotEmpty();
    }

    private String refusal(String script) {
        JsonNode errors = forwarding
                .create(sink.url(), "FormExpressionRepeater", "", script)
                .path("userErrors");
        assertThat(errors.at("/0/code").asString()).isEqualTo("SCRIPT_FLAWED");
        return errors.toString();
    }
}
