// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.baraza.forms.GroupCommit.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {

    @Test
    void whoComesToAnIdleLaneGoesAlone() {
        List<Integer> sizes = new ArrayList<>();
        GroupCommit<Integer, Integer> lane = new GroupCommit<>(32, group -> doubled(group, sizes));
        assertThat(lane.submit(1)).isEqualTo(2);
        assertThat(lane.submit(2)).isEqualTo(4);
        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void thoseWhoWaitGoTogetherInTheOrderInWhichTheyCame() throws Exception {
        List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch firstIsAtWork = new CountDownLatch(1);
        CountDownLatch everybodyWaits = new CountDownLatch(1);
        GroupCommit<Integer, Integer> lane = new GroupCommit<>(4, group -> {
            groups.add(List.copyOf(group));
            firstIsAtWork.countDown();
            await(everybodyWaits);
            return doubled(group, new ArrayList<>());
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            results.add(threads.submit(() -> lane.submit(0)));
            await(firstIsAtWork);
            for (int i = 1; i <= 6; i++) {
                int item = i;
                results.add(threads.submit(() -> lane.submit(item)));
                Thread.sleep(30);
            }
            everybodyWaits.countDown();
            for (int i = 0; i <= 6; i++) {
                assertThat(results.get(i).get()).isEqualTo(2 * i);
            }
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
    }

    @Test
    void eachOfAGroupGetsItsOwnVerdict() throws Exception {
        GroupCommit<Integer, Integer> lane = new GroupCommit<>(
                32,
                group -> group.stream()
                        .<Outcome<Integer>>map(item -> item % 2 == 0
                                ? new Outcome.Done<>(item)
                                : new Outcome.Failed<>(new IllegalArgumentException("odd")))
                        .toList());
        assertThat(lane.submit(2)).isEqualTo(2);
        assertThatThrownBy(() -> lane.submit(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupThatBlowsUpFailsItsMembersAndTheLaneGoesOn() throws Exception {
        List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
        GroupCommit<Integer, Integer> lane = new GroupCommit<>(8, group -> {
            calls.add(group.size());
            if (group.contains(13)) {
                throw new AssertionError("not even an exception");
            }
            return doubled(group, new ArrayList<>());
        });
        assertThatThrownBy(() -> lane.submit(13)).isInstanceOf(IllegalStateException.class);
        assertThat(lane.submit(4)).isEqualTo(8);
        assertThat(calls).containsExactly(1, 1);
    }

    @Test
    void nobodyIsForgottenUnderLoad() throws Exception {
        GroupCommit<Integer, Integer> lane = new GroupCommit<>(5, group -> doubled(group, new ArrayList<>()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                int item = i;
                results.add(threads.submit(() -> lane.submit(item)));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(2 * i);
            }
        }
    }

    private static List<Outcome<Integer>> doubled(List<Integer> group, List<Integer> sizes) {
        sizes.add(group.size());
        return group.stream()
                .<Outcome<Integer>>map(item -> new Outcome.Done<>(2 * item))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
