// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.List;
import java.util.Locale;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.YesNo;
import org.baraza.places.LocationType;

/** The sheet of types, as it can be sent back. */
final class TypeSheet implements SheetSource {
    private final List<LocationType> types;
    private boolean written;

    TypeSheet(List<LocationType> types) {
        this.types = List.copyOf(types);
    }

    @Override
    public String name() {
        return Levels.SHEET;
    }

    @Override
    public List<String> header() {
        return List.of("code", "name", "parent_code", "Delete(Y/N)", "Shares Cases Y/N", "View Child Cases (Y/N)");
    }

    @Override
    public List<List<String>> next() {
        if (written) {
            return List.of();
        }
        written = true;
        return types.stream()
                .map(type -> List.of(
                        type.code(),
                        type.name(),
                        type.parentCode(),
                        "N",
                        letter(type.sharesCases()),
                        letter(type.viewDescendants())))
                .toList();
    }

    private static String letter(boolean yes) {
        return YesNo.text(yes).substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
