// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.apps.checks.Place;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Where an app names its media. */
final class MediaReferencesTest {
    private static final String FILE = "jr://file/commcare/";
    private static final String SOURCE = """
            <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
              xmlns:jr="http://openrosa.org/javarosa"><h:head><model><instance><data xmlns="urn:f"><name/><sex/></data></instance>
              <bind nodeset="/data/name" jr:constraintMsg="jr:itext('name-message')"/>
              <itext><translation lang="en">
                <text id="name-label"><value>Name</value><value form="image">jr://file/commcare/image/name.png</value></text>
                <text id="name-message"><value>No</value><value form="audio">jr://file/commcare/audio/no.mp3</value></text>
                <text id="sex-f"><value>Female</value><value form="image">jr://file/commcare/image/she.png</value></text>
                <text id="nobody"><value form="video">jr://file/commcare/video/old.mp4</value></text>
              </translation></itext></model></h:head><h:body>
              <group ref="/data"><input ref="/data/name"><label ref="jr:itext('name-label')"/></input>
              <select1 ref="/data/sex"><item><label ref="jr:itext('sex-f')"/><value>f</value></item></select1></group>
            </h:body></h:html>
            """;

    private static WorkingCopy copy() {
        TestApps app = new TestApps()
                .set("{'logo_refs': {'home': {'path': 'jr://file/commcare/logo.png'}}, 'multimedia_map':"
                        + " {'jr://file/commcare/image/unused.png': {}, 'jr://file/commcare/image/name.png': {}}}");
        app.menu("m", "", "{'media_image': {'en': 'jr://file/commcare/image/menu icon.png'}}")
                .form("f", "{'media_audio': {'en': 'jr://file/commcare/audio/form.mp3'}}", SOURCE)
                .form("g", "{}", "no XForm, but jr://file/commcare/image/lost.png");
        return new WorkingCopy(
                new AppSummary("a", "Test", 1, Instant.EPOCH, Instant.EPOCH, "u", null),
                (ObjectNode) app.document(),
                Map.of("f", SOURCE, "g", "no XForm, but jr://file/commcare/image/lost.png"));
    }

    @Test
    void eachPathIsFoundWhereItStands() {
        Map<String, Set<String>> places = MediaReferences.of(copy()).places().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(FILE.length()),
                        entry -> entry.getValue().stream().map(Place::toString).collect(Collectors.toSet())));
        assertThat(places)
                .containsOnly(
                        Map.entry("logo.png", Set.of("app")),
                        Map.entry("image/menu icon.png", Set.of("module m")),
                        Map.entry("audio/form.mp3", Set.of("module m form f")),
                        Map.entry("image/name.png", Set.of("module m form f /data/name")),
                        Map.entry("audio/no.mp3", Set.of("module m form f /data/name")),
                        Map.entry("image/she.png", Set.of("module m form f /data/sex")),
                        Map.entry("video/old.mp4", Set.of("module m form f")),
                        Map.entry("image/lost.png", Set.of("module m form g")),
                        Map.entry("image/unused.png", Set.of()));
    }

    @Test
    void namesOfAnArchiveAreFoundWhateverTheSizeOfTheirLetters() {
        MediaReferences references = MediaReferences.of(copy());
        assertThat(references.named("COMMCARE/Image/Menu Icon.PNG"))
                .isEqualTo(Optional.of(FILE + "image/menu icon.png"));
        assertThat(references.named("/commcare/audio/no.mp3")).isEqualTo(Optional.of(FILE + "audio/no.mp3"));
        assertThat(references.named("commcare/audio/yes.mp3")).isEmpty();
    }
}
