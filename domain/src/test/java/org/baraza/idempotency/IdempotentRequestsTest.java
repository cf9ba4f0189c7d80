// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A request with a key runs once; what nobody knows is not guessed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotentRequestsTest {
    private static final byte[] REQUEST = "POST /roles {}".getBytes(UTF_8);
    private static final KeptAnswer ANSWER = new KeptAnswer(201, Map.of("ETag", "\"1\""), "{}".getBytes(UTF_8));

    private final World world = new World();
    private final IdempotentRequests requests = new IdempotentRequests(world.transactions, world.clock);
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeAll
    void twoProjects() {
        var owner = world.webUser("owner@example.org");
        demo = world.project("demo", owner);
        other = world.project("other", owner);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void theSecondGetsTheAnswerOfTheFirst() {
        RequestKey key = new RequestKey("wanjiru", "answered");
        assertThat(begin(demo, key, REQUEST)).isInstanceOf(Beginning.First.class);
        assertThat(begin(demo, key, REQUEST)).isInstanceOf(Beginning.Running.class);
        world.in(demo, () -> {
            requests.answered(key, ANSWER);
            return true;
        });
        assertThat(begin(demo, key, REQUEST)).isInstanceOfSatisfying(Beginning.Answered.class, known -> {
            assertThat(known.answer().status()).isEqualTo(201);
            assertThat(known.answer().headers()).isEqualTo(ANSWER.headers());
            assertThat(known.answer().body()).isEqualTo(ANSWER.body());
        });
        assertThat(begin(demo, key, "another".getBytes(UTF_8))).isInstanceOf(Beginning.AnotherRequest.class);
    }

    @Test
    void aKeyIsItsCallersAndItsProjects() {
        assertThat(begin(demo, new RequestKey("wanjiru", "mine"), REQUEST)).isInstanceOf(Beginning.First.class);
        assertThat(begin(demo, new RequestKey("otieno", "mine"), REQUEST)).isInstanceOf(Beginning.First.class);
        assertThat(begin(other, new RequestKey("wanjiru", "mine"), REQUEST)).isInstanceOf(Beginning.First.class);
    }

    @Test
    void whatIsAboutNoProjectIsTheCallersOwn() {
        RequestKey key = RequestKey.own("wanjiru", "answered");
        assertThat(requests.begin(key, REQUEST)).isInstanceOf(Beginning.First.class);
        requests.answered(key, ANSWER);
        assertThat(requests.begin(key, REQUEST)).isInstanceOf(Beginning.Answered.class);
        assertThat(requests.begin(RequestKey.own("otieno", "answered"), REQUEST))
                .isInstanceOf(Beginning.First.class);
        world.clock.pass(IdempotentRequests.KEPT.plusSeconds(1));
        assertThat(requests.begin(key, REQUEST)).isInstanceOf(Beginning.First.class);
    }

    @Test
    void whatANodeDidWhenItDiedIsUnknownUntilItIsForgotten() {
        RequestKey key = new RequestKey("wanjiru", "lost");
        assertThat(begin(demo, key, REQUEST)).isInstanceOf(Beginning.First.class);
        world.clock.pass(Duration.ofMinutes(2));
        assertThat(begin(demo, key, REQUEST)).isInstanceOf(Beginning.Lost.class);
        world.clock.pass(IdempotentRequests.KEPT);
        assertThat(begin(demo, key, REQUEST)).isInstanceOf(Beginning.First.class);
    }

    private Beginning begin(ProjectAccess where, RequestKey key, byte[] request) {
        return world.in(where, () -> requests.begin(key, request));
    }
}
