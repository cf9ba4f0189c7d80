// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baraza.phone.Phone;
import org.baraza.phone.PhoneLink;
import org.baraza.phone.Truth;

/** Compares a phone that has just synced with what is true. */
final class Inspection {
    private final Truth truth;
    private final Set<String> live;

    /** @param live ids of the cases that belong on the phone */
    Inspection(Truth truth, Set<String> live) {
        this.truth = truth;
        this.live = live;
    }

    void inspect(Phone phone) {
        assertThat(phone.ids()).as("no case is missing").containsAll(live);
        assertThat(live).as("no case too many stays").containsAll(phone.idsAfterPurging());
        Map<String, Truth.Case> cases = truth.cases();
        cases.forEach((id, held) -> {
            if (live.contains(id)) {
                compare(phone, id, held, cases.keySet());
            }
        });
    }

    private static void compare(Phone phone, String id, Truth.Case held, Set<String> there) {
        assertThat(phone.owner(id)).as("owner of " + id).isEqualTo(held.owner());
        // The other way round it may be late: a phone cannot open a case again, it must purge it first.
        assertThat(phone.isClosed(id) || !held.isClosed()).as(id + " is closed").isTrue();
        Map<String, PhoneLink> links = new TreeMap<>();
        held.links().forEach((name, link) -> {
            if (there.contains(link.target())) {
                links.put(name, new PhoneLink(link.target(), link.extension()));
            }
        });
        assertThat(phone.links(id)).as("links of " + id).isEqualTo(links);
        held.properties()
                .forEach((name, value) -> assertThat(phone.property(id, name))
                        .as(name + " of " + id)
                        .hasValue(value));
        assertThat(held.properties().keySet())
                .as("what " + id + " has no more is empty on the phone")
                .containsAll(phone.propertyNames(id));
    }
}
