// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine was seen to do when it installs and updates (device protocol: install). */
final class AppPhoneTest {
    private static final String BASE = "http://server/a/p/apps/download/";

    private final Map<String, String> files = new HashMap<>();
    private final AppPhone phone = new AppPhone(this::answer, Engine.USUAL, "phone-1");

    private Network.Reply answer(URI address, Map<String, String> headers) {
        String content = files.get(address.toString());
        return content == null
                ? new Network.Reply(404, new byte[0])
                : new Network.Reply(content.startsWith("406") ? 406 : 200, content.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String build, int version, int firstForm, int secondForm) {
        String folder = BASE + build + "/";
        files.put(folder + "profile.ccpr", profile(build, version, "app", 2));
        files.put(
                folder + "suite.xml",
                "<suite version='" + version + "'>" + resource("xform", "f1", firstForm, "./forms-0.xml")
                        + resource("xform", "f2", secondForm, folder + "forms-1.xml")
                        + resource("locale", "texts", version, "./app_strings.txt") + "</suite>");
        for (String name : new String[] {"forms-0.xml", "forms-1.xml", "app_strings.txt"}) {
            files.put(folder + name, build + " " + name);
        }
    }

    private static String profile(String build, int version, String app, int major) {
        return "<profile version='" + version + "' update='" + BASE + "app/profile.ccpr?latest=true' requiredMajor='"
                + major + "' requiredMinor='53' uniqueid='" + app + "' name='A'>"
                + "<property key='PostURL' value='http://server/post' force='true'/>"
                + resource("suite", "suite", version, BASE + build + "/suite.xml") + "</profile>";
    }

    private static String resource(String kind, String id, int version, String remote) {
        return "<" + kind + "><resource id='" + id + "' version='" + version
                + "'><location authority='local'>./nowhere</location><location authority='remote'>" + remote
                + "</location></resource></" + kind + ">";
    }

    private void latest(String build, String username) {
        files.put(
                BASE + "app/profile.ccpr?latest=true" + (username.isEmpty() ? "" : "&username=" + username),
                files.getOrDefault(BASE + build + "/profile.ccpr", ""));
    }

    @Test
    void itFetchesAllThatTheProfileLeadsTo() throws InstallRefused {
        publish("one", 3, 1, 3);
        phone.install(BASE + "one/profile.ccpr");
        assertThat(phone.version()).isEqualTo(3);
        assertThat(phone.property("PostURL")).contains("http://server/post");
        assertThat(phone.table().keySet())
                .containsExactlyInAnyOrder("commcare-application-profile", "suite", "f1", "f2", "texts");
        assertThat(phone.takeRequests())
                .containsExactly(
                        BASE + "one/profile.ccpr",
                        BASE + "one/suite.xml",
                        BASE + "one/forms-0.xml",
                        BASE + "one/forms-1.xml",
                        BASE + "one/app_strings.txt");
    }

    @Test
    void anUpdateFetchesOnlyWhatHasAHigherNumber() throws InstallRefused {
        publish("one", 3, 1, 3);
        phone.install(BASE + "one/profile.ccpr");
        phone.takeRequests();
        publish("two", 5, 1, 5);
        latest("two", "amina");
        assertThat(phone.update("amina")).isTrue();
        assertThat(phone.version()).isEqualTo(5);
        assertThat(phone.takeRequests())
                .containsExactly(
                        BASE + "app/profile.ccpr?latest=true&username=amina",
                        BASE + "two/suite.xml",
                        BASE + "two/forms-1.xml",
                        BASE + "two/app_strings.txt");
        assertThat(new String(Objects.requireNonNull(phone.table().get("f1")).content(), StandardCharsets.UTF_8))
                .isEqualTo("one forms-0.xml");
    }

    @Test
    void itNeverGoesDown() throws InstallRefused {
        publish("two", 5, 1, 5);
        phone.install(BASE + "two/profile.ccpr");
        publish("one", 3, 1, 3);
        latest("one", "");
        assertThat(phone.update("")).isFalse();
        assertThat(phone.version()).isEqualTo(5);
    }

    @Test
    void whatCannotBeFetchedLeavesTheOldVersionWhole() throws InstallRefused {
        publish("one", 3, 1, 3);
        phone.install(BASE + "one/profile.ccpr");
        publish("two", 5, 1, 5);
        latest("two", "");
        files.remove(BASE + "two/forms-1.xml");
        assertThatThrownBy(() -> phone.update(""))
                .isInstanceOf(InstallRefused.class)
                .hasMessageContaining("f2");
        assertThat(phone.version()).isEqualTo(3);
        assertThat(Objects.requireNonNull(phone.table().get("texts")).version()).isEqualTo(3);
    }

    @Test
    void itRefusesAnotherAppAnotherEngineAndWhoeverAsksToSignIn() throws InstallRefused {
        publish("one", 3, 1, 3);
        phone.install(BASE + "one/profile.ccpr");
        files.put(BASE + "app/profile.ccpr?latest=true", profile("one", 9, "other", 2));
        assertThatThrownBy(() -> phone.update("")).hasMessageContaining("another app");
        files.put(BASE + "app/profile.ccpr?latest=true", profile("one", 9, "app", 3));
        assertThatThrownBy(() -> phone.update("")).hasMessageContaining("needs 3.53");
        files.put(BASE + "app/profile.ccpr?latest=true", "406 sign in");
        assertThatThrownBy(() -> phone.update("")).hasMessageContaining("sign in");
    }

    @Test
    void theCommandKeepsWhatItInstalledInAFolder(@TempDir Path folder) throws IOException {
        publish("one", 3, 1, 3);
        String home = folder.resolve("phone").toString();
        assertThat(said("install", home, BASE + "one/profile.ccpr")).startsWith("version 3\nget ");
        publish("two", 5, 1, 5);
        latest("two", "amina");
        assertThat(said("update", home, "amina")).startsWith("version 5\n").doesNotContain("forms-0.xml");
        assertThat(said("update", home, "nobody")).startsWith("refused no profile");
    }

    private String said(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InstallCommand.run(List.of(arguments), this::answer, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
