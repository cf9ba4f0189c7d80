// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Phones that stop in the middle of a form, by bad luck or on purpose. */
@ExtendWith(WholeServer.class)
final class SlowBodyTest {
    private static final int STALLED = 200;

    @Test
    void whoSaysNothingMoreIsLetGoAndHoldsUpNobody(Server server) throws IOException {
        Place place = Place.of(server, "slow");
        String amina = place.worker("amina");
        Phone phone = place.phone("amina");
        phone.submit(FormXml.visit("first", amina).text());
        List<Socket> stalled = new ArrayList<>();
        try {
            Instant begin = Instant.now();
            for (int i = 0; i < STALLED; i++) {
                stalled.add(stall(phone));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(phone.submit(FormXml.visit("beside-" + i, amina).text())
                                .statusCode())
                        .isEqualTo(201);
            }
            for (Socket socket : stalled) {
                String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close");
            }
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Server.STALL.multipliedBy(5));
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static Socket stall(Phone phone) throws IOException {
        Socket socket = new Socket("localhost", phone.client().port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("POST /a/" + phone.project() + "/receiver/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                + phone.authorization() + "\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<")
                        .getBytes(UTF_8));
        return socket;
    }
}
