// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.client.ApiClient;
import org.baraza.client.ApiException;
import org.baraza.client.api.RolesApi;
import org.baraza.client.model.RoleWish;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavaClientTest {
    private static final String PROJECT = "java-client";

    private WebUser user;
    private String key;
    private String address;

    @BeforeAll
    void aProgramOfAWebUser(Server whole) {
        user = whole.webUser("java-client@example.org");
        whole.project(PROJECT, user);
        key = whole.apiKey(user, Optional.of(PROJECT));
        address = "http://localhost:" + whole.client().port();
    }

    @Test
    void theQuickStartOfTheGuideIsThisProgramAndWorks() throws ApiException {
        assertThat(Guide.text()).contains(Guide.shown("api/src/test/java/org/baraza/api/clients/QuickStart.java"));
        var printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            QuickStart.main(address, PROJECT, user.username(), key);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("{village=Kibera} became {village=Mathare}")
                .contains("App Editor", "Read Only");
    }

    @Test
    void whatIsChangedUnderAnETagIsNotLost() throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(
                request -> request.header("Authorization", "ApiKey " + user.username() + ":" + key));
        var roles = new RolesApi(client);
        var wish = new RoleWish().name("Nurse").permissions(List.of("edit_data"));
        var made = roles.createRoleWithHttpInfo(PROJECT, wish, "nurse-1");
        String id = made.getData().getId().toString();
        String tag = made.getHeaders().get("etag").getFirst();
        assertThat(roles.createRole(PROJECT, wish, "nurse-1")).isEqualTo(made.getData());
        wish.permissions(List.of("edit_data", "access_api"));
        assertThat(roles.changeRole(PROJECT, id, wish, tag, null).getPermissions())
                .containsExactlyInAnyOrder("edit_data", "access_api");
        assertThatThrownBy(() -> roles.changeRole(PROJECT, id, wish, tag, null))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(412);
                    assertThat(refused.getResponseBody()).contains("PRECONDITION_FAILED");
                });
    }
}
