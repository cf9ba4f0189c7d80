// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.devices.DeviceActivity;

/** A phone that was heard of, whose log came and is wanted again. It calls itself by the id of its owner. */
final class TenantDevice {
    private final Place place;
    private final String id;

    TenantDevice(Server server, Place place, Phone phone, String workerId) {
        this.place = place;
        this.id = workerId;
        String heartbeat = "/a/" + place.name() + "/phone/heartbeat/b/?app_id=a&device_id=" + id;
        assertThat(place.client()
                        .get(heartbeat, "Authorization", phone.authorization())
                        .statusCode())
                .isEqualTo(200);
        String report = """
                <device_report xmlns="http://code.javarosa.org/devicereport"><device_id>%s</device_id>
                <log_subreport><log date="2026-03-01T07:59:00Z"><type>user</type><msg>login|amina|%s</msg></log>
                </log_subreport></device_report>
                """.formatted(id, id);
        assertThat(phone.post("receiver/", "text/xml", report.getBytes(UTF_8)).statusCode())
                .isEqualTo(201);
        server.bean(DeviceActivity.class).flush();
        var asked = place.graphQl().ask("""
                mutation($project: String!, $id: String!) {
                  requestDeviceLogs(input: {project: $project, userId: $id, deviceId: $id}) { userErrors { code } }
                }""", Map.of("project", place.name(), "id", id));
        assertThat(asked.at("/requestDeviceLogs/userErrors")).isEmpty();
    }

    String id() {
        return id;
    }

    int newMeasure() {
        return place.graphQl()
                .ask("""
                        mutation($project: String!) {
                          addRecoveryMeasure(input: {project: $project, appId: "a", kind: CC_UPDATE,
                              commcareVersionMin: "2.50", commcareVersionMax: "2.53.1"}) {
                            recoveryMeasure { sequenceNumber }
                          } }""", Map.of("project", place.name()))
                .at("/addRecoveryMeasure/recoveryMeasure/sequenceNumber")
                .asInt();
    }
}
