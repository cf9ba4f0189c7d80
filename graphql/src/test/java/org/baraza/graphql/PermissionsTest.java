// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.graphql.execution.SubscriptionPublisherException;

/** Asks for every field that needs a permission, as people who have one permission each, and compares with the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final String ADMIN = "admin";
    private static final Set<String> DATA = Set.of("view_reports", "edit_data");
    private static final Set<String> TABLES = Set.of("edit_data", "access_api");
    private static final Set<String> WORKERS = Set.of("view_commcare_users", "edit_commcare_users");

    /** Mutations name things that are not there, so that the permitted ones change nothing. */
    private static final Map<String, String> INPUTS = Map.ofEntries(
            Map.entry("updateProject", "timeZone: \"?\""),
            Map.entry("archiveForm", "formId: \"?\""),
            Map.entry("unarchiveForm", "formId: \"?\""),
            Map.entry("cleanForm", "formId: \"?\", texts: []"),
            Map.entry("updateCase", "caseId: \"?\""),
            Map.entry("reopenCase", "caseId: \"?\""),
            Map.entry("rebuildCase", "caseId: \"?\""),
            Map.entry("deleteCase", "caseId: \"?\""),
            Map.entry("undeleteCase", "caseId: \"?\""),
            Map.entry("releaseClaims", "claimIds: [\"?\"]"),
            Map.entry("updateCaseSearchSettings", "enabled: true, fuzzyProperties: [], ignorePatterns: []"),
            Map.entry("createMobileWorker", "username: \"\", password: \"\""),
            Map.entry("setMobileWorkerActive", "userId: \"?\", active: true"),
            Map.entry("setAppUpdatePrompts", "appId: \"\", commcarePrompt: OFF, appPrompt: OFF"),
            Map.entry("requestDeviceLogs", "userId: \"?\", deviceId: \"?\""),
            Map.entry("addRecoveryMeasure", "appId: \"\", kind: APP_UPDATE"),
            Map.entry("removeRecoveryMeasure", "sequenceNumber: 0"),
            Map.entry("replacePhoneKey", "userId: \"?\""),
            Map.entry("updateProjectSecurity", "digestAllowed: false"),
            Map.entry("trustIdentityProvider", "slug: \"?\""),
            Map.entry("distrustIdentityProvider", "slug: \"?\""),
            Map.entry("inviteWebUser", "email: \"?\", role: \"?\""),
            Map.entry("resendInvitation", "invitationId: \"?\""),
            Map.entry("cancelInvitation", "invitationId: \"?\""),
            Map.entry("approveJoinRequest", "requestId: \"?\", role: \"?\""),
            Map.entry("declineJoinRequest", "requestId: \"?\""),
            Map.entry("setMemberRole", "userId: \"?\", role: \"?\""),
            Map.entry("setMemberActive", "userId: \"?\", active: true"),
            Map.entry("resetMemberTwoFactor", "userId: \"?\""),
            Map.entry("unlockMember", "userId: \"?\""),
            Map.entry("mailMobileWorkerPasswordReset", "userId: \"?\""),
            Map.entry("mailMobileWorkerConfirmation", "userId: \"?\""),
            Map.entry("signOutMember", "userId: \"?\""),
            Map.entry("removeMember", "userId: \"?\""),
            Map.entry("unlockMobileWorker", "userId: \"?\""),
            Map.entry("setMobileWorkerDemo", "userId: \"?\", demo: true"),
            Map.entry("resetMobileWorkerPassword", "userId: \"?\", password: \"correct-horse-8\""),
            Map.entry("createLocationType", "name: \"\""),
            Map.entry("updateLocationType", "code: \"?\""),
            Map.entry("deleteLocationType", "code: \"?\""),
            Map.entry("createLocation", "name: \"\", typeCode: \"?\""),
            Map.entry("updateLocation", "locationId: \"?\""),
            Map.entry("moveLocation", "locationId: \"?\""),
            Map.entry("archiveLocation", "locationId: \"?\""),
            Map.entry("unarchiveLocation", "locationId: \"?\""),
            Map.entry("deleteLocation", "locationId: \"?\""),
            Map.entry("mergeLocations", "fromLocationId: \"?\", intoLocationId: \"?\""),
            Map.entry("setWorkerLocations", "userId: \"?\", locationIds: []"),
            Map.entry("setWorkerGroups", "userId: \"?\", groupIds: []"),
            Map.entry("changeGroupMembers", "groupId: \"?\""),
            Map.entry("createGroup", "name: \"\""),
            Map.entry("updateGroup", "groupId: \"?\""),
            Map.entry("deleteGroup", "groupId: \"?\""),
            Map.entry("updateMobileWorker", "userId: \"?\""),
            Map.entry("deleteMobileWorker", "userId: \"?\""),
            Map.entry("setUserDataFields", "fields: [{slug: \"\", label: \"\"}]"),
            Map.entry("createUserDataProfile", "name: \"\", fields: {}"),
            Map.entry("updateUserDataProfile", "profileId: \"?\", name: \"\", fields: {}"),
            Map.entry("deleteUserDataProfile", "profileId: \"?\""),
            Map.entry("createRole", "name: \"\", permissions: []"),
            Map.entry("updateRole", "roleId: \"?\", name: \"\", permissions: []"),
            Map.entry("copyRole", "roleId: \"?\", name: \"\""),
            Map.entry("setRoleArchived", "roleId: \"?\", archived: true"),
            Map.entry("deleteRole", "roleId: \"?\""),
            Map.entry("createLookupTable", "tag: \"\", fields: []"),
            Map.entry("updateLookupTable", "tableId: \"?\""),
            Map.entry("deleteLookupTable", "tableId: \"?\""),
            Map.entry("createLookupRow", "tableId: \"?\", fields: []"),
            Map.entry("updateLookupRow", "rowId: \"?\""),
            Map.entry("deleteLookupRow", "rowId: \"?\""),
            Map.entry("createProduct", "name: \"\""),
            Map.entry("createApp", "name: \"\""),
            Map.entry("importApp", "name: \"\", document: {modules: []}"),
            Map.entry("copyApp", "appId: \"?\", name: \"n\""),
            Map.entry("deleteApp", "appId: \"?\""),
            Map.entry("undeleteApp", "appId: \"?\""),
            Map.entry("editApp", "appId: \"?\", version: 1, changes: [{remove: \"?\"}]"),
            Map.entry("makeVersion", "appId: \"?\""),
            Map.entry("releaseVersion", "buildId: \"?\", released: true"),
            Map.entry("commentVersion", "buildId: \"?\", comment: \"\""),
            Map.entry("deleteVersion", "buildId: \"?\""),
            Map.entry("revertApp", "buildId: \"?\""),
            Map.entry("startAppRollout", "buildId: \"?\", percent: 10"),
            Map.entry("widenAppRollout", "rolloutId: \"?\", percent: 10"),
            Map.entry("stepAppRollout", "rolloutId: \"?\", step: PAUSE"),
            Map.entry("rollBackApp", "buildId: \"?\""),
            Map.entry("setAppReleaseSettings", "byLocation: false, byProfile: false"),
            Map.entry("pinAppRelease", "buildId: \"?\", kind: LOCATION, placeId: \"?\""),
            Map.entry("activatePinnedAppRelease", "pinId: \"?\", kind: LOCATION, active: true"),
            Map.entry("updateProduct", "productId: \"?\""),
            Map.entry("setProductArchived", "productId: \"?\", archived: true"),
            Map.entry("createCaseType", "name: \"\""),
            Map.entry("describeCaseType", "name: \"?\", description: \"\""),
            Map.entry("setCaseTypeDeprecated", "name: \"?\", deprecated: true"),
            Map.entry("deleteCaseType", "name: \"?\""),
            Map.entry("editCaseType", "caseType: \"\""),
            Map.entry("deletePropertyGroup", "caseType: \"?\", number: 1"),
            Map.entry("createProgram", "name: \"\""),
            Map.entry("updateProgram", "programId: \"?\""),
            Map.entry("deleteProgram", "programId: \"?\""),
            Map.entry(
                    "startCaseImport",
                    "tableId: \"?\", caseType: \"t\", searchField: CASE_ID, searchColumn: \"id\","
                            + " columns: [{header: \"h\", target: \"t\"}]"),
            Map.entry("startBulkAction", "action: ACTIVATE_MOBILE_WORKERS, ids: []"),
            Map.entry("startDownload", "workbook: GROUPS"),
            Map.entry("createExport", "type: FORM, identifier: \"?\", name: \"\""),
            Map.entry("updateExport", "exportId: \"?\""),
            Map.entry("deleteExport", "exportId: \"?\""),
            Map.entry("startExport", "exportId: \"?\""),
            Map.entry("startExportMedia", "exportId: \"?\""),
            Map.entry("startExports", "exportIds: [\"?\"]"),
            Map.entry("rebuildExport", "exportId: \"?\""),
            Map.entry("setExportRebuilding", "exportId: \"?\", rebuilding: true"),
            Map.entry(
                    "createConnection",
                    "name: \"\", url: \"?\", notifyAddresses: [], auth: {type: BASIC, username: \"\"}"),
            Map.entry("updateConnection", "connectionId: \"?\""),
            Map.entry("deleteConnection", "connectionId: \"?\""),
            Map.entry("testConnection", "connectionId: \"?\""),
            Map.entry("rotateSigningSecret", "connectionId: \"?\""),
            Map.entry("createForwarder", "connectionId: \"?\", type: \"?\""),
            Map.entry("updateForwarder", "forwarderId: \"?\""),
            Map.entry("deleteForwarder", "forwarderId: \"?\""),
            Map.entry("setForwarderPaused", "forwarderId: \"?\", paused: true"),
            Map.entry("resendForwardingRecord", "recordId: \"?\""),
            Map.entry("cancelForwardingRecord", "recordId: \"?\""),
            Map.entry("requeueForwardingRecord", "recordId: \"?\""),
            Map.entry(
                    "replayForwarder",
                    "forwarderId: \"?\", since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\""),
            Map.entry("retrySetAsideChange", "changeId: \"?\""),
            Map.entry("dropSetAsideChange", "changeId: \"?\""),
            Map.entry("updateRestoreSettings", "locationFixtures: FLAT"),
            Map.entry("setUserCases", "enabled: false"),
            Map.entry("resetDemoRestore", "userId: \"?\""));

    /** Everybody may see every location: what locations hide is no matter of fields. */
    private static final String EVERYWHERE = Permission.ACCESS_ALL_LOCATIONS.wireName();

    private final Server server = new Server();
    private final Map<String, WebUser> people = new LinkedHashMap<>();
    private String workerId = "";

    @BeforeAll
    void peopleWithOnePermissionEach() {
        WebUser admin = server.world.webUser("admin@example.org");
        ProjectAccess demo = server.world.project("demo", admin);
        people.put(ADMIN, admin);
        MobileWorker worker = server.world.worker(demo, "amina");
        workerId = worker.userId();
        server.work.submit(demo, FormXml.visit("f1", workerId).creates("m1", "mother", "Achieng", workerId));
        hire(demo, "nobody", List.of());
        for (Permission permission : Permission.values()) {
            hire(demo, permission.wireName(), List.of(permission.wireName(), EVERYWHERE));
        }
    }

    private void hire(ProjectAccess demo, String role, List<String> permissions) {
        WebUser user = server.world.webUser(role + "@example.org");
        server.world.in(demo, () -> {
            server.world.transactions.writing(tx -> tx.sql()
                    .execute(
                            "insert into identity.role (project_id, name, permissions) values ({0}, {1}, {2})",
                            DSL.val(demo.project().value()),
                            DSL.val(role),
                            DSL.val(permissions.toArray(String[]::new))));
            server.world.node.members.put(demo, user.username(), role);
            return role;
        });
        people.put(role, user);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @TestFactory
    List<DynamicTest> everyFieldOfTheTableIsGuardedAsItSays() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/field-permissions.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .filter(line -> !allowed(line[1]).isEmpty())
                .map(line -> DynamicTest.dynamicTest(line[0], () -> check(line[0], allowed(line[1]))))
                .toList();
    }

    private static Set<String> allowed(String need) {
        return switch (need) {
            case "data" -> DATA;
            case "workers" -> WORKERS;
            case "groups" -> Set.of("view_groups", "edit_groups", "edit_commcare_users");
            case "edit_groups" -> Set.of("edit_groups", "edit_commcare_users");
            case "locations" -> Set.of("view_locations", "edit_locations");
            case "assign" -> Set.of("edit_users_in_locations", "edit_commcare_users");
            case "tables" -> TABLES;
            case "members" -> Set.of("view_web_users", "edit_web_users");
            case "roles" -> Set.of("view_roles", "edit_web_users");
            case "bulk" ->
                with(
                                reports(),
                                "edit_groups",
                                "edit_commcare_users",
                                "edit_web_users",
                                "edit_locations",
                                "edit_data",
                                "edit_motech")
                        .stream()
                        .filter(name -> !name.equals(Permission.READ_FEEDS.wireName()))
                        .collect(Collectors.toSet());
            case "reports" -> reports();
            case "kinds" -> with(reports(), "edit_data");
            case "form exports" -> Set.of("view_reports", Permission.EXPORT_FORMS.wireName());
            case "form columns" ->
                Set.of("view_reports", Permission.EXPORT_FORMS.wireName(), Permission.READ_FEEDS.wireName());
            case "admin" -> Set.of(ADMIN);
            case "apps" -> Set.of("view_apps", "edit_apps");
            case "dictionary" -> Set.of("view_data_dict", "edit_data_dict", "edit_apps");
            case "devices" -> Set.of("view_reports", "view_commcare_users", "edit_commcare_users");
            case "view_reports",
                    "edit_data",
                    "edit_commcare_users",
                    "edit_locations",
                    "edit_apps",
                    "edit_web_users",
                    "edit_data_dict",
                    "edit_motech" -> Set.of(need);
            case "member",
                    "self",
                    "as the parent",
                    "as the object",
                    "web user",
                    "web user who may create projects",
                    "of the account",
                    "operator",
                    "workers beside the case",
                    "bulk, else none" -> Set.of();
            default -> throw new IllegalArgumentException("no such need: " + need);
        };
    }

    private static Set<String> reports() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission == Permission.VIEW_REPORTS || permission.isOfAReport())
                .map(Permission::wireName)
                .collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> names, String... others) {
        return Stream.concat(names.stream(), Arrays.stream(others)).collect(Collectors.toSet());
    }

    private void check(String field, Set<String> allowed) {
        String[] name = field.split("\\.");
        people.forEach((role, person) -> {
            boolean reaches = !name[0].equals("MobileWorker")
                    || DATA.contains(role)
                    || WORKERS.contains(role)
                    || role.equals(ADMIN);
            if (reaches) {
                assertThat(isForbidden(name[0], name[1], role, person))
                        .as("%s as %s is refused", field, role)
                        .isEqualTo(!allowed.contains(role) && !role.equals(ADMIN));
            }
        });
    }

    private boolean isForbidden(String type, String field, String role, WebUser person) {
        String selected = selected(type, field);
        return switch (type) {
            case "Project" ->
                server.codes(person, "{ project(name: \"demo\") { " + selected + " } }")
                        .contains("FORBIDDEN");
            case "MobileWorker" ->
                server.codes(person, ofWorker(role, selected)).contains("FORBIDDEN");
            case "Mutation" -> isRefused(person, field);
            case "Subscription" -> mayNotWatch(person, selected);
            default -> throw new IllegalArgumentException("no way to " + type);
        };
    }

    /** Whoever sees data meets workers as owners, the others by their list. */
    private String ofWorker(String role, String selected) {
        String way = DATA.contains(role)
                ? "case(caseId: \"m1\") { owner { ... on MobileWorker { " + selected + " } } }"
                : "mobileWorker(userId: \"" + workerId + "\") { " + selected + " }";
        return "{ project(name: \"demo\") { " + way + " } }";
    }

    private boolean isRefused(WebUser person, String mutation) {
        String document = "mutation { " + mutation + "(input: {project: \"demo\", " + INPUTS.get(mutation)
                + "}) { userErrors { code } } }";
        return server.ask(person, document)
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get()
                .contains("FORBIDDEN");
    }

    private boolean mayNotWatch(WebUser person, String selected) {
        try {
            server.as(
                    person,
                    () -> server.tester()
                            .document("subscription { " + selected + " }")
                            .executeSubscription()
                            .toFlux()
                            .blockFirst(Duration.ofMillis(300)));
            return false;
        } catch (SubscriptionPublisherException refused) {
            return "FORBIDDEN"
                    .equals(refused.getErrors().getFirst().getExtensions().get("code"));
        } catch (IllegalStateException nothingCame) {
            return false;
        }
    }

    /** The field with arguments for what must be said, and the least selection. */
    private String selected(String type, String field) {
        GraphQLSchema schema = server.source().schema();
        GraphQLFieldDefinition definition = schema.getObjectType(type).getFieldDefinition(field);
        String arguments = definition.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(this::said)
                .collect(Collectors.joining(", "));
        boolean composite = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType;
        return field + (arguments.isEmpty() ? "" : "(" + arguments + ")") + (composite ? " { __typename }" : "");
    }

    /** Every argument that must be given is an id or a name. */
    private String said(GraphQLArgument argument) {
        if (argument.getName().equals("type")) {
            return "type: FORM";
        }
        if (argument.getName().equals("input")) {
            return "input: {type: \"AppStructureRepeater\"}";
        }
        return argument.getName() + ": \""
                + switch (argument.getName()) {
                    case "project" -> "demo";
                    case "caseId" -> "m1";
                    case "formId" -> "f1";
                    default -> workerId;
                }
                + "\"";
    }
}
