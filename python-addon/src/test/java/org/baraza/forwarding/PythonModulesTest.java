// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.python.PythonModules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Modules in Python where the server's scripts work: what they make, and that they get at nothing. */
final class PythonModulesTest {
    private static final Transformation PYTHON = new PythonModules();

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final Workshop workshop = new Workshop(Duration.ofSeconds(3), Duration.ofMinutes(3));

    private static Source source(String id) {
        Payload plain = new Payload("application/json", Map.of("received-on", "now"), Map.of(), new byte[] {'{', '}'});
        ObjectNode json = (ObjectNode)
                JsonMapper.shared().readTree("{\"id\": \"" + id + "\", \"form\": {\"name\": \"Amina Ö\", \"age\": 3}}");
        return new Source("demo", id, json, plain);
    }

    private Map<String, Making> made(String module, String... ids) {
        return ProjectScope.in(
                project,
                () -> workshop.make(
                        PYTHON,
                        module,
                        Stream.of(ids).map(PythonModulesTest::source).toList(),
                        Workshop.Purpose.DELIVERY));
    }

    private static String text(@Nullable Making making) {
        assertThat(making).isInstanceOf(Making.Made.class);
        return new String(
                ((Making.Made) Objects.requireNonNull(making)).payload().body(), StandardCharsets.UTF_8);
    }

    private static String reason(@Nullable Making making) {
        assertThat(making).isInstanceOf(Making.Failed.class);
        return ((Making.Failed) Objects.requireNonNull(making)).reason();
    }

    @Test
    void aFunctionMakesWhatIsSent() {
        Map<String, Making> made = made("""
                def get_payload(record, doc):
                    if record.payload_id == "none":
                        return None
                    if record.payload_id == "bad":
                        return doc["form"]["nothing"]
                    return {"id": doc.id, "name": doc["form"]["name"], "in": record.domain}
                """, "f1", "none", "bad");
        assertThat(JsonMapper.shared().readTree(text(made.get("f1"))))
                .isEqualTo(JsonMapper.shared().readTree("{\"id\": \"f1\", \"name\": \"Amina Ö\", \"in\": \"demo\"}"));
        assertThat(text(made.get("none"))).isEmpty();
        assertThat(reason(made.get("bad"))).startsWith("Line 5: ").contains("KeyError");
    }

    @Test
    void aGeneratorOfCommCareHqWorksAsItIs() {
        Map<String, Making> made = made("""
                import re
                from corehq.motech.repeaters.repeater_generators import BasePayloadGenerator

                class NameGenerator(BasePayloadGenerator):
                    content_type = "text/plain"

                    def get_payload(self, repeat_record, payload_doc):
                        return re.sub(r"\\s.*", "", payload_doc.to_json()["form"]["name"])

                    def get_headers(self):
                        return {"X-Kind": "name"}
                """, "f1");
        assertThat(text(made.get("f1"))).isEqualTo("Amina");
        Payload payload = ((Making.Made) Objects.requireNonNull(made.get("f1"))).payload();
        assertThat(payload.contentType()).isEqualTo("text/plain");
        assertThat(payload.headers()).containsEntry("X-Kind", "name").containsEntry("received-on", "now");
    }

    @Test
    void aFlawSaysWhereItIs() {
        List<Flaw> flaws = ProjectScope.in(project, () -> workshop.flaws(PYTHON, "x = 1\ndef get_payload(record\n"));
        assertThat(flaws)
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.line()).isEqualTo(2));
        assertThat(ProjectScope.in(project, () -> workshop.flaws(PYTHON, "x = 1")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message()).contains("get_payload"));
    }

    @Test
    void nothingOfTheServerIsInReach() {
        String[] tries = {
            "read", "write", "environment", "process", "java", "polyglot", "thread", "wait", "connect", "exit"
        };
        Map<String, Making> made = made("""
                import os, sys, time

                def java():
                    import java
                    return java.type("java.lang.System").getenv().toString()

                def poly():
                    import polyglot
                    return polyglot.eval(language="js", string="1")

                def thread():
                    import threading
                    threading.Thread(target=print).start()
                    return "started"

                def connect():
                    import socket
                    socket.create_connection(("127.0.0.1", 22), 1)
                    return "connected"

                TRIES = {
                    "read": lambda: open("/etc/passwd").read(),
                    "write": lambda: open("/tmp/baraza-python", "w").write("x"),
                    "environment": lambda: os.environ["PATH"],
                    "process": lambda: os.system("true") == 0 and "ran" or 1 / 0,
                    "java": java,
                    "polyglot": poly,
                    "thread": thread,
                    "wait": lambda: time.sleep(100),
                    "connect": connect,
                    "exit": lambda: sys.exit(3),
                }

                def get_payload(record, doc):
                    return str(TRIES[record.payload_id]())
                """, tries);
        for (String one : tries) {
            assertThat(made.get(one)).as(one).isNotInstanceOf(Making.Made.class);
        }
        assertThat(made.get("read")).isInstanceOf(Making.Failed.class);
    }

    @Test
    void whatHasNoEndFailsAndTheRestIsMadeLater() {
        String module = """
                def get_payload(record, doc):
                    kept = []
                    while record.payload_id == "long":
                        pass
                    while record.payload_id == "large":
                        kept.append("x" * 1000000)
                    return "made"
                """;
        Map<String, Making> made = made(module, "f1", "long", "f2");
        assertThat(text(made.get("f1"))).isEqualTo("made");
        assertThat(reason(made.get("long"))).contains("takes longer");
        assertThat(made.get("f2")).isInstanceOf(Making.Later.class);
        assertThat(text(made(module, "f2").get("f2"))).isEqualTo("made");
        assertThat(reason(made(module, "large").get("large"))).isNotBlank();
    }
}
