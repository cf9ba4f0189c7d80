// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.baraza.forwarding.Shares.Share;
import org.junit.jupiter.api.Test;

final class SharesTest {
    private final Share share = new Share(16);
    private final UUID hanging = UUID.randomUUID();
    private final UUID well = UUID.randomUUID();

    @Test
    void aForwarderTakesHalfAtMostAndLeavesRoomForOthers() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(9);
        for (int i = 0; i < 9; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    share.acquire(hanging);
                    taken.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(taken.await(200, TimeUnit.MILLISECONDS))
                .as("nine of sixteen")
                .isFalse();
        assertThat(taken.getCount()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            share.acquire(well);
        }
        assertThat(share.free()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            share.release(well);
        }
        share.release(hanging);
        assertThat(taken.await(5, TimeUnit.SECONDS))
                .as("the ninth when one is back")
                .isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            share.acquire(hanging);
            share.release(hanging);
        }
        assertThat(share.free()).isEqualTo(16);
    }
}
