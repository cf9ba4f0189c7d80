// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.api.pages.EmptyText;
import org.baraza.api.pages.JsonBody;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.identity.Invitation;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Invitations;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Invitations of web users in CommCare HQ's data API. */
@RestController
final class InvitationResource {
    private final Invitations invitations;
    private final Belongings belongings;

    InvitationResource(Invitations invitations, Belongings belongings) {
        this.invitations = invitations;
        this.belongings = belongings;
    }

    @PostMapping({"/a/{domain}/api/invitation/v1", "/a/{domain}/api/invitation/v1/"})
    void invite(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_WEB_USERS);
        invited(who, request).send(response);
    }

    /** What is wrong is told in a list. */
    private Answer invited(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            InvitationWish wish = wish(JsonBody.read(request.getInputStream()));
            belongings.refuseUnknown(who, wish.assignedLocationIds());
            return Answer.json(
                    HttpStatus.CREATED, json(invitations.invite(who, wish).invitation(), wish.profile()));
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid(var errors)) {
                return HqJson.listed(errors.stream().map(FieldError::message).toList());
            }
            throw refused;
        }
    }

    private static InvitationWish wish(JsonBody body) {
        List<FieldError> errors = new ArrayList<>(WebUserParameters.errors(body, Set.of("email")));
        for (String name : List.of("email", "role")) {
            if (body.text(name).filter(text -> !text.isBlank()).isEmpty()) {
                errors.add(new FieldError(name, "FIELD_MISSING", "'" + name + "' is required."));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return new InvitationWish(
                body.text("email").orElse(""),
                body.text("role").orElse(""),
                body.text("primary_location_id").orElse(""),
                body.list("assigned_location_ids").orElse(List.of()),
                body.texts("user_data").orElse(Map.of()),
                body.text("profile").orElse(""));
    }

    private static ObjectNode json(Invitation invitation, String profile) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", invitation.invitationId().toString())
                .put("email", invitation.email())
                .put("role", invitation.roleName())
                .put("primary_location_id", EmptyText.orNull(invitation.primaryLocationId()));
        var places = json.putArray("assigned_location_ids");
        invitation.assignedLocationIds().forEach(places::add);
        json.put("profile", EmptyText.orNull(profile));
        var data = json.putObject("user_data");
        invitation.userData().forEach(data::put);
        return json;
    }
}
