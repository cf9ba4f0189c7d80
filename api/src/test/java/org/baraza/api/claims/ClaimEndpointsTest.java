// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Search, claim and case fixture, over HTTP. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClaimEndpointsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CLAIM = "/a/{domain}/phone/claim-case";

    private final Contract contract = new Contract();
    private Place place;
    private Place elsewhere;
    private Phone phone;
    private String amina;

    @BeforeAll
    void twoProjects(Server server) {
        place = Place.of(server, "claimed");
        amina = place.worker("amina");
        phone = place.phone("amina@claimed.commcarehq.org");
        phone.submit(FormXml.visit("home", amina)
                .creates("h-1", "household", "Wafula", "u-other")
                .updates("h-1", "village", "Kisima")
                .text());
        phone.submit(FormXml.visit("birth", amina)
                .creates("c-1", "child", "Juma", "u-other")
                .updates("c-1", "weight", "3.1")
                .links("c-1", "parent", "household", "h-1")
                .text());
        elsewhere = Place.of(server, "claimed-not");
        elsewhere.worker("amina");
        elsewhere
                .phone("amina@claimed-not.commcarehq.org")
                .submit(FormXml.visit("birth", "u")
                        .creates("c-1", "child", "Zawadi", "u-other")
                        .text());
    }

    private HttpResponse<String> get(String path) {
        return place.client().get("/a/claimed/phone/" + path, "Authorization", phone.authorization());
    }

    private HttpResponse<String> post(String path, String form, String... headers) {
        return phone.post("phone/" + path, FORM, form.getBytes(UTF_8), headers);
    }

    private static XmlElement results(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/xml");
        XmlElement root = XmlReader.read(answer.body().getBytes(UTF_8), XmlLimits.FORM);
        assertThat(root.name()).isEqualTo("results");
        assertThat(root.attribute("id")).contains("case");
        return root;
    }

    private static void refused(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).isEqualTo(text);
    }

    @Test
    void aCaseIsFoundInTheShapeOfThePhonesDatabase() throws Exception {
        HttpResponse<String> answer = get("search/?case_type=child&weight=3.1");
        XmlElement found = results(answer).child("case").orElseThrow();
        assertThat(found.attribute("case_id")).contains("c-1");
        assertThat(found.attribute("case_type")).contains("child");
        assertThat(found.attribute("owner_id")).contains("u-other");
        assertThat(found.attribute("status")).contains("open");
        assertThat(found.children())
                .extracting(XmlElement::name)
                .containsExactly(
                        "case_name",
                        "last_modified",
                        "external_id",
                        "date_opened",
                        "weight",
                        "commcare_search_score",
                        "commcare_project",
                        "index");
        assertThat(found.child("commcare_project").orElseThrow().text()).isEqualTo("claimed");
        XmlElement parent = found.child("index").orElseThrow().child("parent").orElseThrow();
        assertThat(parent.text()).isEqualTo("h-1");
        assertThat(parent.attribute("relationship")).contains("child");
        assertThat(header(answer, "X-Baraza-More-Results")).isEmpty();
    }

    @Test
    void allSpellingsAndBothMethodsFindTheSame() throws Exception {
        String asked = "case_type=child&case_type=household&parent/village=Kisima";
        for (String path : new String[] {"search", "search/", "search/app-1", "search/app-1/"}) {
            for (HttpResponse<String> answer : List.of(get(path + "?" + asked), post(path, asked))) {
                assertThat(results(answer).children())
                        .singleElement()
                        .satisfies(
                                found -> assertThat(found.attribute("case_id")).contains("c-1"));
            }
        }
    }

    @Test
    void whatCannotBeSearchedByIsSaidToThePersonWhoSearches() throws Exception {
        refused(get("search/"), 400, "Search request must specify case_types");
        refused(
                get("search/?case_type=child&_xpath_query=name%20%3D"),
                400,
                "The query cannot be understood: Expected a value, a path or a function, but found the end.");
        assertThat(get("search/?case_type=child&dob=__range__x__y").body()).startsWith("Invalid date range");
        assertThat(results(get("search/?case_type=child&name=a%00b")).children())
                .isEmpty();
        assertThat(place.client()
                        .get("/a/claimed/phone/search/?case_type=child")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void namedCasesComeWithTheirHierarchyUnderBothNames() throws Exception {
        for (String path : new String[] {"case_fixture/app-1/", "registry_case/app-1"}) {
            String asked = "case_type=household&case_id=h-1";
            for (HttpResponse<String> answer : List.of(get(path + "?" + asked), post(path, asked))) {
                assertThat(results(answer).children())
                        .extracting(found -> found.attribute("case_id").orElseThrow())
                        .containsExactly("h-1", "c-1");
            }
            refused(get(path + "?case_type=child"), 400, "Missing required parameters: case_id");
            refused(get(path + "?case_type=child&case_id=h-1"), 404, "There is no such case.");
        }
    }

    @Test
    void aClaimedCaseComesWithTheNextSyncAndLeavesWhenItIsReleased() {
        phone.submit(FormXml.visit("birth-2", amina)
                .creates("c-2", "child", "Baraka", "u-other")
                .text());
        String token = token(restore(""));
        HttpResponse<String> claimed = post("claim-case/", "case_id=c-2", "X-CommCareHQ-LastSyncToken", token);
        contract.holds("post", CLAIM, claimed);
        assertThat(claimed.statusCode()).isEqualTo(201);
        String next = restore("&since=" + token);
        assertThat(next).contains("case_id=\"c-2\"", "commcare-case-claim");
        HttpResponse<String> again =
                post("claim-case", "case_id=c-2&case_type=child", "X-CommCareHQ-LastSyncToken", token(next));
        contract.holds("post", CLAIM, again);
        assertThat(again.statusCode()).isEqualTo(204);

        var held = place.read("case(caseId: \"c-2\") { claims { claimId holder { username } } } mobileWorker(userId: \""
                + amina + "\") { claims { totalCount nodes { caseId case { name } } } }");
        assertThat(held.at("/case/claims/0/holder/username").asString()).isEqualTo("amina");
        assertThat(held.at("/mobileWorker/claims/nodes/0/case/name").asString()).isEqualTo("Baraka");
        var released = place.graphQl()
                .ask(
                        "mutation($id: String!) { releaseClaims(input: {project: \"claimed\", claimIds: [$id]})"
                                + " { claims { caseId } userErrors { code } } }",
                        Map.of("id", held.at("/case/claims/0/claimId").asString()));
        assertThat(released.at("/releaseClaims/claims/0/caseId").asString()).isEqualTo("c-2");
        assertThat(place.read("case(caseId: \"c-2\") { claims { claimId } }").at("/case/claims"))
                .isEmpty();
    }

    @Test
    void whatCannotBeClaimed() {
        refused(post("claim-case/", ""), 400, "A case_id is required");
        refused(post("claim-case/", "case_id=%20"), 400, "A case_id is required");
        refused(post("claim-case/", "case_id=c-1%20nobody"), 410, "There is no case nobody.");
        assertThat(get("claim-case/").statusCode()).isEqualTo(405);
    }

    @Test
    void whoWorksAsAnotherClaimsForHer() {
        phone.submit(FormXml.visit("birth-3", amina)
                .creates("c-3", "child", "Neema", "u-other")
                .text());
        place.worker("boke");
        byte[] claim = "case_id=c-3&commcare_login_as=boke".getBytes(UTF_8);
        HttpResponse<String> denied = phone.post("phone/claim-case/", FORM, claim);
        assertThat(denied.statusCode()).as(denied.body()).isEqualTo(403);
        Phone administrator = new Phone(place.client(), "claimed", place.authorization());
        assertThat(administrator.post("phone/claim-case/", FORM, claim).statusCode())
                .isEqualTo(201);
        assertThat(place.read("case(caseId: \"c-3\") { claims { holder { username } } }")
                        .at("/case/claims")
                        .toString())
                .isEqualTo("[{\"holder\":{\"username\":\"boke\"}}]");
    }

    @Test
    void eachProjectSearchesItsOwn() throws Exception {
        Phone other = elsewhere.phone("amina@claimed-not.commcarehq.org");
        HttpResponse<String> own = other.post("phone/search/", FORM, "case_type=child".getBytes(UTF_8));
        assertThat(results(own).children())
                .singleElement()
                .satisfies(found -> assertThat(
                                found.child("case_name").orElseThrow().text())
                        .isEqualTo("Zawadi"));
        assertThat(place.client()
                        .get("/a/claimed/phone/search/?case_type=child", "Authorization", other.authorization())
                        .statusCode())
                .isEqualTo(403);
        refused(other.post("phone/claim-case/", FORM, "case_id=h-1".getBytes(UTF_8)), 410, "There is no case h-1.");
    }

    @Test
    void aProjectMaySwitchSearchAndClaimOff() {
        settings(elsewhere, false);
        Phone other = elsewhere.phone("amina@claimed-not.commcarehq.org");
        String off = "Case search and claim are not enabled in this project.";
        try {
            refused(other.post("phone/search/", FORM, "case_type=child".getBytes(UTF_8)), 400, off);
            refused(other.post("phone/claim-case/", FORM, "case_id=c-1".getBytes(UTF_8)), 400, off);
        } finally {
            settings(elsewhere, true);
        }
    }

    private static void settings(Place place, boolean enabled) {
        var done = place.graphQl()
                .ask(
                        "mutation($project: String!, $enabled: Boolean!) { updateCaseSearchSettings(input: {project: "
                                + "$project, enabled: $enabled, fuzzyProperties: [], ignorePatterns: []}) "
                                + "{ caseSearchSettings { enabled } userErrors { code } } }",
                        Map.of("project", place.name(), "enabled", enabled));
        assertThat(done.at("/updateCaseSearchSettings/caseSearchSettings/enabled")
                        .asBoolean())
                .isEqualTo(enabled);
        assertThat(place.read("caseSearchSettings { enabled }")
                        .at("/caseSearchSettings/enabled")
                        .asBoolean())
                .isEqualTo(enabled);
    }

    private String restore(String more) {
        HttpResponse<String> answer = get("restore/?version=2.0&device_id=claimer" + more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String token(String restore) {
        Matcher found = Pattern.compile("<restore_id>([^<]+)</restore_id>").matcher(restore);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
