// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.RoleUse;
import org.baraza.identity.Roles;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The roles of a project, and who has them. */
@Controller
final class RoleController {
    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @SchemaMapping(typeName = "Project", field = "roles")
    List<RoleNode> roles(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> roles.list(access)).stream()
                .map(role -> new RoleNode(access, role))
                .toList();
    }

    @BatchMapping(typeName = "Role", field = "use")
    Map<RoleNode, RoleUse> use(List<RoleNode> nodes) {
        return Batch.byId(nodes, RoleNode::roleId, this::uses, (_, use) -> use);
    }

    private Map<String, RoleUse> uses(ProjectAccess access, Set<String> ids) {
        Map<String, RoleUse> uses = new LinkedHashMap<>();
        roles.uses(access, ids.stream().map(UUID::fromString).toList())
                .forEach((id, use) -> uses.put(id.toString(), use));
        return uses;
    }
}
