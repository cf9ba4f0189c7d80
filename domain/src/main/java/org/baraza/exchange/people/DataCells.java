// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.UserDataKeys;
import org.baraza.identity.UserDataProfile;

/** The user data that a row gives somebody, and the profile that fixes some of it. */
final class DataCells {
    private final Map<String, Column> data;
    private final Column profile;
    private final List<UserDataProfile> profiles;

    /** @param data columns by the names of what stands in them */
    DataCells(Map<String, Column> data, Column profile, List<UserDataProfile> profiles) {
        this.data = data;
        this.profile = profile;
        this.profiles = profiles;
    }

    /** All that she has then. An empty cell takes the value away; what a profile fixes needs no cell. */
    Map<String, String> read(DataRow row, Map<String, String> present) {
        Map<String, String> after = new HashMap<>(present);
        Map<String, String> fixed = readProfile(row, after);
        data.forEach((slug, column) -> {
            String text = row.text(column);
            String was = present.getOrDefault(slug, "");
            if (text.isEmpty() && !fixed.containsKey(slug) && !was.isEmpty()) {
                after.remove(slug);
            } else if (!text.isEmpty() && !text.equals(Cells.written(was))) {
                after.put(slug, text);
            }
        });
        return after;
    }

    /** Gives what her profile fixes. What a profile fixed that she has no more goes with it. */
    private Map<String, String> readProfile(DataRow row, Map<String, String> after) {
        Optional<UserDataProfile> was = profile(after);
        if (!profile.isThere()) {
            return was.map(UserDataProfile::fields).orElse(Map.of());
        }
        String name = row.word(profile);
        Optional<UserDataProfile> wanted =
                profiles.stream().filter(known -> known.name().equals(name)).findFirst();
        if (wanted.isEmpty() && !name.isEmpty()) {
            throw new RowRefused(profile.header(), "PROFILE_UNKNOWN", "There is no such profile.");
        }
        if (!wanted.equals(was)) {
            was.ifPresent(known -> after.keySet().removeAll(known.fields().keySet()));
            after.remove(UserDataKeys.PROFILE);
            wanted.ifPresent(known -> after.put(UserDataKeys.PROFILE, known.profileId()));
        }
        return wanted.map(UserDataProfile::fields).orElse(Map.of());
    }

    private Optional<UserDataProfile> profile(Map<String, String> of) {
        String id = of.getOrDefault(UserDataKeys.PROFILE, "");
        return profiles.stream().filter(known -> known.profileId().equals(id)).findFirst();
    }
}
