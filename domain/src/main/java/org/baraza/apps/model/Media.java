// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/** The picture and the sound of something in a menu, each a {@code jr://file/…} path by language. */
public record Media(Texts image, Texts audio) {
    public static final Media NONE = new Media(Texts.NONE, Texts.NONE);

    static Media of(JsonNode at) {
        return new Media(Read.texts(at, "media_image"), Read.texts(at, "media_audio"));
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
