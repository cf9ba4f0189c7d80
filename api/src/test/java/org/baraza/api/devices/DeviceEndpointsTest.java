// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.devices.DeviceActivity;
import org.baraza.testing.FormXml;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What phones ask beside forms and restores, over HTTP. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeviceEndpointsTest {
    private static final String OPENROSA = "http://openrosa.org/http/response";

    private final Contract contract = new Contract();
    private Server server;
    private Place place;
    private Phone phone;
    private String amina;

    @BeforeAll
    void aProject(Server whole) {
        server = whole;
        place = Place.of(whole, "devices");
        amina = place.worker("amina");
        phone = place.phone("amina@devices.commcarehq.org");
    }

    private HttpResponse<String> get(String path) {
        return get(phone.authorization(), path);
    }

    private HttpResponse<String> get(String authorization, String path) {
        return place.client().get("/a/devices/phone/" + path, "Authorization", authorization);
    }

    private JsonNode ask(String mutation) {
        return place.graphQl().ask("mutation { " + mutation + " }", Map.of());
    }

    @Test
    void aHeartbeatIsAnsweredWithWhatThereIsToInstall() {
        HttpResponse<String> off = get("heartbeat/build-1/?app_id=quiet%20app&device_id=h1");
        contract.holds("get", "/a/{domain}/phone/heartbeat/{build_id}", off);
        assertThat(json(off).toString())
                .isEqualTo("{\"app_id\":\"quiet app\",\"latest_apk_version\":{},\"latest_ccz_version\":{},"
                        + "\"force_logs\":false}");
        ask("setAppUpdatePrompts(input: {project: \"devices\", appId: \"loud\", commcarePrompt: ON, "
                + "commcareVersion: \"2.56\", appPrompt: FORCED, appVersion: 41}) { userErrors { code } }");
        HttpResponse<String> on = get("heartbeat/build-1?app_id=loud&device_id=h1&app_version=41");
        contract.holds("get", "/a/{domain}/phone/heartbeat/{build_id}", on);
        assertThat(json(on).path("latest_apk_version").toString()).isEqualTo("{\"value\":\"2.56\",\"force\":false}");
        assertThat(json(on).path("latest_ccz_version").toString()).isEqualTo("{\"value\":\"41\",\"force\":true}");
        ask("setAppUpdatePrompts(input: {project: \"devices\", appId: \"newest\", commcarePrompt: ON, "
                + "appPrompt: ON}) { userErrors { code } }");
        assertThat(json(get("heartbeat/b/?app_id=newest")).path("latest_ccz_version"))
                .isEmpty();
        assertThat(get("heartbeat/").statusCode()).isEqualTo(404);
        assertThat(get("heartbeat").statusCode()).isEqualTo(404);
        assertThat(place.client().get("/a/devices/phone/heartbeat/b/").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatPhonesSayIsShownAndWhatCannotBeReadIsNot() {
        get("heartbeat/build-7/?app_id=a1&device_id=said&app_version=41&cc_version=2.53.1&num_unsent_forms=3"
                + "&num_quarantined_forms=many&current_drift=-2&last_sync_time=2026-03-01T08:00:00.000%2B03");
        get("heartbeat/build-7/?app_id=a2&device_id=said&app_version=-1&num_unsent_forms=4&current_drift=-2"
                + "&last_sync_time=Sun%20Mar%2001%2008:00:00%20UTC%202026");
        phone.submit(FormXml.visit("d-form", amina).text().replace(">device<", ">said<"));
        get("restore/?version=2.0&device_id=said");
        JsonNode device = devices("search: \"said\"").at("/nodes/0");
        assertThat(device.path("unsentForms").asInt()).isEqualTo(7);
        assertThat(device.path("quarantinedForms").asInt()).isZero();
        assertThat(device.path("driftHours").asInt()).isEqualTo(-2);
        assertThat(device.path("appVersion").asInt()).isEqualTo(41);
        assertThat(device.path("commcareVersion").asString()).isEqualTo("2.53.1");
        assertThat(device.path("attention").toString()).isEqualTo("[\"UNSENT_FORMS\",\"CLOCK_WRONG\"]");
        assertThat(device.path("user").path("username").asString()).isEqualTo("amina");
        assertThat(device.path("lastSubmissionOn").asString()).isNotEmpty();
        assertThat(device.path("lastSyncOn").asString()).isNotEmpty();
        JsonNode worker = place.read("mobileWorker(userId: \"" + amina
                        + "\") { lastSyncOn lastHeartbeatOn devices { deviceId unsentForms } }")
                .path("mobileWorker");
        assertThat(worker.path("lastSyncOn")).isEqualTo(device.path("lastSyncOn"));
        assertThat(worker.path("lastHeartbeatOn")).isEqualTo(device.path("lastHeartbeatOn"));
        assertThat(worker.path("devices").toString()).contains("{\"deviceId\":\"said\",\"unsentForms\":7}");
    }

    private JsonNode devices(String filter) {
        server.bean(DeviceActivity.class).flush();
        return place.read(
                        "devices(filter: {" + filter + "}) { totalCount nodes { deviceId unsentForms quarantinedForms "
                                + "driftHours appVersion commcareVersion attention lastSubmissionOn lastSyncOn lastHeartbeatOn "
                                + "logsRequestedOn user { username } } }")
                .path("devices");
    }

    @Test
    void aLogThatIsWantedIsAskedForUntilItComes() {
        get("heartbeat/b/?app_id=a&device_id=logger");
        server.bean(DeviceActivity.class).flush();
        String request = "requestDeviceLogs(input: {project: \"devices\", userId: \"" + amina
                + "\", deviceId: \"%s\"}) { userErrors { code } }";
        assertThat(ask(request.formatted("elsewhere"))
                        .at("/requestDeviceLogs/userErrors/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        ask(request.formatted("logger"));
        assertThat(devices("search: \"logger\"").at("/nodes/0/logsRequestedOn").isNull())
                .isFalse();
        assertThat(json(get("heartbeat/b/?app_id=a&device_id=logger"))
                        .path("force_logs")
                        .asBoolean())
                .isTrue();
        assertThat(json(get("heartbeat/b/?app_id=a&device_id=other"))
                        .path("force_logs")
                        .asBoolean())
                .isFalse();
        report("usual", "receiver/");
        assertThat(json(get("heartbeat/b/?app_id=a&device_id=logger"))
                        .path("force_logs")
                        .asBoolean())
                .isTrue();
        report("wanted", "receiver/?force_logs=true");
        assertThat(json(get("heartbeat/b/?app_id=a&device_id=logger"))
                        .path("force_logs")
                        .asBoolean())
                .isFalse();
        JsonNode logs = place.read("deviceLogs(filter: {deviceId: \"logger\", type: \"forceclose\"}) { totalCount "
                        + "nodes { reportId message username signature appBuild session } }")
                .path("deviceLogs");
        assertThat(logs.path("totalCount").asInt()).isEqualTo(2);
        assertThat(logs.at("/nodes/0/username").asString()).isEqualTo("amina");
        assertThat(logs.at("/nodes/0/appBuild").asString()).isEqualTo("41");
        JsonNode crash = place.read("deviceCrashes(days: 366) { title crashes devices builds signature }")
                .at("/deviceCrashes/0");
        assertThat(crash.path("title").asString())
                .isEqualTo("java.lang.IllegalStateException at org.commcare.App.open");
        assertThat(crash.path("crashes").asInt()).isEqualTo(2);
        assertThat(crash.path("signature")).isEqualTo(logs.at("/nodes/0/signature"));
    }

    private void report(String id, String path) {
        String xml = """
                <device_report xmlns="http://code.javarosa.org/devicereport"><device_id>logger</device_id>
                <report_date>2026-03-01</report_date><app_version>App v41.</app_version>
                <log_subreport><log date="2026-03-01T07:59:00.000Z"><type>user</type><msg>login|amina|%s</msg></log>
                </log_subreport>
                <force_close_subreport><force_close date="2026-03-01T08:00:00Z"><type>forceclose</type>
                <msg>java.lang.IllegalStateException: case %s
                	at org.commcare.App.open(App.java:12)
                	at android.os.Looper.loop(Looper.java:1)</msg>
                <app_build>41</app_build><session_readable>m1</session_readable></force_close></force_close_subreport>
                <n:meta xmlns:n="http://openrosa.org/jr/xforms"><n:instanceID>%s</n:instanceID></n:meta></device_report>
                """.formatted(amina, id, id);
        assertThat(phone.post(path, "text/xml", xml.getBytes(UTF_8)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void measuresAreToldToAnybodyAndGoodForADay() {
        assertThat(measures("none").body()).isEqualTo("{\"app_id\":\"none\"}");
        ask("setAppUpdatePrompts(input: {project: \"devices\", appId: \"broken\", commcarePrompt: OFF, "
                + "commcareVersion: \"2.56\", appPrompt: OFF, appVersion: 41}) { userErrors { code } }");
        JsonNode added = ask("addRecoveryMeasure(input: {project: \"devices\", appId: \"broken\", kind: APP_UPDATE, "
                + "appVersionMin: 30, appVersionMax: 40}) { recoveryMeasure { sequenceNumber } userErrors { code } }");
        int number =
                added.at("/addRecoveryMeasure/recoveryMeasure/sequenceNumber").asInt();
        HttpResponse<String> told = measures("broken");
        contract.holds("get", "/a/{domain}/phone/recovery_measures/{build_id}", told);
        assertThat(told.body())
                .isEqualTo("{\"latest_apk_version\":\"2.56\",\"latest_ccz_version\":41,\"app_id\":\"broken\","
                        + "\"recovery_measures\":[{\"sequence_number\":" + number
                        + ",\"type\":\"app_update\",\"app_version_min\":30,\"app_version_max\":40}]}");
        assertThat(header(told, "Cache-Control")).isEqualTo("public, max-age=86400");
        ask("removeRecoveryMeasure(input: {project: \"devices\", sequenceNumber: " + number
                + "}) { userErrors { code } }");
        assertThat(json(measures("broken")).has("recovery_measures")).isFalse();
        JsonNode next = ask("addRecoveryMeasure(input: {project: \"devices\", appId: \"broken\", kind: CC_UPDATE, "
                + "commcareVersionMin: \"2.9\", commcareVersionMax: \"2.53\"}) { recoveryMeasure { sequenceNumber } }");
        assertThat(next.at("/addRecoveryMeasure/recoveryMeasure/sequenceNumber").asInt())
                .isGreaterThan(number);
        assertThat(place.client()
                        .get("/a/no-such-project/phone/recovery_measures/b/")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> measures(String app) {
        return place.client().get("/a/devices/phone/recovery_measures/b/?app_id=" + app);
    }

    @Test
    void aPhoneGetsTheSameKeyForEver() throws XmlRejected {
        HttpResponse<String> answer = get("keys/?device_id=d");
        assertThat(header(answer, "Content-Type")).startsWith("text/xml");
        XmlElement root = XmlReader.read(answer.body().getBytes(UTF_8), XmlLimits.FORM);
        assertThat(root.namespace()).isEqualTo(OPENROSA);
        XmlElement keys = root.child("auth_keys").orElseThrow();
        assertThat(keys.attribute("domain")).contains("devices");
        XmlElement record = keys.child("key_record").orElseThrow();
        assertThat(record.attribute("valid").orElseThrow()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(record.children()).extracting(XmlElement::name).containsExactly("uuid", "key");
        XmlElement key = record.child("key").orElseThrow();
        assertThat(key.attribute("type")).contains("AES256");
        assertThat(Base64.getDecoder().decode(key.text())).hasSize(32);
        assertThat(uuid(get("keys"))).isEqualTo(uuid(answer));
        assertThat(uuid(get(place.authorization(), "admin_keys/?as=amina@devices.commcarehq.org")))
                .isEqualTo(uuid(answer));
        assertThat(get("admin_keys/?as=amina").statusCode()).isEqualTo(403);
        assertThat(get(place.authorization(), "admin_keys/").statusCode()).isEqualTo(400);
        assertThat(get(place.authorization(), "admin_keys/?as=nobody").statusCode())
                .isEqualTo(404);
    }

    private static String uuid(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("(?s).*<uuid>([^<]*)</uuid>.*", "$1");
    }

    @Test
    void aDemoWorkerIsMadeByHerUserDataAndShownByIt() {
        String id = place.worker("shower");
        String path = "/a/devices/api/v0.5/user/" + id + "/";
        String demo = "{\"user_data\": {\"user_type\": \"demo\", \"village\": \"Ahero\"}}";
        assertThat(place.client()
                        .send("PUT", path, demo, "Authorization", place.authorization())
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(place.client().get(path, "Authorization", place.authorization()))
                        .at("/user_data/user_type")
                        .asString())
                .isEqualTo("demo");
        assertThat(place.read("mobileWorker(userId: \"" + id + "\") { demo userData }")
                        .path("mobileWorker")
                        .toString())
                .isEqualTo("{\"demo\":true,\"userData\":{\"village\":\"Ahero\"}}");
    }

    @Test
    void numbersRunAndASessionKeepsItsOwn() {
        HttpResponse<String> first = get("get_next_id/?pool_id=p&session_id=s1");
        assertThat(header(first, "Content-Type")).startsWith("text/plain");
        assertThat(first.body()).isEqualTo("1");
        assertThat(get("get_next_id?pool_id=p&session_id=s2").body()).isEqualTo("2");
        assertThat(get("get_next_id/?pool_id=p&session_id=s1").body()).isEqualTo("1");
        assertThat(get("get_next_id/?pool_id=p").body()).isEqualTo("3");
        HttpResponse<String> none = get("get_next_id/");
        contract.holds("get", "/a/{domain}/phone/get_next_id", none);
        assertThat(none.statusCode()).isEqualTo(400);
    }
}
