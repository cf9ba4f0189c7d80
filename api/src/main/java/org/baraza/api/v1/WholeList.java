// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A list by name of which a project has 200 at most, so that it is read at once and cut here.
 *
 * @param list what cursors call it
 */
record WholeList<T>(String list, Function<T, String> name, Function<T, String> id) {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::name).thenComparing(Place::id);

    private record Place(String name, String id) {}

    Page<T> page(List<T> all, @Nullable String after, Integer limit) {
        PageRequest wanted = Wanted.page(after, limit);
        Place behind = wanted.after().isEmpty() ? new Place("", "") : read(wanted.after());
        return Page.of(
                all.stream()
                        .filter(item -> ORDER.compare(place(item), behind) > 0)
                        .sorted(Comparator.comparing(this::place, ORDER))
                        .limit(wanted.first() + 1L)
                        .toList(),
                wanted,
                () -> 0L);
    }

    String cursor(T item) {
        return Cursor.of(list, name.apply(item), id.apply(item));
    }

    private Place read(String after) {
        Cursor cursor = Cursor.read(after, list, 2);
        return new Place(cursor.text(0), cursor.text(1));
    }

    private Place place(T item) {
        return new Place(name.apply(item), id.apply(item));
    }
}
