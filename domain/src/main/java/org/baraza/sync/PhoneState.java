// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a phone may hold at one moment, and the fingerprint of it.
 *
 * @param hash of the ids of the shadow's cases
 */
record PhoneState(Shadow shadow, StateHash hash) {
    static final PhoneState EMPTY = new PhoneState(Shadow.EMPTY, StateHash.none());

    /** After the forms that the phone sent since. */
    PhoneState after(List<PhoneStep> steps, PhoneStep.NumberOf numbers) {
        SortedMap<Integer, ShadowCase> changed = new TreeMap<>();
        StateHash hashAfter = hash.copy();
        for (PhoneStep step : steps) {
            int number = numbers.of(step.caseId());
            Optional<ShadowCase> before =
                    Optional.ofNullable(changed.get(number)).or(() -> shadow.find(number));
            step.applyTo(before, numbers).ifPresent(held -> {
                if (before.isEmpty()) {
                    hashAfter.toggle(step.caseId());
                }
                changed.put(number, held);
            });
        }
        return changed.isEmpty() ? this : new PhoneState(NextShadow.of(shadow, changed), hashAfter);
    }

    /**
     * After the phone purged.
     *
     * @param ids gives the ids of cases by their numbers
     * @return empty when there is nothing to purge
     */
    Optional<PhoneState> purged(Set<String> ownerIds, Function<int[], List<String>> ids) {
        BitSet kept = Purge.kept(shadow, ownerIds);
        if (kept.cardinality() == shadow.size()) {
            return Optional.empty();
        }
        NumberList gone = new NumberList();
        Shadow.Builder rest = new Shadow.Builder();
        for (int place = 0; place < shadow.size(); place++) {
            if (kept.get(place)) {
                rest.add(shadow.at(place));
            } else {
                gone.add(shadow.number(place));
            }
        }
        StateHash hashAfter = hash.copy();
        ids.apply(gone.toArray()).forEach(hashAfter::toggle);
        return Optional.of(new PhoneState(rest.build(), hashAfter));
    }

    /** As a phone says it of itself: prefix and digits, or the prefix alone when it holds nothing. */
    boolean isCalled(String state) {
        String prefix = "ccsh:";
        if (!state.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return false;
        }
        String digits = state.substring(prefix.length());
        return shadow.size() == 0 ? digits.isEmpty() : digits.equalsIgnoreCase(hash.hex());
    }
}
