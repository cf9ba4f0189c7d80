// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.baraza.apps.rollout.Releases.Pinned;
import org.junit.jupiter.api.Test;

/** Which version somebody gets, over many made-up projects. */
final class ReleasesTest {
    private static final int WORLDS = 20_000;
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<String> PLACES = List.of("country", "north", "south", "village", "elsewhere");
    private static final List<String> GROUPS = List.of("nurses", "drivers");

    private final Random random = new Random(20260301);

    private static Release release(int number) {
        return new Release("build-" + number, number);
    }

    private static Rollout rollout(String id, int number, Audience audience, RolloutState state) {
        return new Rollout(
                id, "app", release(number), Optional.empty(), audience, OptionalInt.empty(), state, NOW, "u", NOW);
    }

    private <T> Set<T> some(List<T> of) {
        Set<T> some = new HashSet<>();
        of.forEach(one -> {
            if (random.nextInt(4) == 0) {
                some.add(one);
            }
        });
        return some;
    }

    private List<Pinned> pins() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> new Pinned(PLACES.get(random.nextInt(PLACES.size())), release(random.nextInt(12))))
                .toList();
    }

    private Recipient somebody() {
        List<String> line = new ArrayList<>(PLACES.subList(random.nextInt(PLACES.size()), PLACES.size()));
        return new Recipient(
                random.nextBoolean() ? "user-" + random.nextInt(1000) : "",
                random.nextBoolean() ? "phone-" + random.nextInt(1000) : "",
                line.subList(0, random.nextInt(line.size() + 1)),
                some(GROUPS));
    }

    private RolloutState state() {
        return List.of(
                        new RolloutState.Running(),
                        new RolloutState.Paused(),
                        new RolloutState.Halted("why"),
                        new RolloutState.Completed(),
                        new RolloutState.RolledBack("b"))
                .get(random.nextInt(5));
    }

    private Releases world() {
        Optional<Release> latest = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(release(random.nextInt(10)));
        Optional<Rollout> rollout = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(rollout(
                        "r" + random.nextInt(50),
                        random.nextInt(12),
                        new Audience(random.nextInt(101), some(GROUPS), some(PLACES)),
                        state()));
        return new Releases(latest, pins(), pins(), rollout);
    }

    @Test
    void whatIsKeptToSomebodyStandsFirstAndNobodyFallsBelowTheLatestRelease() {
        int pinnedSeen = 0;
        int rolledOutSeen = 0;
        for (int round = 0; round < WORLDS; round++) {
            Releases world = world();
            Recipient who = somebody();
            String profile = random.nextBoolean() ? "" : PLACES.get(random.nextInt(PLACES.size()));
            Optional<Release> got = world.versionFor(who, profile);
            Optional<Integer> pinned = pinnedBySlowWay(world, who, profile);
            if (pinned.isPresent()) {
                pinnedSeen++;
                assertThat(got.map(Release::number)).isEqualTo(pinned);
            } else if (!got.equals(world.latest())) {
                rolledOutSeen++;
                Rollout rollout = world.rollout().orElseThrow();
                assertThat(got).contains(rollout.release());
                assertThat(rollout.state()).isEqualTo(new RolloutState.Running());
                assertThat(rollout.audience().includes(rollout.rolloutId(), who))
                        .isTrue();
                world.latest()
                        .ifPresent(
                                latest -> assertThat(got.orElseThrow().number()).isGreaterThan(latest.number()));
            }
        }
        assertThat(pinnedSeen).isGreaterThan(WORLDS / 20);
        assertThat(rolledOutSeen).isGreaterThan(WORLDS / 50);
    }

    private static Optional<Integer> pinnedBySlowWay(Releases world, Recipient who, String profile) {
        for (String location : who.locationIds()) {
            int highest = -1;
            for (Pinned pin : world.byLocation()) {
                if (pin.placeId().equals(location)) {
                    highest = Math.max(highest, pin.release().number());
                }
            }
            if (highest >= 0) {
                return Optional.of(highest);
            }
        }
        int highest = -1;
        for (Pinned pin : world.byProfile()) {
            if (pin.placeId().equals(profile)) {
                highest = Math.max(highest, pin.release().number());
            }
        }
        return highest < 0 ? Optional.empty() : Optional.of(highest);
    }

    @Test
    void aShareIsMetAndWhoeverIsInItStaysInItWhenItGrows() {
        for (int percent : new int[] {1, 10, 37, 90}) {
            Audience few = new Audience(percent, Set.of(), Set.of());
            Audience more = new Audience(Math.min(100, percent + 7), Set.of(), Set.of());
            int in = 0;
            for (int person = 0; person < 20_000; person++) {
                Recipient who = new Recipient("user-" + person, "", List.of(), Set.of());
                boolean included = few.includes("rollout", who);
                in += included ? 1 : 0;
                if (included) {
                    assertThat(more.includes("rollout", who)).isTrue();
                }
            }
            assertThat(in / 200.0).isBetween(percent - 1.0, percent + 1.0);
        }
    }

    @Test
    void aPersonHasOneLotWhateverPhoneSheHoldsAndAnotherInTheNextRollout() {
        Audience half = new Audience(50, Set.of(), Set.of());
        int changed = 0;
        for (int person = 0; person < 1000; person++) {
            Recipient one = new Recipient("user-" + person, "phone-1", List.of(), Set.of());
            Recipient other = new Recipient("user-" + person, "phone-2", List.of(), Set.of());
            assertThat(half.includes("a", one)).isEqualTo(half.includes("a", other));
            changed += half.includes("a", one) == half.includes("b", one) ? 0 : 1;
        }
        assertThat(changed).isBetween(400, 600);
    }

    @Test
    void whoSaysNothingOfHerselfIsInNoShare() {
        assertThat(new Audience(99, Set.of(), Set.of()).includes("r", Recipient.NOBODY))
                .isFalse();
        Recipient phone = new Recipient("", "phone-1", List.of(), Set.of());
        assertThat(new Audience(100, Set.of(), Set.of()).includes("r", phone)).isTrue();
    }
}
