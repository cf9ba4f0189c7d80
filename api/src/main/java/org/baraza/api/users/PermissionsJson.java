// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.List;
import java.util.Set;
import org.baraza.identity.Permission;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Permissions as CommCare HQ writes them: every one it has, true or not; single reports only where not all may be seen. */
final class PermissionsJson {
    /** What refines some of them; here they are given as a whole. */
    private static final List<String> LISTS = List.of(
            "edit_user_profile_list",
            "web_apps_list",
            "view_tableau_list",
            "commcare_analytics_roles_list",
            "manage_data_registry_list",
            "view_data_registry_contents_list");

    private PermissionsJson() {}

    static ObjectNode of(Set<Permission> granted) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("doc_type", "HqPermissions");
        for (Permission permission : Permission.values()) {
            if (!permission.isOfAReport()) {
                json.put(permission.wireName(), granted.contains(permission));
            }
        }
        LISTS.forEach(json::putArray);
        var reports = json.putArray("view_report_list");
        if (!granted.contains(Permission.VIEW_REPORTS)) {
            granted.stream()
                    .filter(Permission::isOfAReport)
                    .map(Permission::wireName)
                    .sorted()
                    .forEach(reports::add);
        }
        return json;
    }
}
