// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.baraza.cases.CaseState;
import org.baraza.forms.Form;
import org.baraza.forms.FormContent;
import org.baraza.forms.ListedForm;
import org.baraza.identity.MobileWorker;
import org.baraza.places.Assigned;
import org.baraza.places.GroupMembers;
import org.baraza.places.Location;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents in the shape in which CommCare HQ's expressions see them (spec/31 section 3). */
final class HqDocuments {
    private static final String DOMAIN = "domain";

    private HqDocuments() {}

    /** Properties stand beside what every case has, which wins where they have one name. */
    static ObjectNode ofCase(String project, CaseState state) {
        ObjectNode json = document(state.caseId(), "CommCareCase", project);
        state.properties().forEach(json::put);
        ObjectNode own = document(state.caseId(), "CommCareCase", project)
                .put("case_id", state.caseId())
                .put("name", state.name())
                .put("type", state.type())
                .put("owner_id", state.ownerId())
                .put("external_id", state.externalId())
                .put("location_id", state.locationId())
                .put("closed", state.closed())
                .put("opened_on", time(state.openedOn()))
                .put("opened_by", state.openedBy())
                .put("modified_on", time(state.modifiedOn()))
                .put("modified_by", state.modifiedBy())
                .put("user_id", state.modifiedBy())
                .put("closed_on", time(state.closedOn()))
                .put("closed_by", state.closedBy())
                .put("server_modified_on", time(state.serverModifiedOn()));
        var indices = own.putArray("indices");
        state.liveIndices()
                .forEach(index -> indices.addObject()
                        .put("identifier", index.identifier())
                        .put("referenced_type", index.caseType())
                        .put("referenced_id", index.targetId())
                        .put("relationship", index.relationship().name().toLowerCase(Locale.ROOT)));
        json.setAll(own);
        return json;
    }

    static ObjectNode ofForm(String project, ListedForm listed, @Nullable FormContent content) {
        Form form = listed.form();
        ObjectNode json = document(form.formId(), "XFormInstance", project)
                .put("xmlns", form.xmlns())
                .put("app_id", form.appId())
                .put("build_id", form.buildId())
                .put("user_id", form.userId())
                .put("received_on", time(form.receivedOn()))
                .put("edited_on", time(form.editedOn()))
                .put("server_modified_on", time(listed.serverModifiedOn()))
                .put("submit_ip", listed.submitIp());
        json.set(
                "form",
                content == null
                        ? JsonMapper.shared().createObjectNode()
                        : content.json().orElseGet(JsonMapper.shared()::createObjectNode));
        return json;
    }

    static ObjectNode ofUser(String project, MobileWorker worker, Assigned assigned) {
        ObjectNode json = document(worker.userId(), "CommCareUser", project)
                .put("username", MobileWorker.fullName(worker.username(), project))
                .put("first_name", worker.firstName())
                .put("last_name", worker.lastName())
                .put("email", worker.email())
                .put("language", worker.language())
                .put("is_active", worker.active())
                .put("location_id", assigned.primaryId().isEmpty() ? null : assigned.primaryId());
        var phones = json.putArray("phone_numbers");
        worker.phoneNumbers().forEach(phones::add);
        var locations = json.putArray("assigned_location_ids");
        assigned.locationIds().forEach(locations::add);
        ObjectNode data = json.putObject("user_data");
        worker.userData().forEach(data::put);
        return json;
    }

    static ObjectNode ofGroup(String project, GroupMembers whole) {
        ObjectNode json = document(whole.group().groupId(), "Group", project)
                .put("name", whole.group().name())
                .put("case_sharing", whole.group().caseSharing())
                .put("reporting", whole.group().reporting());
        var users = json.putArray("users");
        whole.userIds().forEach(users::add);
        ObjectNode metadata = json.putObject("metadata");
        whole.group().metadata().forEach(metadata::put);
        return json;
    }

    static ObjectNode ofLocation(String project, Location location) {
        ObjectNode json = document(location.locationId(), "Location", project)
                .put("location_id", location.locationId())
                .put("name", location.name())
                .put("site_code", location.siteCode())
                .put("external_id", location.externalId())
                .put("location_type", location.type().name())
                .put("location_type_code", location.type().code())
                .put("parent_location_id", location.parentId())
                .put("is_archived", location.isArchived())
                .put("last_modified", time(location.lastModified()))
                .put("latitude", number(location.latitude()))
                .put("longitude", number(location.longitude()));
        ObjectNode metadata = json.putObject("metadata");
        location.metadata().forEach(metadata::put);
        return json;
    }

    private static ObjectNode document(String id, String docType, String project) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("_id", id)
                .put("doc_type", docType)
                .put(DOMAIN, project);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Timestamps.format(time);
    }

    private static @Nullable Double number(@Nullable BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }
}
