// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.model.Update;
import org.baraza.xml.EditableElement;

/** Properties such as {@code parent/village}, which are written into the cases that the indices of a case name (section 9.5). */
final class RelativeCases {
    private final FormEdit edit;
    private final EditableElement at;
    private final String path;

    /**
     * @param at the node that the blocks are put below
     * @param path of that node
     */
    RelativeCases(FormEdit edit, EditableElement at, String path) {
        this.edit = edit;
        this.at = at;
        this.path = path;
    }

    /** Adds a block for each relative that something is written to; own properties of the case are left out. */
    void add(Map<String, Update> updates, String caseId) {
        SortedMap<String, Map<String, Update>> byRelative = new TreeMap<>();
        updates.forEach((property, update) -> {
            int slash = property.lastIndexOf('/');
            if (slash > 0) {
                byRelative
                        .computeIfAbsent(property.substring(0, slash), relative -> new TreeMap<>())
                        .put(property.substring(slash + 1), update);
            }
        });
        if (byRelative.isEmpty()) {
            return;
        }
        EditableElement parents = edit.dataNode("parents");
        at.add(parents);
        byRelative.forEach((relative, own) -> block(parents, relative, own, caseId));
    }

    private void block(EditableElement parents, String relative, Map<String, Update> updates, String caseId) {
        EditableElement node = parents;
        String id = caseId;
        for (String index : relative.split("/", -1)) {
            EditableElement inner = node.element(index).orElse(null);
            if (inner == null) {
                inner = edit.dataNode(index);
                node.add(inner);
            }
            node = inner;
            id = SessionPaths.indexed(id, index);
        }
        node.addFirst(new CaseBlock(edit, path + "/parents/" + relative + "/case")
                .existingId(id)
                .update(updates, Optional.of(SessionPaths.caseOf(id)))
                .element());
    }
}
