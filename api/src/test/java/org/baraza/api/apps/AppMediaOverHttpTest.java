// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Pictures, sounds and films of an app: sent one by one, found missing, gone to phones. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppMediaOverHttpTest {
    private static final String ICON = "jr://file/commcare/image/icon.png";
    private static final String SOUND = "jr://file/commcare/audio/icon.mp3";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};
    private static final byte[] PLAYED = {'I', 'D', '3', 4, 0, 0};

    private Place place;
    private Place other;
    private String appId;

    @BeforeAll
    void places(Server server) {
        place = Place.of(server, "app-media");
        other = Place.of(server, "app-media-elsewhere");
    }

    @BeforeEach
    void anAppWhoseMenuHasAnIconAndASound() {
        appId = AppImports.imported(place, "With an icon", """
                        {"name": "With an icon", "langs": ["en"], "modules": [{"doc_type": "Module", "unique_id": "m",
                         "name": {"en": "Visits"}, "media_image": {"en": "%s"}, "media_audio": {"en": "%s"}, "forms": []}]}
                        """.formatted(ICON, SOUND));
    }

    private HttpResponse<String> sent(Place who, String kind, String path, byte[] content) {
        return who.client()
                .send(
                        "POST",
                        "/a/" + who.name() + "/apps/" + appId + "/multimedia/uploaded/" + kind + "/",
                        new Multipart()
                                .file("Filedata", "any.bin", "application/octet-stream", content)
                                .field("path", path)
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        who.authorization());
    }

    private JsonNode media(boolean missingOnly, String page) {
        return place.graphQl()
                .ask(
                        "query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { version media(missingOnly: "
                                + missingOnly + page
                                + ") { totalCount pageInfo { hasNextPage endCursor } nodes { path kind"
                                + " file { address contentType length } places { place menuId formId } } } } } }",
                        Map.of("p", place.name(), "a", appId))
                .at("/project/app");
    }

    @Test
    void aPictureIsShownUnderItsPathAndIsNotMissingAnyMore() {
        assertThat(media(true, "").at("/media/totalCount").asInt()).isEqualTo(2);

        JsonNode answer = json(sent(place, "image", ICON, PICTURE));

        assertThat(answer.path("errors")).isEmpty();
        assertThat(answer.at("/ref/path").asString()).isEqualTo(ICON);
        assertThat(answer.path("version").asInt())
                .isEqualTo(media(false, "").path("version").asInt());
        JsonNode missing = media(true, "").path("media");
        assertThat(missing.path("totalCount").asInt()).isEqualTo(1);
        assertThat(missing.at("/nodes/0/path").asString()).isEqualTo(SOUND);
        assertThat(missing.at("/nodes/0/kind").asString()).isEqualTo("AUDIO");
        assertThat(missing.at("/nodes/0/places/0/place").asString()).isEqualTo("Visits");
        JsonNode shown = media(false, "").at("/media/nodes/1");
        assertThat(shown.at("/file/contentType").asString()).isEqualTo("image/png");
        assertThat(shown.at("/file/length").asInt()).isEqualTo(PICTURE.length);
        String address = shown.at("/file/address").asString();
        assertThat(address).isEqualTo(answer.at("/ref/url").asString()).endsWith("/icon.png");
        HttpResponse<byte[]> fetched = place.client().download(address);
        assertThat(fetched.body()).isEqualTo(PICTURE);
        String etag = fetched.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = place.client().download(address, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
    }

    @Test
    void theListComesInPages() {
        JsonNode first = media(false, ", first: 1").path("media");
        String cursor = first.at("/pageInfo/endCursor").asString();
        JsonNode second = media(false, ", first: 1, after: \"" + cursor + "\"").path("media");

        assertThat(first.at("/nodes/0/path").asString()).isEqualTo(SOUND);
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(second.at("/nodes/0/path").asString()).isEqualTo(ICON);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.path("totalCount").asInt()).isEqualTo(2);
    }

    @Test
    void anotherContentHasAnotherVersionOnPhones() {
        sent(place, "audio", SOUND, PLAYED);
        int before = entry(SOUND).path("version").asInt();
        sent(place, "audio", SOUND, PLAYED);
        assertThat(entry(SOUND).path("version").asInt()).as("the same content").isEqualTo(before);
        sent(place, "audio", SOUND, new byte[] {'I', 'D', '3', 4, 0, 1});
        assertThat(entry(SOUND).path("version").asInt()).isGreaterThan(before);
    }

    private JsonNode entry(String path) {
        return place.graphQl()
                .ask(
                        "query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { document } } }",
                        Map.of("p", place.name(), "a", appId))
                .at("/project/app/document/multimedia_map")
                .path(path);
    }

    @Test
    void whatPhonesCannotShowIsRefusedWithTheReason() {
        refused("image", ICON, "<html></html>".getBytes(UTF_8), "The content of the file is not what its name says.");
        refused("image", SOUND, PICTURE, "ends as names of image files do");
        refused("video", "jr://file/commcare/../x.mp4", PICTURE, "ends as names of video files do");
        refused("audio", "/etc/a.mp3", PLAYED, "begins with jr://file/commcare/");
        refused("image", ICON, new byte[0], "Filedata is required");
        assertThat(media(true, "").at("/media/totalCount").asInt()).isEqualTo(2);
    }

    private void refused(String kind, String path, byte[] content, String reason) {
        HttpResponse<String> answer = sent(place, kind, path, content);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors")).hasSize(1);
        assertThat(json(answer).at("/errors/0").asString()).contains(reason);
    }

    @Test
    void nobodySendsToAnAppOfAnotherProject() {
        assertThat(sent(other, "image", ICON, PICTURE).statusCode())
                .as("an app of another project")
                .isEqualTo(404);
        assertThat(media(true, "").at("/media/totalCount").asInt()).isEqualTo(2);
    }

    @Test
    void scriptsReadWhereMediaAreNamedAsInCommCareHq() {
        sent(place, "image", ICON, PICTURE);

        JsonNode map = json(map("?json=1"));
        JsonNode missing = json(map("?json=1&only_missing=true"));

        assertThat(map.path("total").asInt()).isEqualTo(2);
        assertThat(map.path("references")).hasSize(2);
        assertThat(map.at("/object_map").path(ICON).path("media_type").asString())
                .isEqualTo("CommCareImage");
        assertThat(missing.path("total").asInt()).isEqualTo(1);
        JsonNode reference = missing.at("/references/0");
        assertThat(reference.path("path").asString()).isEqualTo(SOUND);
        assertThat(reference.path("missing").asBoolean()).isTrue();
        assertThat(reference.path("m_id").isNull()).isTrue();
        assertThat(reference.path("is_menu_media").asBoolean()).isTrue();
        assertThat(reference.at("/module/unique_id").asString()).isEqualTo("m");
    }

    private HttpResponse<String> map(String query) {
        return place.client()
                .get(
                        "/a/" + place.name() + "/apps/" + appId + "/multimedia/map/" + query,
                        "Authorization",
                        place.authorization());
    }

    @Test
    void whatIsNotWhatItsNameSaysIsLeftOutOfAnArchive() {
        HttpResponse<String> sent = SentMedia.send(
                place,
                appId,
                Map.of("commcare/image/icon.png", "no picture".getBytes(UTF_8), "commcare/audio/icon.mp3", PLAYED));
        String id = json(sent).path("processing_id").asString();
        JsonNode status = json(place.client()
                .get(
                        "/a/" + place.name() + "/apps/api/" + appId + "/multimedia/status/" + id + "/",
                        "Authorization",
                        place.authorization()));
        assertThat(status.at("/matched_files/CommCareAudio/0/path").asString()).isEqualTo(SOUND);
        assertThat(status.at("/unmatched_files/0/path").asString()).isEqualTo("commcare/image/icon.png");
        assertThat(status.at("/unmatched_files/0/reason").asString())
                .isEqualTo("The content of the file is not what its name says.");
    }
}
