// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs of {@code docs/webhooks.md} on deliveries as they are signed here. */
final class WebhookGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "webhooks.md");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String BODY = "{\"village\": \"Kisumu – 1\"}";
    private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);
    private static final String ID = "0195f1c2-7d3e-7b1a-9c55-2f1f5b0c8a10";

    @TempDir
    private Path folder;

    /** What is checked: the secret, the headers and the body, and whether they are genuine. */
    private record Delivery(String secret, Map<String, String> headers, String body, boolean genuine) {
        /** For a program, one line for each part. */
        private String lines() {
            return String.join(
                    "\n",
                    secret,
                    headers.get("webhook-id"),
                    headers.get("webhook-timestamp"),
                    headers.get("webhook-signature"),
                    body);
        }
    }

    private static List<Delivery> deliveries() {
        SecureRandom random = new SecureRandom();
        String secret = Signature.secret(random);
        String former = Signature.secret(random);
        Instant now = Instant.now();
        Map<String, String> headers = Signature.headers(ID, now, BYTES, List.of(secret, former));
        Map<String, String> otherId = new LinkedHashMap<>(headers);
        otherId.put("webhook-id", ID.replace('0', '1'));
        Map<String, String> unsigned = new LinkedHashMap<>(headers);
        unsigned.put("webhook-signature", "v1,");
        Map<String, String> otherVersion = new LinkedHashMap<>(headers);
        otherVersion.computeIfPresent("webhook-signature", (_, signatures) -> signatures.replace("v1,", "v1a,"));
        return List.of(
                new Delivery(secret, headers, BODY, true),
                new Delivery(former, headers, BODY, true),
                new Delivery(Signature.secret(random), headers, BODY, false),
                new Delivery(secret, headers, "{}", false),
                new Delivery(secret, otherId, BODY, false),
                new Delivery(secret, unsigned, BODY, false),
                new Delivery(secret, otherVersion, BODY, false),
                new Delivery(
                        secret,
                        Signature.headers(ID, now.minus(Duration.ofMinutes(6)), BYTES, List.of(secret)),
                        BODY,
                        false));
    }

    @Test
    void theJavaScriptProgramTellsWhatIsGenuine() throws Exception {
        check("js", "check.mjs", """
                import { readFileSync } from 'node:fs'
                import { isGenuine } from './webhook.mjs'
                for (const file of process.argv.slice(2)) {
                  const [secret, id, timestamp, signature, ...body] = readFileSync(file, 'utf8').split('\\n')
                  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
                  console.log(isGenuine(secret, headers, Buffer.from(body.join('\\n'))))
                }
                """, "webhook.mjs", List.of("node", "check.mjs"));
    }

    /** Where there is a Python: the build needs none. */
    @Test
    void thePythonProgramTellsWhatIsGenuine() throws Exception {
        boolean installed = pythonIsInstalled();
        assertThat(program("python")).contains("def is_genuine(");
        if (installed) {
            check("python", "check.py", """
                    import sys
                    from webhook import is_genuine
                    for file in sys.argv[1:]:
                        secret, id, timestamp, signature, body = open(file, encoding="utf-8").read().split("\\n", 4)
                        headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
                        print(str(is_genuine(secret, headers, body.encode())).lower())
                    """, "webhook.py", List.of("python3", "check.py"));
        }
    }

    private static boolean pythonIsInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void theJavaProgramTellsWhatIsGenuine() throws Exception {
        check("java", "Check.java", """
                import java.nio.file.*;
                public class Check {
                    public static void main(String[] files) throws Exception {
                        for (String file : files) {
                            String[] told = Files.readString(Path.of(file)).split("\\n", 5);
                            System.out.println(Webhook.isGenuine(
                                    told[0], told[1], told[2], told[3], told[4].getBytes("UTF-8")));
                        }
                    }
                }
                """, "Webhook.java", List.of(JAVA, "Check.java"));
    }

    private void check(String language, String harness, String code, String file, List<String> command)
            throws Exception {
        Files.writeString(folder.resolve(harness), code);
        Files.writeString(folder.resolve(file), program(language));
        List<String> line = new ArrayList<>(command);
        List<Delivery> deliveries = deliveries();
        for (int number = 0; number < deliveries.size(); number++) {
            Path told = folder.resolve("delivery" + number);
            Files.writeString(told, deliveries.get(number).lines());
            line.add(told.toString());
        }
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactlyElementsOf(deliveries.stream()
                        .map(delivery -> Boolean.toString(delivery.genuine()))
                        .toList());
    }

    private static String program(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).as("a program in " + language).isTrue();
        return block.group(1);
    }
}
