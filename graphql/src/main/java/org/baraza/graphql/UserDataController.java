// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataField;
import org.baraza.identity.UserDataFields;
import org.baraza.identity.UserDataProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a project wants to know of its workers, and the profiles that fix some of it. */
@Controller
final class UserDataController {
    private final Entrance entrance;
    private final UserDataFields userData;

    UserDataController(Entrance entrance, UserDataFields userData) {
        this.entrance = entrance;
        this.userData = userData;
    }

    /** A field to be. */
    record FieldInput(
            String slug,
            String label,
            @Nullable Boolean required,
            @Nullable List<String> choices,
            @Nullable String regex,
            @Nullable String regexMessage) {
        private UserDataField field() {
            return new UserDataField(
                    slug,
                    label,
                    required != null && required,
                    choices == null ? List.of() : choices,
                    regex == null ? "" : regex,
                    regexMessage == null ? "" : regexMessage);
        }
    }

    /** All fields of a project. */
    record Definition(String project, List<FieldInput> fields) {}

    /** A profile to be made. */
    record NewProfile(String project, String name, Map<String, Object> fields) {}

    /** A profile as it becomes. */
    record ChangedProfile(String project, String profileId, String name, Map<String, Object> fields) {}

    /** A profile that goes. */
    record GoneProfile(String project, String profileId) {}

    /** What came of it. */
    record UserDataFieldsPayload(@Nullable List<UserDataField> userDataFields, List<UserError> userErrors) {}

    /** What came of it. */
    record UserDataProfilePayload(@Nullable UserDataProfile userDataProfile, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteUserDataProfilePayload(List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "userDataFields")
    List<UserDataField> fields(ProjectNode project) {
        return InProject.scoped(project.access(), () -> userData.fields(project.access()));
    }

    @SchemaMapping(typeName = "Project", field = "userDataProfiles")
    List<UserDataProfile> profiles(ProjectNode project) {
        return InProject.scoped(project.access(), () -> userData.profiles(project.access()));
    }

    @BatchMapping(typeName = "MobileWorker", field = "userDataProfile")
    Map<WorkerNode, UserDataProfile> profileOf(List<WorkerNode> nodes) {
        return Batch.byId(nodes, WorkerNode::profileId, (access, ids) -> byId(access), (node, profile) -> profile);
    }

    private Map<String, UserDataProfile> byId(ProjectAccess access) {
        Map<String, UserDataProfile> profiles = new LinkedHashMap<>();
        userData.profiles(access).forEach(profile -> profiles.put(profile.profileId(), profile));
        return profiles;
    }

    @MutationMapping
    UserDataFieldsPayload setUserDataFields(@Argument Definition input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> userData.replaceFields(
                        access, input.fields.stream().map(FieldInput::field).toList()),
                UserDataFieldsPayload::new);
    }

    @MutationMapping
    UserDataProfilePayload createUserDataProfile(@Argument NewProfile input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> userData.createProfile(access, input.name, values(input.fields)),
                UserDataProfilePayload::new);
    }

    @MutationMapping
    UserDataProfilePayload updateUserDataProfile(@Argument ChangedProfile input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> userData.updateProfile(
                        access, new UserDataProfile(input.profileId, input.name, values(input.fields))),
                UserDataProfilePayload::new);
    }

    @MutationMapping
    DeleteUserDataProfilePayload deleteUserDataProfile(@Argument GoneProfile input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    userData.deleteProfile(access, input.profileId);
                    return true;
                },
                (_, errors) -> new DeleteUserDataProfilePayload(errors));
    }

    private static Map<String, String> values(Map<String, Object> fields) {
        return Texts.read("fields", "USER_DATA_INVALID", fields);
    }
}
