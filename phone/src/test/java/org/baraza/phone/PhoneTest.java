// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was measured on the real engine, table by table (device engine: purge). */
class PhoneTest {
    private static final String ME = "me";
    private static final String OTHER = "other";

    private static Block open(String id, String owner) {
        return Block.of(id).creating("thing", "Name", owner);
    }

    private static Set<String> kept(Block... blocks) {
        Phone phone = new Phone(ME);
        phone.fillIn(List.of(blocks));
        phone.purge();
        return phone.ids();
    }

    @Test
    void ownOpenCasesStayAndOthersGo() {
        assertThat(kept(
                        open("a", ME),
                        open("b", OTHER),
                        open("c", "-"),
                        open("d", ME).closing()))
                .containsExactly("a");
    }

    @Test
    void parentsStayForTheirChildren() {
        assertThat(kept(open("p", OTHER).closing(), open("c", ME).linking("parent", "p", false)))
                .containsExactly("c", "p");
        assertThat(kept(open("p", ME), open("c", OTHER).linking("parent", "p", false)))
                .containsExactly("p");
    }

    @Test
    void extensionsLiveByTheirHosts() {
        assertThat(kept(
                        open("h", ME),
                        open("e", "-").linking("host", "h", true),
                        open("f", "-").linking("host", "e", true)))
                .containsExactly("e", "f", "h");
        assertThat(kept(open("h", ME), open("e", ME).linking("host", "h", true).closing()))
                .containsExactly("h");
        assertThat(kept(open("h", ME).closing(), open("e", ME).linking("host", "h", true)))
                .isEmpty();
        assertThat(kept(open("h", OTHER), open("e", ME).linking("host", "h", true)))
                .containsExactly("e", "h");
        assertThat(kept(
                        open("h", ME),
                        open("e", "-").linking("host", "h", true).closing(),
                        open("f", ME).linking("host", "e", true)))
                .containsExactly("h");
    }

    @Test
    void aCaseThatIsChildAndExtensionOfOneTargetIsItsChild() {
        assertThat(kept(
                        open("h", ME),
                        open("c", OTHER).linking("host", "h", true).linking("parent", "h", false)))
                .containsExactly("h");
    }

    @Test
    void whatPointsIntoNowhereGoesWithAllThatPointsToIt() {
        assertThat(kept(
                        open("a", ME),
                        open("b", ME).linking("parent", "gone", false),
                        open("c", ME).linking("parent", "b", false)))
                .containsExactly("a");
    }

    @Test
    void theFingerprintIsTheXorOfTheDigests() {
        Phone phone = new Phone(ME);
        assertThat(phone.state()).isEqualTo("ccsh:");
        phone.fillIn(List.of(open("a", ME)));
        assertThat(phone.state()).isEqualTo("ccsh:0cc175b9c0f1b6a831c399e269772661");
        phone.fillIn(List.of(open("b", ME)));
        assertThat(phone.state()).isEqualTo("ccsh:9e2a2a47265f99440b1485951c4671ee");
    }

    @Test
    void aPayloadIsTakenAsAWholeOrNotAtAll() {
        Phone phone = new Phone(ME);
        var payload = new Payload(
                "t", ME, List.of(), List.of(open("a", ME), Block.of("b").setting("n", "1")));
        assertThatThrownBy(() -> phone.take(payload)).isInstanceOf(PayloadRefused.class);
        assertThat(phone.ids()).isEmpty();
        assertThat(phone.token()).isEmpty();
    }
}
