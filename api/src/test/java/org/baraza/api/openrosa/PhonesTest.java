// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.phone.Block;
import org.baraza.phone.FormXml;
import org.baraza.phone.PayloadReader;
import org.baraza.phone.Phone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to phones in the field, over HTTP: two of one worker, one that gets lost, one that is not what it says. */
@ExtendWith(WholeServer.class)
final class PhonesTest {
    private Place place;
    private String userId;

    @BeforeEach
    void open(Server server) {
        place = Place.of(server, "phones-" + UUID.randomUUID().toString().substring(0, 8));
        userId = place.worker("amina");
    }

    /** A phone of the worker, with a name of its own. */
    private final class Handset {
        final String name;
        Phone phone = new Phone(userId);

        Handset(String name) {
            this.name = name;
        }

        void fillIn(Block... blocks) {
            phone.fillIn(List.of(blocks));
            List<String> headers = new ArrayList<>(List.of("X-OpenRosa-Version", "3.0"));
            phone.token().ifPresent(token -> headers.addAll(List.of("X-CommCareHQ-LastSyncToken", token)));
            String form = FormXml.of(UUID.randomUUID().toString(), userId, List.of(blocks));
            HttpResponse<String> answer = place.phone("amina")
                    .post("receiver/", Multipart.TYPE, Multipart.of(form).bytes(), headers.toArray(String[]::new));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }

        /** Gives the status; a payload is on the phone then. */
        int sync() {
            phone.purge();
            return ask(phone.token()
                    .map(token -> "&since=" + token + "&state=" + phone.state())
                    .orElse(""));
        }

        /** As phones do that were told that they and the server do not agree. */
        int recover() {
            phone.startOver();
            return ask("");
        }

        private int ask(String standing) {
            HttpResponse<String> answer = place.client()
                    .get(
                            "/a/" + place.name() + "/phone/restore/?version=2.0&items=true&device_id=" + name
                                    + "&user_id=" + userId + standing,
                            "Authorization",
                            place.phone("amina").authorization());
            if (answer.statusCode() == 200) {
                byte[] payload = answer.body().getBytes(StandardCharsets.UTF_8);
                phone.take(PayloadReader.read(new ByteArrayInputStream(payload)));
            }
            return answer.statusCode();
        }
    }

    private Block open(String id) {
        return Block.of(id).creating("thing", "Name", userId);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void twoPhonesOfOneWorkerLearnFromEachOther() {
        String first = fresh();
        String second = fresh();
        Handset one = new Handset("one");
        Handset two = new Handset("two");
        assertThat(one.sync()).isEqualTo(200);
        assertThat(two.sync()).isEqualTo(200);
        one.fillIn(open(first));
        two.fillIn(open(second));

        assertThat(one.sync()).isEqualTo(200);
        assertThat(two.sync()).isEqualTo(200);
        assertThat(one.phone.ids()).containsExactlyInAnyOrder(first, second);
        assertThat(two.phone.ids()).containsExactlyInAnyOrder(first, second);

        two.fillIn(Block.of(first).closing());
        assertThat(two.sync()).isEqualTo(200);
        assertThat(two.phone.ids()).containsExactly(second);
        assertThat(one.sync()).isEqualTo(200);
        one.phone.purge();
        assertThat(one.phone.ids()).containsExactly(second);
        assertThat(one.sync()).isEqualTo(200);
    }

    @Test
    void aNewPhoneGetsWhatTheLostOneHadSent() {
        String kept = fresh();
        Handset lost = new Handset("lost");
        assertThat(lost.sync()).isEqualTo(200);
        lost.fillIn(open(kept));
        String token = lost.phone.token().orElseThrow();

        Handset replacement = new Handset("replacement");
        assertThat(replacement.sync()).isEqualTo(200);
        assertThat(replacement.phone.ids()).containsExactly(kept);
        replacement.fillIn(Block.of(kept).setting("n", "1"));
        assertThat(replacement.sync()).isEqualTo(200);

        // and when the lost one is found again, it goes on from where it stood
        assertThat(lost.phone.token()).hasValue(token);
        assertThat(lost.sync()).isEqualTo(200);
        assertThat(lost.phone.property(kept, "n")).hasValue("1");
    }

    @Test
    void aPhoneThatHoldsSomethingElseBeginsAnewAndThenContinues() {
        String known = fresh();
        Handset handset = new Handset("one");
        assertThat(handset.sync()).isEqualTo(200);
        handset.fillIn(open(known));
        assertThat(handset.sync()).isEqualTo(200);
        // a form that never reached the server and is not in the queue any more
        handset.phone.fillIn(List.of(open(fresh())));

        assertThat(handset.sync()).isEqualTo(412);
        assertThat(handset.phone.ids()).hasSize(2);
        assertThat(handset.recover()).isEqualTo(200);
        assertThat(handset.phone.ids()).containsExactly(known);
        handset.fillIn(Block.of(known).setting("n", "2"));
        assertThat(handset.sync()).isEqualTo(200);
        assertThat(handset.phone.ids()).containsExactly(known);
    }
}
