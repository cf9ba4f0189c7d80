// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import org.baraza.cases.CaseState;
import org.baraza.cases.ListedCase;
import org.baraza.identity.ProjectAccess;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A case in the second version's shape. */
final class CaseSecondJson {
    private CaseSecondJson() {}

    static ObjectNode of(ProjectAccess who, ListedCase listed) {
        CaseState state = listed.state();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("domain", who.projectName());
        json.put("case_id", state.caseId());
        json.put("case_type", state.type());
        json.put("case_name", state.name());
        json.put("external_id", state.externalId());
        json.put("owner_id", state.ownerId());
        json.put("date_opened", Times.text(state.openedOn()));
        json.put("last_modified", Times.text(state.modifiedOn()));
        json.put("server_last_modified", Times.text(state.serverModifiedOn()));
        json.put("indexed_on", Times.text(listed.indexedOn()));
        json.put("closed", state.closed());
        json.put("date_closed", Times.text(state.closedOn()));
        ObjectNode properties = json.putObject("properties");
        state.properties().forEach(properties::put);
        json.set("indices", CaseObjects.indices(state));
        return json;
    }

    /** What stands for a case that is not there. */
    static ObjectNode missing(String field, String id) {
        return JsonMapper.shared()
                .createObjectNode()
                .put(field, id)
                .put("error", "not found");
    }
}
