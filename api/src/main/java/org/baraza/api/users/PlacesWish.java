// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.List;
import java.util.Optional;
import org.baraza.api.pages.JsonBody;
import org.baraza.places.Belongings;

/** Where somebody is to work, as CommCare HQ's data API says it: a list and the one of it that stands for her. */
final class PlacesWish {
    private PlacesWish() {}

    /** No main place and no list take her out of all places. */
    static Belongings.Wish of(JsonBody body, String list, String primary) {
        Optional<List<String>> places = body.list(list);
        Optional<String> main = body.has(primary)
                ? Optional.of(
                        body.isEmptyList(primary) ? "" : body.text(primary).orElse(""))
                : Optional.empty();
        boolean nowhere = main.filter(String::isEmpty).isPresent() && places.isEmpty();
        return new Belongings.Wish(Optional.empty(), nowhere ? Optional.of(List.of()) : places, main);
    }
}
