// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baraza.apps.AppVectors;
import org.baraza.apps.BuiltFiles;
import org.baraza.apps.TestApps;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Versions after versions: what phones download again, and what an archive holds. */
final class VersionsTest {

    @Test
    void theSameAppMakesTheSameBytes() throws Exception {
        Build one = chw(7, BuildVersions.NONE, app -> {});
        Build other = chw(7, BuildVersions.NONE, app -> {});

        assertThat(other.files().keySet()).isEqualTo(one.files().keySet());
        one.files()
                .forEach((path, bytes) -> assertThat(
                                Arrays.equals(bytes, other.files().get(path)))
                        .as(path)
                        .isTrue());
        assertThat(archive(one, Optional.empty(), true)).isEqualTo(archive(other, Optional.empty(), true));
    }

    @Test
    void onlyWhatChangedGetsANewNumber() throws Exception {
        Build first = chw(7, BuildVersions.NONE, app -> {});

        Build second = chw(9, first.versions(), app -> {
            ((ObjectNode) app.at("/modules/0/forms/2/actions/close_case/condition")).put("answer", "died");
            ((ObjectNode) app.at("/multimedia_map/jr:~1~1file~1commcare~1image~1module0.png"))
                    .put("multimedia_id", "another");
        });

        BuiltFiles files = new BuiltFiles(second);
        assertThat(files.string("suite.xml", "/suite/xform/resource[@id='form_reg']/@version"))
                .isEqualTo("7");
        assertThat(files.string("suite.xml", "/suite/xform/resource[@id='form_close']/@version"))
                .isEqualTo("9");
        assertThat(files.string("modules-0/forms-2.xml", "//d:data/@version")).isEqualTo("9");
        assertThat(files.string("modules-0/forms-0.xml", "//d:data/@version")).isEqualTo("7");
        assertThat(files.string("media_suite.xml", "/suite/media/resource[@id='media-u01-module0.png']/@version"))
                .isEqualTo("9");
        assertThat(files.string("media_suite.xml", "/suite/media/resource[@id='media-u02-name.png']/@version"))
                .isEqualTo("5");
        assertThat(files.string("suite.xml", "/suite/locale[@language='en']/resource/@version"))
                .isEqualTo("9");
    }

    @Test
    void otherLanguageProfilesRenewEverything() throws Exception {
        Build first = chw(7, BuildVersions.NONE, app -> {});

        Build second = chw(
                8,
                first.versions(),
                app -> app.set("build_profiles", TestApps.object("{'p1': {'name': 'Coast', 'langs': ['sw']}}")));

        assertThat(new BuiltFiles(second).string("suite.xml", "/suite/xform/resource[@id='form_reg']/@version"))
                .isEqualTo("8");
    }

    @Test
    void aLanguageProfileHasFilesInItsLanguagesOnly() throws Exception {
        Build build = chw(
                7,
                BuildVersions.NONE,
                app -> app.set("build_profiles", TestApps.object("{'p1': {'name': 'Coast', 'langs': ['sw']}}")));
        BuiltFiles files = new BuiltFiles(build);

        assertThat(build.files()).doesNotContainKey("p1/en/app_strings.txt");
        assertThat(files.text("p1/default/app_strings.txt", "modules.m0")).contains("Mama");
        assertThat(files.text("p1/default/app_strings.txt", "modules.m1"))
                .as("not translated: whatever there is, because a phone stops at a key without a text")
                .contains("Feedback");
        assertThat(files.string("p1/profile.ccpr", "/profile/@buildProfileID")).isEqualTo("p1");
        assertThat(files.string("p1/profile.ccpr", "/profile/@update")).endsWith("profile.ccpr?latest=true&profile=p1");
        assertThat(files.string("p1/profile.ccpr", "/profile/property[@key='cur_locale']/@value"))
                .isEqualTo("sw");
        assertThat(files.string("p1/suite.xml", "/suite/xform[1]/resource/location[@authority='remote']"))
                .isEqualTo("./modules-0/forms-0.xml?profile=p1");
        assertThat(files.string("p1/modules-0/forms-0.xml", "count(//x:translation)"))
                .isEqualTo("1");
        assertThat(files.string("p1/modules-0/forms-0.xml", "//x:text[@id='phone-constraintMsg']/x:value"))
                .as("the default language has every text, from another one if need be")
                .isEqualTo("9 to 12 digits");
    }

    @Test
    void anArchiveHoldsTheFilesAndTheMediaAsTheyAre() throws Exception {
        Build build = chw(
                7,
                BuildVersions.NONE,
                app -> app.set("build_profiles", TestApps.object("{'p1': {'name': 'Coast', 'langs': ['sw']}}")));

        Map<String, Integer> with = entries(archive(build, Optional.empty(), true));
        Map<String, Integer> without = entries(archive(build, Optional.empty(), false));
        Map<String, Integer> ofProfile = entries(archive(build, Optional.of("p1"), true));

        assertThat(with)
                .containsKeys("profile.ccpr", "suite.xml", "media_suite.xml", "modules-0/forms-0.xml")
                .doesNotContainKeys("profile.xml", "media_profile.ccpr", "media_profile.xml")
                .containsEntry("commcare/image/module0.png", ZipEntry.STORED);
        assertThat(with.keySet()).noneMatch(name -> name.startsWith("p1/"));
        assertThat(without).doesNotContainKeys("media_suite.xml", "commcare/image/module0.png");
        assertThat(ofProfile).containsKeys("sw/app_strings.txt").doesNotContainKeys("en/app_strings.txt");
    }

    @Test
    void aPackageOfTheClientHasProfilesOfItsOwn() throws Exception {
        TestApps app = new TestApps().set("{'target_commcare_flavor': 'commcare_lts'}");
        app.menu("m", "", "{}").form("f", "{}");

        BuiltFiles files = app.files();

        assertThat(files.string("profile-commcare_lts.ccpr", "/profile/property[@key='target-package-id']/@value"))
                .isEqualTo("org.commcare.lts");
        assertThat(files.string("media_profile-commcare.ccpr", "/profile/property[@key='target-package-id']/@value"))
                .isEqualTo("org.commcare.dalvik");
    }

    private interface Change {
        void of(ObjectNode document);
    }

    private static Build chw(int version, BuildVersions previous, Change change) throws CannotBuild {
        AppImport.Imported imported = AppVectors.imported("01-chw");
        change.of(imported.document());
        App app = App.of(imported.document());
        BuildContext context =
                BuildContext.first("https://hq.example", "demo", "app1", "build" + version, version, app.engine());
        return Compiler.compile(app, FormSources.of(imported.sources()), context.after(previous));
    }

    private static byte[] archive(Build build, Optional<String> profile, boolean media) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<Ccz.MediaBytes> bytes = media
                ? Optional.of(file -> new ByteArrayInputStream(file.path().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
        Ccz.write(build, profile, bytes, out);
        return out.toByteArray();
    }

    private static Map<String, Integer> entries(byte[] archive) throws Exception {
        Map<String, Integer> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), entry.getMethod());
            }
        }
        return entries;
    }
}
