// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/**
 * A media file of an app.
 *
 * @param multimediaId what the media store calls the content; another content has another id
 * @param mediaType the class in its address: {@code CommCareImage}, {@code CommCareAudio}, {@code CommCareVideo}, …
 * @param uniqueId names the resource on phones
 * @param version of the resource, 0 if the document has none
 */
public record MediaEntry(String multimediaId, String mediaType, String uniqueId, int version) {
    static MediaEntry of(JsonNode at) {
        return new MediaEntry(
                Read.text(at, "multimedia_id"),
                Read.text(at, "media_type"),
                Read.text(at, "unique_id"),
                Read.number(at, "version", 0));
    }
}
