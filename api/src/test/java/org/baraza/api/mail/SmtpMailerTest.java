// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.junit.jupiter.api.Test;

final class SmtpMailerTest {
    private static final Mail MAIL = new Mail(
            "nia@example.org", "Invitation to join Afya", "Open this link:\n\nhttps://b.example/app/join/x#s\n");

    @Test
    void aMailGoesToTheOperatorsServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> conversation(server));
            CompletableFuture<Boolean> outcome = new CompletableFuture<>();
            mailer(server.getLocalPort()).send(MAIL, outcome::complete);
            assertThat(outcome.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(received.get(5, TimeUnit.SECONDS))
                    .contains(
                            "RCPT TO:<nia@example.org>", "From: baraza@example.org", "https://b.example/app/join/x#s");
        }
    }

    @Test
    void whereThereIsNoServerNothingIsMailed() {
        Mailer none = new MailWiring().mailer(new MailWiring.Smtp("", 587, "", "", "", true), "");
        assertThat(none.home()).isEmpty();
        assertThatThrownBy(
                        () -> new MailWiring().mailer(new MailWiring.Smtp("mail.example", 587, "", "", "", true), ""))
                .hasMessageContaining("BARAZA_PUBLIC_URL");
        assertThat(mailer(1).home()).contains("https://b.example");
    }

    private static Mailer mailer(int port) {
        return new MailWiring()
                .mailer(
                        new MailWiring.Smtp("127.0.0.1", port, "", "", "baraza@example.org", false),
                        "https://b.example/");
    }

    /** As much of SMTP as one mail needs. */
    private static String conversation(ServerSocket server) {
        StringBuilder said = new StringBuilder();
        try (Socket client = server.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 test\r\n");
            out.flush();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.append(line).append('\n');
                if (data && !line.equals(".")) {
                    continue;
                }
                data = line.equals("DATA");
                out.print(data ? "354 go on\r\n" : line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
                out.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return said.toString();
    }
}
