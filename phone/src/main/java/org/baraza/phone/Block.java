// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case block, of a form that the phone made or of a payload.
 *
 * @param create type, name and owner in this order of keys; null where it makes no case
 * @param update what it sets; the reserved names set the case's own fields
 * @param links by name; an empty target removes the link
 */
public record Block(
        String caseId, @Nullable Created create, Map<String, String> update, Map<String, Linked> links, boolean close) {

    /** The create part. */
    public record Created(String type, String name, String owner) {}

    /** A link to be set. */
    public record Linked(String caseType, String target, boolean extension) {}

    public static Block of(String caseId) {
        return new Block(caseId, null, Map.of(), Map.of(), false);
    }

    public Block creating(String type, String name, String owner) {
        return new Block(caseId, new Created(type, name, owner), update, links, close);
    }

    public Block setting(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(update);
        more.put(property, value);
        return new Block(caseId, create, more, links, close);
    }

    public Block linking(String name, String target, boolean extension) {
        Map<String, Linked> more = new LinkedHashMap<>(links);
        more.put(name, new Linked("thing", target, extension));
        return new Block(caseId, create, update, more, close);
    }

    public Block closing() {
        return new Block(caseId, create, update, links, true);
    }
}
