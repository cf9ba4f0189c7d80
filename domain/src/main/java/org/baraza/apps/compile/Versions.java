// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.compile.BuildVersions.Numbered;
import org.baraza.apps.model.App;
import org.baraza.apps.model.LanguageProfile;
import org.baraza.apps.model.MediaEntry;

/** Numbers what phones download by itself: the number rises when the content changed, and only then (section 2). */
final class Versions {
    private final BuildContext context;
    private final String profiles;
    private final boolean allAnew;
    private final Map<String, Numbered> forms = new HashMap<>();
    private final Map<String, Numbered> media = new HashMap<>();

    Versions(BuildContext context, App app) {
        this.context = context;
        this.profiles = Ids.md5(said(app.languageProfiles()).toString());
        BuildVersions previous = context.previous();
        this.allAnew = !previous.profiles().isEmpty() && !previous.profiles().equals(profiles);
    }

    /** What forms depend on, in the words of the versions that are out; device settings stand in no form. */
    private static Map<String, String> said(Map<String, LanguageProfile> profiles) {
        Map<String, String> said = new LinkedHashMap<>();
        profiles.forEach((id, profile) -> said.put(
                id,
                "LanguageProfile[name=%s, langs=%s, practiceMobileWorkerId=%s]"
                        .formatted(profile.name(), profile.langs(), profile.practiceMobileWorkerId())));
        return said;
    }

    int form(String uniqueId, String hash) {
        return number(forms, uniqueId, hash, context.previous().form(uniqueId), 0);
    }

    /** The data of a language profile's worker for practice: another worker's has a higher number, too. */
    int practice(String profileId, String hash) {
        String key = Suite.PRACTICE + "/" + profileId;
        return number(forms, key, hash, context.previous().form(key), 0);
    }

    /** A first version keeps the number that the document came with: it may have been installed from elsewhere. */
    int medium(String path, MediaEntry entry) {
        return number(media, path, entry.multimediaId(), context.previous().medium(path), entry.version());
    }

    private int number(Map<String, Numbered> numbers, String key, String hash, Optional<Numbered> before, int brought) {
        int number;
        if (before.isPresent()) {
            boolean same = before.get().hash().equals(hash) && !allAnew;
            number = same
                    ? before.get().version()
                    : Math.max(context.goal().version(), before.get().version() + 1);
        } else {
            number = brought > 0 && context.previous().equals(BuildVersions.NONE)
                    ? brought
                    : context.goal().version();
        }
        numbers.put(key, new Numbered(number, hash));
        return number;
    }

    BuildVersions all() {
        return BuildVersions.of(forms, media, profiles);
    }
}
