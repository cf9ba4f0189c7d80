// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The picture and the sound of something in a menu, each a {@code jr://file/…} path by language. */
public record Media(Texts image, Texts audio) {
    public static final Media NONE = new Media(Texts.NONE, Texts.NONE);

    static Media of(JsonNode at) {
        return new Media(Read.texts(at, "media_image"), Read.texts(at, "media_audio"));
    }

    /** What of it can be shown to readers of the languages: a path counts in its very language only. */
    public Media in(List<String> languages) {
        return new Media(cut(image, languages), cut(audio, languages));
    }

    private static Texts cut(Texts paths, List<String> languages) {
        Map<String, String> cut = new LinkedHashMap<>(paths.byLanguage());
        cut.keySet().retainAll(languages);
        return new Texts(cut);
    }

    public boolean hasImage() {
        return !image.isBlank();
    }

    public boolean hasAudio() {
        return !audio.isBlank();
    }

    public boolean isEmpty() {
        return !hasImage() && !hasAudio();
    }
}
