// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.forms.Form;
import org.baraza.forms.FormAttachment;
import org.baraza.forms.FormContent;
import org.baraza.forms.FormDetails;
import org.baraza.forms.FormEvent;
import org.baraza.forms.FormLists;
import org.baraza.forms.FormState;
import org.baraza.forms.ListedForm;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms in the data API's shape, as many at once as a page has. */
@Component
final class FormObjects {
    private final FormLists forms;

    FormObjects(FormLists forms) {
        this.forms = forms;
    }

    /** In the order of the forms, by their ids. */
    Map<String, ObjectNode> of(ProjectAccess who, Collection<ListedForm> listed, HttpServletRequest request) {
        return of(who, listed, forms.details(who, listed), request);
    }

    /** As {@link #of(ProjectAccess, Collection, HttpServletRequest)}, of forms of which it is known what hangs on them. */
    Map<String, ObjectNode> of(
            ProjectAccess who, Collection<ListedForm> listed, FormDetails details, HttpServletRequest request) {
        String server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return of(who, listed, details, server);
    }

    /** @param server where attachments can be fetched, without a slash at the end */
    Map<String, ObjectNode> of(ProjectAccess who, Collection<ListedForm> listed, String server) {
        return of(who, listed, forms.details(who, listed), server);
    }

    private static Map<String, ObjectNode> of(
            ProjectAccess who, Collection<ListedForm> listed, FormDetails details, String server) {
        String files = server + "/a/" + who.projectName() + "/api/form_attachment/v1/";
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        for (ListedForm one : listed) {
            String id = one.form().formId();
            FormContent content = details.contents().get(id);
            ObjectNode json = json(who, one, content);
            json.put("edited_by_user_id", editor(details.events().getOrDefault(id, List.of())));
            json.set(
                    "attachments",
                    attachments(files, one, content, details.attachments().getOrDefault(id, List.of())));
            json.put("resource_uri", "");
            objects.put(id, json);
        }
        return objects;
    }

    private static ObjectNode json(ProjectAccess who, ListedForm listed, @Nullable FormContent content) {
        Form form = listed.form();
        ObjectNode whole = content == null
                ? JsonMapper.shared().createObjectNode()
                : content.json().orElseGet(JsonMapper.shared()::createObjectNode);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", form.formId());
        json.put("domain", who.projectName());
        json.put("app_id", form.appId());
        json.put("build_id", form.buildId());
        json.put("type", whole.path("#type").asString(""));
        json.put("version", whole.path("@version").asString(""));
        json.put("uiversion", whole.path("@uiVersion").asString(""));
        json.put("received_on", Times.text(form.receivedOn()));
        json.put("server_modified_on", Times.text(listed.serverModifiedOn()));
        json.put("indexed_on", Times.text(listed.indexedOn()));
        json.put("edited_on", Times.text(form.editedOn()));
        json.put("archived", form.state() == FormState.ARCHIVED);
        json.put("problem", form.problem());
        json.put("initial_processing_complete", true);
        json.put("is_phone_submission", listed.fromPhone());
        json.put("submit_ip", listed.submitIp());
        JsonNode meta = whole.path("meta");
        if (meta instanceof ObjectNode block) {
            json.set("metadata", FormMetadata.of(block, form));
        } else {
            json.putNull("metadata");
        }
        json.set("form", whole);
        return json;
    }

    private static @Nullable String editor(List<FormEvent> events) {
        return events.stream()
                .filter(event -> event.operation().equals("edit"))
                .reduce((_, last) -> last)
                .map(FormEvent::userId)
                .orElse(null);
    }

    private static ObjectNode attachments(
            String files, ListedForm listed, @Nullable FormContent content, List<FormAttachment> attachments) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        String folder = files + UriUtils.encodePathSegment(listed.form().formId(), "UTF-8") + "/";
        if (content != null) {
            put(json, folder, "form.xml", "text/xml", content.xml().length);
        }
        attachments.stream()
                .filter(attachment -> attachment.setAside() == null)
                .forEach(attachment ->
                        put(json, folder, attachment.name(), attachment.contentType(), attachment.length()));
        return json;
    }

    private static void put(ObjectNode json, String folder, String name, String contentType, long length) {
        json.putObject(name)
                .put("content_type", contentType)
                .put("length", length)
                .put("url", folder + UriUtils.encodePathSegment(name, "UTF-8"));
    }
}
