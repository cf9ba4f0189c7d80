// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a mobile worker works and with whom belongs to what is told of her, so the feed has every change of it. */
final class BelongingIsToldTest {
    private final World world = new World();
    private final Organisation demo =
            new Organisation(world, world.project("demo", world.webUser("admin@example.org")));

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> toldSince(int before) {
        List<String> all = demo.in(() -> world.transactions.read(tx ->
                tx.sql().fetch("select document_id from feed.change where kind = 'user' order by change_id").stream()
                        .map(row -> row.get(0, String.class))
                        .toList()));
        return all.subList(before, all.size());
    }

    @Test
    void aNewLocationAnotherPrimaryOneAndNoneAreToldOfAWorker() {
        demo.level("District", "district", "", false, false);
        String one = demo.place("One", "district", "").locationId();
        String two = demo.place("Two", "district", "").locationId();
        String nia = world.worker(demo.who, "nia").userId();
        int before = toldSince(0).size();

        demo.assign(nia, one);
        assertThat(toldSince(before)).containsExactly(nia);
        demo.assign(nia, one, two);
        demo.in(() -> demo.assignments.set(demo.who, nia, new Assigned(List.of(one, two), two)));
        assertThat(toldSince(before)).containsExactly(nia, nia, nia);
        demo.assign(nia);
        assertThat(toldSince(before)).containsExactly(nia, nia, nia, nia);
    }

    @Test
    void whoComesIntoAGroupOrLeavesItIsToldAndNobodyElse() {
        String nia = world.worker(demo.who, "nia").userId();
        String amina = world.worker(demo.who, "amina").userId();
        int before = toldSince(0).size();

        Group group = demo.group("Both", false, nia, amina);
        assertThat(toldSince(before)).containsExactlyInAnyOrder(nia, amina);
        demo.in(() -> demo.groups.edit(demo.who, group.groupId(), wish -> wish.withUserIds(List.of(nia))));
        assertThat(toldSince(before + 2)).containsExactly(amina);
    }
}
