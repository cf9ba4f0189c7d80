// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseOrigin;
import org.baraza.cases.CaseState;
import org.baraza.cases.ListedCase;
import org.baraza.identity.ProjectAccess;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases in the first version's shape, as many at once as a page has. */
@Component
final class CaseObjects {
    private final CaseLists cases;

    CaseObjects(CaseLists cases) {
        this.cases = cases;
    }

    /** In the order of the cases, by their ids. */
    Map<String, ObjectNode> of(ProjectAccess who, Collection<ListedCase> listed) {
        return of(
                who,
                listed,
                cases.origins(
                        who, listed.stream().map(one -> one.state().caseId()).toList()));
    }

    /** @param origins where the cases come from */
    Map<String, ObjectNode> of(ProjectAccess who, Collection<ListedCase> listed, Map<String, CaseOrigin> origins) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        for (ListedCase one : listed) {
            CaseState state = one.state();
            objects.put(
                    state.caseId(),
                    json(
                            who,
                            one,
                            origins.getOrDefault(
                                    state.caseId(), new CaseOrigin(state.serverModifiedOn(), List.of()))));
        }
        return objects;
    }

    /** Adds to each case those that it points to, by the names of the links. */
    void addParents(ProjectAccess who, Collection<ListedCase> listed, Map<String, ObjectNode> objects) {
        List<String> targets = listed.stream()
                .flatMap(one -> one.state().liveIndices().stream())
                .map(CaseIndex::targetId)
                .distinct()
                .toList();
        Map<String, ObjectNode> parents = of(who, cases.find(who, targets).values());
        for (ListedCase one : listed) {
            ObjectNode field = JsonMapper.shared().createObjectNode();
            for (CaseIndex index : one.state().liveIndices()) {
                if (parents.containsKey(index.targetId())) {
                    field.set(index.identifier(), parents.get(index.targetId()));
                }
            }
            add(objects, one, "parent_cases", field);
        }
    }

    /** Adds to each case those that point to it, by their ids. */
    void addChildren(ProjectAccess who, Collection<ListedCase> listed, Map<String, ObjectNode> objects) {
        Map<String, List<ListedCase>> children = cases.children(
                who, listed.stream().map(one -> one.state().caseId()).toList());
        List<ListedCase> all = new ArrayList<>();
        children.values().forEach(all::addAll);
        Map<String, ObjectNode> whole = of(who, all);
        for (ListedCase one : listed) {
            ObjectNode field = JsonMapper.shared().createObjectNode();
            children.getOrDefault(one.state().caseId(), List.of())
                    .forEach(child -> field.set(
                            child.state().caseId(), whole.get(child.state().caseId())));
            add(objects, one, "child_cases", field);
        }
    }

    private static void add(Map<String, ObjectNode> objects, ListedCase one, String name, ObjectNode field) {
        Optional.ofNullable(objects.get(one.state().caseId())).ifPresent(json -> json.set(name, field));
    }

    private static ObjectNode json(ProjectAccess who, ListedCase listed, CaseOrigin origin) {
        CaseState state = listed.state();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", state.caseId());
        json.put("case_id", state.caseId());
        json.put("domain", who.projectName());
        json.put("user_id", state.modifiedBy());
        json.put("opened_by", state.openedBy());
        json.put("closed_by", state.closedBy());
        json.put("closed", state.closed());
        json.put("date_closed", Times.text(state.closedOn()));
        json.put("date_modified", Times.text(state.modifiedOn()));
        json.put("server_date_modified", Times.text(state.serverModifiedOn()));
        json.put("server_date_opened", Times.text(origin.openedOnServer()));
        json.put("indexed_on", Times.text(listed.indexedOn()));
        ArrayNode forms = json.putArray("xform_ids");
        origin.formIds().forEach(forms::add);
        ObjectNode properties = json.putObject("properties");
        state.properties().forEach(properties::put);
        properties.put("case_name", state.name());
        properties.put("case_type", state.type());
        properties.put("date_opened", Times.text(state.openedOn()));
        properties.put("external_id", state.externalId());
        properties.put("owner_id", state.ownerId());
        json.set("indices", indices(state));
        json.put("resource_uri", "");
        return json;
    }

    /** The links that stand, by their names. */
    static ObjectNode indices(CaseState state) {
        ObjectNode indices = JsonMapper.shared().createObjectNode();
        for (CaseIndex index : state.liveIndices()) {
            indices.putObject(index.identifier())
                    .put("case_id", index.targetId())
                    .put("case_type", index.caseType())
                    .put("relationship", index.relationship().wireName());
        }
        return indices;
    }
}
