// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baraza.exchange.exports.files.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a case is: by the first column of which the data dictionary says that it has places, else by the first one that
 * has a place in this case. What is hidden tells nothing. Pure.
 */
final class PlaceFinder {
    private final int said;
    private final int[] shown;

    /** @param places paths of columns of which the data dictionary says that they have places */
    PlaceFinder(TableLayout layout, Set<String> places) {
        List<ExportColumn> columns = layout.columns();
        this.shown = IntStream.range(0, columns.size())
                .filter(column -> !layout.isHidden(columns.get(column)))
                .toArray();
        this.said = IntStream.of(shown)
                .filter(column -> places.contains(columns.get(column).path()))
                .findFirst()
                .orElse(-1);
    }

    /** @param values one for each column; null where there is none */
    Optional<GeoPoint> in(@Nullable String[] values) {
        if (said >= 0) {
            String value = values[said];
            return value == null ? Optional.empty() : GeoPoint.of(value);
        }
        for (int column : shown) {
            String value = values[column];
            Optional<GeoPoint> found = value == null ? Optional.empty() : GeoPoint.guessed(value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
