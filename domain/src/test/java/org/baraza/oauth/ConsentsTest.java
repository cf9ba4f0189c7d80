// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConsentsTest {
    private final World world = new World();
    private final WebUser maker = world.webUser("maker@example.org");
    private final WebUser user = world.webUser("user@example.org");

    @AfterEach
    void close() {
        world.close();
    }

    /** A program that the user lets act for her. */
    private void agreed(String name) {
        ApplicationWish wish = new ApplicationWish(
                Application.Kind.PUBLIC,
                name,
                List.of("https://" + name + ".example.org/back"),
                Set.of("access_apis"),
                Optional.empty(),
                Optional.empty());
        String clientId =
                world.node.applications.register(maker, wish).application().clientId();
        world.node.consents.agree(user.userId(), clientId, Set.of("access_apis"));
    }

    @Test
    void programsThatActForSomebodyComeInPagesTheLatestFirst() {
        List.of("first", "second", "third").forEach(name -> {
            world.clock.pass(Duration.ofSeconds(1));
            agreed(name);
        });
        Page<Consent> page = world.node.consents.of(user, new PageRequest(2, "", true));
        assertThat(page.items()).extracting(Consent::name).containsExactly("third", "second");
        assertThat(page.more()).isTrue();
        assertThat(page.total()).hasValue(3);
        Page<Consent> last = world.node.consents.of(
                user, new PageRequest(2, page.items().getLast().cursor(), false));
        assertThat(last.items()).extracting(Consent::name).containsExactly("first");
        assertThat(last.more()).isFalse();
    }

    @Test
    void ofOneMomentNoneIsLostBetweenPages() {
        List.of("one", "two", "three").forEach(this::agreed);
        Page<Consent> page = world.node.consents.of(user, PageRequest.first(1));
        Set<String> seen = new TreeSet<>();
        while (true) {
            page.items().forEach(consent -> assertThat(seen.add(consent.name())).isTrue());
            if (!page.more()) {
                break;
            }
            page = world.node.consents.of(
                    user, new PageRequest(1, page.items().getLast().cursor(), false));
        }
        assertThat(seen).containsExactly("one", "three", "two");
    }

    @Test
    void aPlaceInAnotherListIsNoPlaceInThisOne() {
        String elsewhere = Cursor.of("API keys", world.clock.instant(), "x");
        assertThatThrownBy(() -> world.node.consents.of(user, new PageRequest(1, elsewhere, false)))
                .hasMessage("CURSOR_INVALID");
    }
}
