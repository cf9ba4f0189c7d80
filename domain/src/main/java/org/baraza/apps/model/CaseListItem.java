// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/** The item of a menu that only shows the case list. */
public record CaseListItem(boolean show, Texts label, Media media) {
    static CaseListItem of(JsonNode at) {
        return new CaseListItem(Read.flag(at, "show"), Read.texts(at, "label"), Media.of(at));
    }
}
