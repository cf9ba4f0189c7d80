// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list says so when it cannot be had in the order that is asked for (spec/20, section 1.5). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OneOrderTest {
    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "one-order");
    }

    @ParameterizedTest
    @CsvSource({
        "form/v1, type",
        "case/v1, properties",
        "application/v1, name",
        "user/v1, username",
        "web-user/v1, role",
        "bulk-user/v1, email",
        "group/v1, name",
        "location/v1, site_code",
        "location/v2, name",
        "location_type/v1, code",
        "fixture/v1, fields",
        "lookup_table/v1, tag",
        "lookup_table_item/v1, sort_key",
        "det_export_instance/v1, name"
    })
    void orderByIsRefusedInHqsWords(String list, String field) {
        assertThat(error(list, field)).isEqualTo("The '" + field + "' field does not allow ordering.");
        assertThat(error(list, "-" + field)).isEqualTo("The '" + field + "' field does not allow ordering.");
        assertThat(error(list, "nothing")).isEqualTo("No matching 'nothing' field for ordering on.");
    }

    private String error(String list, String order) {
        HttpResponse<String> answer = place.client()
                .get(
                        "/a/" + place.name() + "/api/" + list + "/?order_by=" + order,
                        "Authorization",
                        place.authorization());
        assertThat(answer.statusCode()).as(list).isEqualTo(400);
        return json(answer).path("error").stringValue();
    }
}
