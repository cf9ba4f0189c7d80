// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a list says of the app in a version: its document without what makes it large.
 *
 * @param document whoever changes it works on a copy of her own
 */
public record VersionHead(ObjectNode document) {
    private static final String HAS_MEDIA = "include_media";
    private static final List<String> LARGE = List.of(
            "modules", "profile", "translations", "multimedia_map", "description", "_attachments", "external_blobs");

    static VersionHead of(ObjectNode whole) {
        ObjectNode head = JsonMapper.shared().createObjectNode();
        whole.properties().stream()
                .filter(member -> !LARGE.contains(member.getKey()))
                .forEach(member -> head.set(member.getKey(), member.getValue()));
        return new VersionHead(head.put(HAS_MEDIA, !whole.path("multimedia_map").isEmpty()));
    }

    public boolean hasMedia() {
        return document.path(HAS_MEDIA).asBoolean(false);
    }
}
