// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import org.baraza.api.pages.EmptyText;
import org.baraza.identity.Member;
import org.baraza.identity.UserDataKeys;
import org.baraza.places.Assigned;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A web user of a project as CommCare HQ writes her. */
final class WebUserJson {
    private WebUserJson() {}

    /** @param folder the resource's path under {@code api/}, as the caller spelled it */
    static ObjectNode of(Member member, Assigned assigned, String projectName, String folder) {
        ObjectNode json = withoutPlaces(member, projectName, folder);
        json.put("primary_location_id", EmptyText.orNull(assigned.primaryId()));
        var locations = json.putArray("assigned_location_ids");
        assigned.locationIds().forEach(locations::add);
        json.put("profile", EmptyText.orNull(member.profile()));
        ObjectNode data = json.putObject("user_data");
        member.userData().forEach(data::put);
        data.put(UserDataKeys.PROJECT, projectName);
        WorkerJson.addPlaces(data, assigned);
        json.putNull("tableau_role");
        json.put("is_active_in_domain", member.active());
        return json;
    }

    /** As HQ's oldest version has her, which knows of no locations. */
    static ObjectNode withoutPlaces(Member member, String projectName, String folder) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", member.userId());
        json.put("username", member.person().username());
        json.put("first_name", member.person().firstName());
        json.put("last_name", member.person().lastName());
        json.put("email", member.person().username());
        json.putNull("default_phone_number");
        json.putArray("phone_numbers");
        json.put("role", member.roleName());
        json.put("is_admin", member.isAdmin());
        json.set("permissions", PermissionsJson.of(member.permissions()));
        json.put("resource_uri", "/a/" + projectName + "/api/" + folder + "/" + member.userId() + "/");
        return json;
    }

    /** With what is read of one web user only. */
    static ObjectNode alone(ObjectNode webUser) {
        webUser.putArray("tableau_groups");
        return webUser;
    }
}
