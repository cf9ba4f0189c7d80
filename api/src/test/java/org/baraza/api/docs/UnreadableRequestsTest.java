// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.testing.Client.basic;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that say nothing that could be understood: each operation says so in the shape that it documents. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnreadableRequestsTest {
    private static final String PROJECT = "unreadable";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGER_THAN_FORMS = 70_000;

    private final Operations operations = new Operations();
    private Client client;
    private String admin = "";
    private String worker = "";
    private String app = "";

    @BeforeAll
    void aProject(Server whole) {
        client = whole.client();
        admin = basic(whole.webUser("admin@unreadable.example").username(), Server.PASSWORD);
        Place place = Place.of(whole, PROJECT, admin);
        place.worker("amina");
        worker = basic("amina@" + PROJECT + ".commcarehq.org", Server.PASSWORD);
        app = place.graphQl()
                .ask(
                        "mutation { createApp(input: {project: \"unreadable\", name: \"A\"}) { app { appId } } }",
                        Map.of())
                .at("/createApp/app/appId")
                .asString();
    }

    /** What is only read has nothing else that could be wrong about it. */
    @Test
    void aHeaderThatSaysWhoAsksIsReadable() {
        List<String> read =
                operations
                        .with(400, "GET /a/{domain}/", "DELETE /a/{domain}/", "GET /api/identity", "GET /search")
                        .stream()
                        .filter(one -> !one.contains("/phone/") && !one.contains("/download_ccz"))
                        .toList();
        operations.allAnswer(400, read, one -> withUnreadableHeader(one));
        operations.allAnswer(
                400, List.of("POST /a/{domain}/api/web-user/v1/{user_id}/activate"), one -> withUnreadableHeader(one));
    }

    private HttpResponse<String> withUnreadableHeader(String operation) {
        String path = Operations.path(operation, PROJECT, "1");
        return client.send(Operations.method(operation), path, "", "Authorization", "Basic canary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /a/{domain}/api/lookup_table_item/v1 | JSON
            PUT    | /a/{domain}/api/lookup_table_item/v1/{id} | JSON
            PUT    | /a/{domain}/api/user/v1/{user_id} | JSON
            PUT    | /a/{domain}/api/group/v1/{groupId} | JSON
            GET    | /a/{domain}/apps/api/download_ccz | NOTHING
            POST   | /a/{domain}/apps/api/import_app | FILE
            POST   | /a/{domain}/apps/api/{appId}/multimedia | FILE
            POST   | /a/{domain}/apps/{appId}/multimedia/uploaded/{kind} | FILE
            POST   | /a/{domain}/apps/bulk_{kind}_translations/{appId}/upload | FILE
            POST   | /a/{domain}/apps/edit_form_attr/{appId}/{formId}/xform | FILE
            POST   | /a/{domain}/apps/patch_xform/{appId}/{formId} | references=canary
            POST   | /a/{domain}/apps/delete_copy/{appId} | LONG
            POST   | /a/{domain}/apps/revert/{appId} | LONG
            POST   | /a/{domain}/apps/save/{appId} | LONG
            POST   | /a/{domain}/apps/view/{appId}/releases/release/{buildId} | LONG
            POST   | /a/{domain}/apps/view/{appId}/update_build_comment | LONG
            POST   | /a/{domain}/apps/view/{appId}/releases/profiles | JSON
            POST   | /a/{domain}/data_dictionary/create_case_type | LONG
            POST   | /a/{domain}/data_dictionary/deprecate_or_restore_case_type/{caseType} | LONG
            POST   | /a/{domain}/data_dictionary/update_case_property | groups=canary
            POST   | /a/{domain}/data_dictionary/import | FILE
            POST   | /a/{domain}/settings/project/manage_releases_by_app_profile | LONG
            POST   | /a/{domain}/settings/project/manage_releases_by_location | LONG
            POST   | /a/{domain}/settings/project/toggle_release_restriction_by_app_profile/{pinId} | LONG
            POST   | /a/{domain}/importer/excel/bulk_upload_api | HEADER
            """)
    void whatAProgramSendsIsReadable(String method, String path, String sent) {
        operations.allAnswer(400, List.of(method + " " + path), one -> send(one, sent, admin));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /a/{domain}/phone/admin_keys | NOTHING
            GET    | /a/{domain}/phone/case_fixture/{app_id} | NOTHING
            POST   | /a/{domain}/phone/case_fixture/{app_id} | a=b
            POST   | /a/{domain}/phone/claim-case | a=b
            GET    | /a/{domain}/phone/get_next_id | NOTHING
            GET    | /a/{domain}/phone/restore | TYPE
            GET    | /a/{domain}/phone/restore/{appId} | TYPE
            GET    | /a/{domain}/phone/search | NOTHING
            POST   | /a/{domain}/phone/search | a=b
            POST   | /a/{domain}/receiver | TYPE
            POST   | /a/{domain}/receiver/api | TYPE
            POST   | /a/{domain}/receiver/secure/{appId} | TYPE
            """)
    void whatAPhoneSendsIsReadable(String method, String path, String sent) {
        String who = path.contains("admin") ? admin : worker;
        operations.allAnswer(400, List.of(method + " " + path), one -> send(one, sent, who));
    }

    /** @param sent what it sends: a form's fields, or the name of one of the ways below */
    private HttpResponse<String> send(String operation, String sent, String who) {
        String method = Operations.method(operation);
        String path = Operations.path(operation.replace("{kind}_", "app_").replace("{kind}", "image"), PROJECT, app);
        return switch (sent) {
            case "HEADER" -> withUnreadableHeader(operation);
            case "NOTHING" -> client.get(path, "Authorization", who);
            case "TYPE" -> client.send(method, path + "?authtype=canary", "", "Authorization", who);
            case "JSON" -> client.send(method, path, "canary", "Authorization", who);
            case "FILE" ->
                client.send(
                        method,
                        path,
                        new Multipart().field("other", "canary").bytes(),
                        "Authorization",
                        who,
                        "Content-Type",
                        Multipart.TYPE);
            case "LONG" -> form(method, path, "comment=" + "x".repeat(LONGER_THAN_FORMS), who);
            default -> form(method, path, sent, who);
        };
    }

    private HttpResponse<String> form(String method, String path, String fields, String who) {
        return client.send(method, path, fields.getBytes(UTF_8), "Authorization", who, "Content-Type", FORM);
    }
}
