// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.List;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs write of cases and cannot be, in the words of CommCare HQ. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaseWriteRefusalsTest {
    private final Contract contract = new Contract();
    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "case-refusals");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return place.client()
                .send(method, "/a/" + place.name() + "/api/" + path, body, "Authorization", place.authorization());
    }

    private String aCase() {
        HttpResponse<String> made =
                send("POST", "case/v2/", "{\"case_type\": \"patient\", \"case_name\": \"n\", \"owner_id\": \"o\"}");
        return json(made).at("/case/case_id").stringValue();
    }

    @Test
    void everyRowThatCannotBeIsNamedAndNothingIsDone() {
        String before = json(send("GET", "case/v2/", "")).path("matching_records").toString();
        HttpResponse<String> refused = send("POST", "case/v2/", """
                [{"create": true, "case_type": "patient", "case_name": "n", "owner_id": "o"},
                 {"create": false, "case_id": "nothing"},
                 {"create": true, "case_type": "patient", "owner_id": "o"}]""");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"error\":\"Error in row 2: No case found with ID 'nothing'; "
                        + "Error in row 3: Property case_name is required.\"}");
        assertThat(json(send("GET", "case/v2/", "")).path("matching_records").toString()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooDeepOrSaysSomethingTwiceIsNoJson() {
        String deep = "[".repeat(101) + "]".repeat(101);
        for (String body : new String[] {
            "{\"case_type\": \"a\", \"case_type\": \"b\", \"case_name\": \"n\", \"owner_id\": \"o\"}",
            "{\"case_type\": \"a\", \"case_name\": \"n\", \"owner_id\": \"o\", \"properties\": {\"p\": " + deep + "}}"
        }) {
            HttpResponse<String> refused = send("POST", "case/v2/", body);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).path("error").stringValue()).contains("JSON");
        }
    }

    @Test
    void whatTakesSeveralAtOnceIsNotOneByThatName() {
        for (String[] wrong : new String[][] {
            {"GET", "case/v2/bulk-fetch/"}, {"PUT", "case/v2/bulk-fetch/"}, {"GET", "v0.6/case/bulk-fetch"}
        }) {
            HttpResponse<String> answer = send(wrong[0], wrong[1], "{}");
            assertThat(answer.statusCode()).as(wrong[1]).isEqualTo(405);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Request method not allowed\"}");
            assertThat(answer.headers().firstValue("Allow")).contains("POST");
        }
    }

    static List<Arguments> unreadable() {
        return List.of(
                arguments(
                        "{\"indices\": {\"x y\": {}}}",
                        "Error with index 'x y'. Index names must be valid XML identifiers."),
                arguments(
                        "{\"indices\": {\"p\": {\"case_id\": \"a\", \"external_id\": \"b\"}}}",
                        "Indices must specify case_id, external_id, or temporary ID, and only one"),
                arguments(
                        "{\"indices\": {\"p\": {\"case_id\": \"a\", \"external_id\": \"\", \"case_type\": \"t\"}}}",
                        "Property relationship is required when creating or updating case indices"),
                arguments(
                        "{\"indices\": {\"p\": {\"case_id\": \"a\", \"case_type\": \"t\", \"relationship\": \"friend\"}}}",
                        "Property relationship must be 'child' or 'extension'."),
                arguments(
                        "{\"indices\": {\"p\": {\"case_id\": \"a\"}}}",
                        "Property case_type is required when creating or updating case indices"),
                arguments(
                        "{\"properties\": {\"case_name\": \"a\"}}",
                        "Error with case property 'case_name'. It is not among the properties but beside them."),
                arguments("{\"case_id\": \"another\"}", "The case_id of the body is not that of the path."),
                arguments(
                        "{\"properties\": {\"age\": true}}",
                        "Error with case property 'age'. Values must be strings, received 'True'"),
                arguments(
                        "{\"properties\": {\"age\": {\"a\": [1, null, \"it's\"]}}}",
                        "Error with case property 'age'. Values must be strings, received '{'a': [1, None, \"it's\"]}'"),
                arguments(
                        "{\"properties\": {\"age\": \"\\u0001\"}}",
                        "Error with case property 'age'. It has a character that XML does not allow."),
                arguments("{\"close\": \"yes\"}", "'close' must be true or false."),
                arguments("[]", "Payload must be a single JSON object"),
                arguments("7", "Payload must be valid JSON"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedInHqsWords(String body, String message) {
        HttpResponse<String> refused = send("PUT", "case/v2/" + aCase() + "/", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").stringValue()).isEqualTo(message);
    }

    private String named(String externalId) {
        String body = "{\"case_type\": \"patient\", \"case_name\": \"n\", \"owner_id\": \"o\", \"external_id\": \"%s\"}";
        return json(send("POST", "case/v2/", body.formatted(externalId)))
                .at("/case/case_id")
                .stringValue();
    }

    static List<Arguments> nameless() {
        return List.of(
                arguments("{\"close\": true}", "Case updates must provide either a case_id or external_id"),
                arguments("{\"external_id\": \"\"}", "Case updates must provide either a case_id or external_id"),
                arguments(
                        "{\"case_id\": \"\", \"external_id\": null}",
                        "Case updates must provide either a case_id or external_id"),
                arguments(
                        "[{\"create\": null, \"external_id\": \"\", \"case_type\": \"t\", \"case_name\": \"n\", \"owner_id\": \"o\"}]",
                        "Error in row 1: Case updates must provide either a case_id or external_id"),
                arguments("{\"case_id\": \"nothing\"}", "No case found with ID 'nothing'"),
                arguments("{\"external_id\": \"nothing\"}", "Could not find a case with external_id 'nothing'"),
                arguments("{\"external_id\": \"twice\"}", "There are multiple cases with external_id twice"),
                arguments(
                        "[{\"create\": null, \"external_id\": \"twice\"}]",
                        "Error in row 1: There are multiple cases with external_id twice"),
                arguments("{\"create\": true, \"case_id\": \"x\"}", "'create' is not a valid field."),
                arguments("{\"temporary_id\": \"x\", \"case_id\": \"x\"}", "'temporary_id' is not a valid field."),
                arguments("[{\"case_id\": \"x\"}]", "Error in row 1: A 'create' flag is required for each update."),
                arguments(
                        "[{\"create\": \"yes\", \"case_id\": \"x\"}, {}]",
                        "Error in row 1: A 'create' flag is required for each update.; "
                                + "Error in row 2: A 'create' flag is required for each update."),
                arguments(
                        "[" + "{},".repeat(100) + "{}]", "You cannot submit more than 100 updates in a single request"),
                arguments(
                        "[{\"create\": true, \"case_id\": \"x\", \"case_type\": \"t\", \"case_name\": \"n\", \"owner_id\": \"o\"}]",
                        "Error in row 1: You cannot specify case_id when creating a new case"));
    }

    @ParameterizedTest
    @MethodSource("nameless")
    void whatNamesNoCaseOrSeveralIsRefusedInHqsWords(String body, String message) {
        if (json(send("GET", "case/v2/?external_id=twice", ""))
                        .path("matching_records")
                        .asInt()
                == 0) {
            assertThat(named("twice")).isNotEqualTo(named("twice"));
        }
        HttpResponse<String> refused = send("PUT", "case/v2/", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").stringValue()).isEqualTo(message);
    }

    @Test
    void whatIsEmptyNamesNothing() {
        String mother = aCase();
        String child = aCase();
        String link = "{\"indices\": {\"parent\": {\"case_id\": \"%s\", \"external_id\": \"\", \"temporary_id\": \"\","
                + " \"case_type\": \"patient\", \"relationship\": \"child\"}}}";
        var linked = send("PUT", "case/v2/" + child, link.formatted(mother));
        assertThat(json(linked).at("/case/indices/parent/case_id").stringValue()).isEqualTo(mother);
        var parted = send("PUT", "case/v2/" + child, link.formatted(""));
        assertThat(json(parted).at("/case/indices").isEmpty()).as(parted.body()).isTrue();
        named("ext-1");
        var changed = send(
                "PUT", "case/v2/", "{\"case_id\": \"\", \"external_id\": \"ext-1\", \"case_name\": \"Asha\"}");
        assertThat(json(changed).at("/case/case_name").stringValue()).isEqualTo("Asha");
        var cleared = send(
                "PUT",
                "case/v2/",
                "{\"case_id\": \"" + json(changed).at("/case/case_id").stringValue() + "\", \"external_id\": \"\"}");
        assertThat(json(cleared).at("/case/external_id").asString("")).isEmpty();
    }

    @Test
    void aRowMayNameWhatARowBeforeItMade() {
        var changed = send("POST", "case/v2/", """
                [{"create": true, "case_type": "patient", "case_name": "n", "owner_id": "o", "external_id": "row-1"},
                 {"create": false, "external_id": "row-1", "properties": {"age": "3"}}]""");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(send("GET", "case/v2/?external_id=row-1", "")).at("/cases/0/properties/age").stringValue())
                .isEqualTo("3");
    }

    @Test
    void aLinkMayNameWhatAnyRowMakesOrCallsSo() {
        String known = aCase();
        var changed = send("POST", "case/v2/", """
                [{"create": true, "case_type": "patient", "case_name": "n", "owner_id": "o", "external_id": "child-1", "indices": {
                   "new": {"external_id": "below-1", "case_type": "patient", "relationship": "child"},
                   "known": {"external_id": "below-2", "case_type": "patient", "relationship": "child"}}},
                 {"create": true, "case_type": "patient", "case_name": "n", "owner_id": "o", "external_id": "below-1"},
                 {"create": false, "case_id": "%s", "external_id": "below-2"}]""".formatted(known));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).at("/cases/0/indices/new/case_id"))
                .isEqualTo(json(changed).at("/cases/1/case_id"));
        assertThat(json(changed).at("/cases/0/indices/known/case_id").stringValue())
                .isEqualTo(known);
    }

    @Test
    void whatBecomesAFormThatCannotBeProcessedIsToldWithTheFormThatIsKept() {
        String row = "\"case_type\": \"patient\", \"case_name\": \"" + "x".repeat(256) + "\", \"owner_id\": \"o\"}";
        for (String body : new String[] {"{" + row, "[{\"create\": true, " + row + "]"}) {
            var refused = send("POST", "case/v2/", body);
            assertThat(refused.statusCode()).isEqualTo(400);
            contract.holds("post", "/a/{domain}/api/case/v2", refused);
            assertThat(json(refused).path("error").stringValue()).startsWith("CaseValueError: ");
            String formId = json(refused).path("form_id").stringValue();
            var kept = place.read("form(formId: \"" + formId + "\") { state }");
            assertThat(kept.at("/form/state").asString()).isEqualTo("ERROR");
        }
    }

    @Test
    void manyAreCountedWithoutBeingSent() {
        aCase();
        var counted = json(send("GET", "case/v2/?limit=0", ""));
        assertThat(counted.path("matching_records").asInt()).isPositive();
        assertThat(counted.path("cases")).isEmpty();
        assertThat(counted.has("next")).isFalse();
        assertThat(send("GET", "case/v2/?limit=-1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void severalAreAskedForByOneListAtLeast() {
        for (String body : new String[] {"{}", "{\"case_ids\": []}", "{\"case_ids\": null, \"external_ids\": []}"}) {
            var refused = send("POST", "case/v2/bulk-fetch/", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(json(refused).path("error").stringValue())
                    .isEqualTo("Payload must include 'case_ids' or 'external_ids' fields");
        }
        assertThat(send("POST", "case/v2/bulk-fetch/", "{\"case_ids\": null, \"external_ids\": [\"x\"]}").statusCode())
                .isEqualTo(200);
    }

    static List<Arguments> linked() {
        return List.of(
                arguments("{\"case_id\": \"nothing\"", "No case found with ID 'nothing'"),
                arguments("{\"external_id\": \"nothing\"", "Could not find a case with external_id 'nothing'"),
                arguments("{\"temporary_id\": \"nothing\"", "Could not find a case with temporary_id 'nothing'"));
    }

    @ParameterizedTest
    @MethodSource("linked")
    void whatALinkLeadsToMustBeThere(String target, String message) {
        String link = target + ", \"case_type\": \"household\", \"relationship\": \"child\"}";
        HttpResponse<String> refused = send("PUT", "case/v2/" + aCase() + "/", "{\"indices\": {\"parent\": " + link + "}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").stringValue()).isEqualTo(message);
    }
}
