// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.fixtures.HeldFixtures;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.RestoreRequest.Wish;

/**
 * Decides which fixtures a payload carries: those that the phone does not hold as they are. A first sync, another app or build
 * than last time, and the wish for everything anew bring all of them.
 *
 * @param fixtures to send, in their order
 * @param held what the phone holds, before and after
 */
record FixtureChoice(List<Fixture> fixtures, HeldFixtures held) {

    static FixtureChoice of(
            Tx tx,
            List<FixtureProvider> providers,
            Recipient recipient,
            Supplier<Set<String>> rowOwners,
            Optional<KnownSync> previous,
            RestoreRequest request) {
        boolean stays = previous.isPresent() && request.wants(Wish.NO_FIXTURES);
        HeldFixtures held = HeldFixtures.of(previous.filter(sync -> stays || counts(sync, request))
                .map(KnownSync::fixtures)
                .orElseGet(Map::of));
        if (stays) {
            held.keepAll();
        }
        FixtureRecipient person = new FixtureRecipient(recipient.userId(), new Once(rowOwners), held);
        List<Fixture> fixtures = new ArrayList<>();
        for (FixtureProvider provider : providers) {
            if (!stays || provider.decidesWhatIsKept()) {
                fixtures.addAll(provider.fixtures(tx, person));
            }
        }
        return new FixtureChoice(List.copyOf(fixtures), held);
    }

    private static boolean counts(KnownSync sync, RestoreRequest request) {
        return !request.wants(Wish.EVERYTHING_ANEW) && Objects.equals(sync.appId(), request.appId());
    }

    /** Asks when it is asked for the first time. */
    private static final class Once implements Supplier<Set<String>> {
        private final Supplier<Set<String>> source;
        private Optional<Set<String>> found = Optional.empty();

        private Once(Supplier<Set<String>> source) {
            this.source = source;
        }

        @Override
        public Set<String> get() {
            if (found.isEmpty()) {
                found = Optional.of(source.get());
            }
            return found.get();
        }
    }
}
