// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.forwarding.types.CaseType;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The format that the documentation writes is compiled, found and used. */
final class SpiExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\\n(package org.example.forwarding;.*?)```");

    private static void compile(Path folder) throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/forwarding.md")));
        assertThat(example.find()).isTrue();
        Path source = folder.resolve("CaseLines.java");
        Files.writeString(source, example.group(1));
        int outcome = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(outcome).isZero();
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Transformation.class.getName()), "org.example.forwarding.CaseLines");
    }

    private static ForwarderTypes found(Path folder) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return new ForwarderTypes(
                    List.of(CaseType.ALL), List.of(new Moods.Named(CaseType.USUAL, CaseType.ALL.slug())));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void aFormatOfOnesOwnIsFoundAndUsed(@TempDir Path folder) throws Exception {
        compile(folder);
        Transformation lines = found(folder).transformation("case_csv").orElseThrow();
        assertThat(found(folder).format("CaseRepeater", "case_csv")).isPresent();
        Payload plain = Payload.of("application/json", new byte[] {'{', '}'});
        ObjectNode json = (ObjectNode) JsonMapper.shared()
                .readTree("{\"properties\": {\"case_name\": \"Amina \\\"A\\\"\", \"village\": \"Kibera\"}}");
        Workshop workshop = new Workshop(Duration.ofSeconds(1), Duration.ofSeconds(30));
        ProjectId project = new ProjectId(UUID.randomUUID());
        Map<String, Making> made = ProjectScope.in(
                project,
                () -> workshop.make(
                        lines,
                        "case_name, village",
                        List.of(new Source("demo", "c1", json, plain)),
                        Workshop.Purpose.PREVIEW));
        assertThat(made.get("c1"))
                .isInstanceOfSatisfying(
                        Making.Made.class,
                        making -> assertThat(new String(making.payload().body(), StandardCharsets.UTF_8))
                                .isEqualTo("\"Amina \"\"A\"\"\",\"Kibera\"\r\n"));
        assertThat(ProjectScope.in(project, () -> workshop.flaws(lines, "case_name,,village")))
                .isNotEmpty();
    }
}
