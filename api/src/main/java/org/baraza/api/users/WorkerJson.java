// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.List;
import org.baraza.api.pages.EmptyText;
import org.baraza.forms.WorkTally;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.UserDataKeys;
import org.baraza.places.Assigned;
import org.baraza.places.Belonging;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mobile worker as CommCare HQ writes her. */
final class WorkerJson {
    private WorkerJson() {}

    /** @param folder the resource's path under {@code api/}, as the caller spelled it */
    static ObjectNode of(MobileWorker worker, Belonging places, String projectName, String folder) {
        ObjectNode json = withoutPlaces(worker, places.groupIds(), projectName, folder);
        ObjectNode data = (ObjectNode) json.path("user_data");
        Assigned assigned = places.assigned();
        json.put("primary_location", EmptyText.orNull(assigned.primaryId()));
        var locations = json.putArray("locations");
        assigned.locationIds().forEach(locations::add);
        addPlaces(data, assigned);
        return json;
    }

    /** Apps read from user data where somebody works. */
    static void addPlaces(ObjectNode userData, Assigned assigned) {
        if (!assigned.locationIds().isEmpty()) {
            userData.put("commcare_location_id", assigned.primaryId());
            userData.put("commcare_location_ids", String.join(" ", assigned.locationIds()));
            userData.put("commcare_primary_case_sharing_id", assigned.primaryId());
        }
    }

    /** As HQ's oldest version has her, which knows of no locations. */
    static ObjectNode withoutPlaces(MobileWorker worker, List<String> groupIds, String projectName, String folder) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", worker.userId());
        json.put("username", MobileWorker.fullName(worker.username(), projectName));
        json.put("first_name", worker.firstName());
        json.put("last_name", worker.lastName());
        json.put("email", worker.email());
        json.put(
                "default_phone_number",
                worker.phoneNumbers().isEmpty() ? null : worker.phoneNumbers().getFirst());
        var numbers = json.putArray("phone_numbers");
        worker.phoneNumbers().forEach(numbers::add);
        var groups = json.putArray("groups");
        groupIds.forEach(groups::add);
        ObjectNode data = json.putObject("user_data");
        worker.userData().forEach(data::put);
        data.put(UserDataKeys.PROJECT, projectName);
        if (worker.demo()) {
            data.put(UserDataKeys.USER_TYPE, UserDataKeys.DEMO);
        }
        json.put("eulas", "[]");
        json.put("resource_uri", "/a/" + projectName + "/api/" + folder + "/" + worker.userId() + "/");
        return json;
    }

    static ObjectNode withExtras(ObjectNode worker, WorkTally tally) {
        worker.putObject("extras")
                .put("submitted_last_30", tally.submittedLastThirtyDays())
                .put("completed_last_30", tally.completedLastThirtyDays())
                .put("submitted_last_month", tally.submittedLastMonth())
                .put("completed_last_month", tally.completedLastMonth());
        return worker;
    }
}
