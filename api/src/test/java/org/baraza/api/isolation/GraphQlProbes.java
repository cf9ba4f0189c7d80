// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.baraza.api.isolation.Kind.API_KEY;
import static org.baraza.api.isolation.Kind.CASE;
import static org.baraza.api.isolation.Kind.FORM;
import static org.baraza.api.isolation.Kind.GROUP;
import static org.baraza.api.isolation.Kind.LOCATION;
import static org.baraza.api.isolation.Kind.MEMBER;
import static org.baraza.api.isolation.Kind.MEMBER_WITH_PHONE;
import static org.baraza.api.isolation.Kind.NEW_APPLICATION;
import static org.baraza.api.isolation.Kind.NEW_AUTHORIZATION;
import static org.baraza.api.isolation.Kind.NEW_INVITATION;
import static org.baraza.api.isolation.Kind.NEW_JOIN_REQUEST;
import static org.baraza.api.isolation.Kind.NEW_MEMBER;
import static org.baraza.api.isolation.Kind.NEW_PROFILE;
import static org.baraza.api.isolation.Kind.NEW_ROLE;
import static org.baraza.api.isolation.Kind.NEW_ROW;
import static org.baraza.api.isolation.Kind.NEW_TABLE;
import static org.baraza.api.isolation.Kind.NEW_WORKER;
import static org.baraza.api.isolation.Kind.PROJECT;
import static org.baraza.api.isolation.Kind.ROW;
import static org.baraza.api.isolation.Kind.TABLE;
import static org.baraza.api.isolation.Kind.TAG;
import static org.baraza.api.isolation.Kind.UNCONFIRMED_WORKER;
import static org.baraza.api.isolation.Kind.USERNAME;
import static org.baraza.api.isolation.Kind.WORKER;
import static org.baraza.api.isolation.Kind.WORKER_WITH_MAIL;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import tools.jackson.databind.json.JsonMapper;

/** Probes of every field of the GraphQL schema that takes an id or a project, and the reasons for those without. */
final class GraphQlProbes {
    /** Fields with arguments that nothing of another project can be asked by. */
    static final Map<String, String> NO_WAY_IN = Map.ofEntries(
            Map.entry("Mutation.createProject", "names of project spaces are unique on the server and stand in URLs"),
            Map.entry("Query.joinableProject", "for people who are no members; tried in JoinRequestsTest"),
            Map.entry("Mutation.requestToJoin", "for people who are no members; tried in JoinRequestsTest"),
            Map.entry("Mutation.confirmTwoFactor", "turns on the caller's own second factor"),
            Map.entry("Mutation.makeRecoveryCodes", "makes the caller's own recovery codes"),
            Map.entry("Mutation.turnOffTwoFactor", "turns off the caller's own second factor"),
            Map.entry("Me.oauthQuestion", "a state is the secret of whoever was asked; tried in AuthorizationCodeTest"),
            Map.entry("Mutation.renewOAuthSecret", "what it answers is another each time; tried in ApplicationsTest"),
            Map.entry(
                    "Mutation.endSession",
                    "ends sessions of the caller's own; another's is tried in KeysAndSessionsTest"),
            Map.entry("Me.events", "takes only a page of the caller's own account"),
            Map.entry("Me.apiKeys", "takes only a page of the caller's own account"),
            Map.entry("Me.authorizedApplications", "takes only a page of the caller's own account"),
            Map.entry("Enterprise.events", "takes only a page of what was entered"),
            Map.entry("Mutation.createEnterprise", "for whoever runs the server, and of nobody's project"),
            Map.entry("Mutation.setProjectActive", "for whoever runs the server, who may close any project"),
            Map.entry("Mutation.setProjectSwitch", "for whoever runs the server, who may switch in any project"),
            Map.entry("Mutation.approveEmailDomain", "for whoever runs the server, who may see every account"),
            Map.entry("Mutation.proveEmailDomain", "needs a domain that says so; tried in EmailDomainsTest"),
            Map.entry("Mutation.removeEnterpriseAdmin", "needs another administrator; tried in EnterprisesTest"),
            Map.entry(
                    "Mutation.setEnterpriseProjectActive", "needs a project of the account; tried in EnterprisesTest"),
            Map.entry("Mutation.removeEnterpriseProject", "needs a project of the account; tried in EnterprisesTest"),
            Map.entry("Case.referencedBy", "takes only a page of what was entered"),
            Map.entry("Case.history", "takes only a page of what was entered"),
            Map.entry("Case.forms", "takes only a page of what was entered"),
            Map.entry("App.edits", "takes only a page of what was entered"),
            Map.entry("App.rollouts", "takes only a page of what was entered"),
            Map.entry("App.versions", "takes only a page of what was entered"),
            Map.entry("App.media", "takes only a page of what was entered"),
            Map.entry("App.formSource", "names a form of the app that was entered"),
            Map.entry("App.questions", "names a form of the app that was entered"),
            Map.entry("Job.errors", "takes only a page of what was entered"),
            Map.entry("Group.members", "takes only a page of what was entered"),
            Map.entry("Location.children", "takes only a page of what was entered"),
            Map.entry("Location.workers", "takes only a page of what was entered"),
            Map.entry("LookupTable.rows", "takes only a page of what was entered"),
            Map.entry("MobileWorker.claims", "takes only a page of what was entered"),
            Map.entry("MobileWorker.forms", "takes only a page of what was entered"));

    private static final String CASES = "{ nodes { caseId name } totalCount }";
    private static final String FORMS = "{ nodes { formId userId } totalCount }";

    private GraphQlProbes() {}

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        probes.add(read("Query.project", PROJECT, "project(name: $project) { name myRole cases " + CASES + " }"));
        probes.add(read("Query.projects", PROJECT, "projects(search: $project) { nodes { name } totalCount }"));
        probes.add(node("case", CASE, "... on Case { name }"));
        probes.add(node("form", FORM, "... on Form { xmlns }"));
        probes.add(node("worker", WORKER, "... on MobileWorker { username }"));
        probes.add(node("project", PROJECT, "... on Project { name }"));
        probes.add(inProject("case", CASE, "case(caseId: $id) { name history { totalCount } }"));
        probes.add(inProject("form", FORM, "form(formId: $id) { xmlns xml json caseChanges { caseId } }"));
        probes.add(inProject("mobileWorker", WORKER, "mobileWorker(userId: $id) { username }"));
        probes.add(
                inProject("mobileWorkers", USERNAME, "mobileWorkers(search: $id) { nodes { username } totalCount }"));
        probes.add(inProject("mobileWorkers", GROUP, "mobileWorkers(groupId: $id) { nodes { username } totalCount }"));
        probes.add(inProject(
                "mobileWorkers", LOCATION, "mobileWorkers(locationId: $id) { nodes { username } totalCount }"));
        probes.add(inProject("mobileWorkersNamed", USERNAME, "mobileWorkersNamed(usernames: [$id]) { displayName }"));
        probes.add(inProject("cases", CASE, "cases(filter: {text: $id}) " + CASES));
        probes.add(inProject("cases", WORKER, "cases(filter: {ownerId: $id}) " + CASES));
        probes.add(inProject("cases", CASE, "cases(filter: {externalId: $id, type: \"mother\"}) " + CASES, false));
        probes.add(inProject("forms", WORKER, "forms(filter: {userId: $id}) " + FORMS));
        probes.add(inProject("lookupTable", TAG, "lookupTable(tag: $id) { isGlobal rows { totalCount } }"));
        probes.add(inProject("lookupRow", ROW, "lookupRow(rowId: $id) { sortKey owners { id } }"));
        probes.add(inProject("lookupTables", PROJECT, "lookupTables { nodes { isGlobal } totalCount }"));
        probes.add(inProject("members", PROJECT, "members(first: 5) { nodes { role } totalCount }"));
        probes.add(inProject("invitations", PROJECT, "invitations(first: 5) { nodes { role } totalCount }"));
        probes.add(inProject("joinRequests", PROJECT, "joinRequests(first: 5) { nodes { email } totalCount }"));
        probes.add(inProject("auditLog", PROJECT, "auditLog(first: 2) { nodes { action } totalCount }"));
        probes.add(inProject("accessLog", PROJECT, "accessLog(first: 1) { nodes { method } totalCount }"));
        probes.add(inProject("activity", PROJECT, "activity(days: 2) { formsToday }"));
        probes.add(read(
                "MobileWorker.cases",
                CASE,
                "project(name: $project) { mobileWorkers(search: \"amina\") { nodes { cases(filter: {text: $id}) "
                        + CASES + " } } }"));
        probes.addAll(mutations());
        probes.addAll(PlaceProbes.graphQl());
        probes.addAll(ProductProbes.graphQl());
        probes.addAll(AppProbes.graphQl());
        probes.addAll(ReleaseProbes.graphQl());
        probes.addAll(DictionaryProbes.graphQl());
        probes.addAll(EnterpriseProbes.graphQl());
        probes.addAll(BulkProbes.graphQl());
        probes.addAll(ExportProbes.graphQl());
        probes.addAll(ForwardingProbes.graphQl());
        probes.addAll(restores());
        probes.addAll(DeviceProbes.graphQl());
        probes.addAll(ClaimProbes.graphQl());
        probes.add(subscription("formChanged", "formChanged(project: $project) { xmlns }"));
        probes.add(subscription("caseChanged", "caseChanged(project: $project, type: \"mother\") { type }"));
        return probes;
    }

    private static List<Probe> mutations() {
        List<Probe> probes = new ArrayList<>(List.of(
                mutation("updateProject", PROJECT, "displayName: \"Probe\"", "project { displayName }"),
                mutation(
                        "createRole",
                        PROJECT,
                        "name: \"" + Tenant.noId() + "\", permissions: []",
                        "role { permissions }"),
                mutation("updateRole", NEW_ROLE, "roleId: $id, name: $id, permissions: []", "role { archived }"),
                mutation("copyRole", NEW_ROLE, "roleId: $id, name: \"" + Tenant.noId() + "\"", "role { archived }"),
                mutation("setRoleArchived", NEW_ROLE, "roleId: $id, archived: true", "role { archived }"),
                ended("deleteRole", NEW_ROLE, "roleId: $id"),
                mutation("updateMobileWorker", WORKER, "userId: $id, lastName: \"A\"", "mobileWorker { lastName }"),
                ended("deleteMobileWorker", NEW_WORKER, "userId: $id"),
                mutation(
                        "setUserDataFields",
                        PROJECT,
                        "fields: [{slug: \"s\", label: \"S\"}]",
                        "userDataFields { slug }"),
                mutation(
                        "createUserDataProfile",
                        PROJECT,
                        "name: \"" + Tenant.noId() + "\", fields: {s: \"x\"}",
                        "userDataProfile { fields }"),
                mutation(
                        "updateUserDataProfile",
                        NEW_PROFILE,
                        "profileId: $id, name: $id, fields: {s: \"y\"}",
                        "userDataProfile { fields }"),
                ended("deleteUserDataProfile", NEW_PROFILE, "profileId: $id"),
                mutation(
                        "createLookupTable",
                        PROJECT,
                        "tag: \"t" + Tenant.noId().substring(1, 20) + "\", fields: []",
                        "lookupTable { tag }"),
                mutation("updateLookupTable", TABLE, "tableId: $id, description: \"d\"", "lookupTable { tag }"),
                ended("deleteLookupTable", NEW_TABLE, "tableId: $id"),
                mutation("createLookupRow", TABLE, "tableId: $id, fields: []", "lookupRow { sortKey }"),
                mutation("updateLookupRow", ROW, "rowId: $id, sortKey: 3", "lookupRow { sortKey }"),
                ended("deleteLookupRow", NEW_ROW, "rowId: $id")));
        probes.addAll(older());
        return probes;
    }

    private static List<Probe> restores() {
        String demo =
                "setMobileWorkerDemo(input: {project: $project, userId: $id, demo: true}) { userErrors { code } } ";
        String reset = "resetDemoRestore(input: {project: $project, userId: $id}) { frozenOn userErrors { code } }";
        return List.of(
                read(
                        "MobileWorker.syncs",
                        WORKER,
                        "project(name: $project) { mobileWorker(userId: $id) { syncs { totalCount } } }"),
                read(
                        "Case.whyOnPhone",
                        WORKER,
                        "project(name: $project) { cases(first: 1) { nodes { whyOnPhone(userId: $id) { reason } } } }"),
                inProject("case", CASE, "case(caseId: $id) { heldBy { userId owns } }"),
                mutation("setUserCases", PROJECT, "enabled: false", "enabled"),
                mutation(
                        "updateRestoreSettings",
                        PROJECT,
                        "locationFixtures: FLAT",
                        "restoreSettings { locationFixtures }"),
                new Probe("Mutation.resetDemoRestore", NEW_WORKER, false, true, asking("mutation", demo + reset)));
    }

    private static List<Probe> older() {
        return List.of(
                mutation("archiveForm", FORM, "formId: $id", "form { state }"),
                mutation("unarchiveForm", FORM, "formId: $id", "form { state }"),
                mutation("updateCase", CASE, "caseId: $id, properties: [{name: \"a\", value: \"b\"}]", "case { name }"),
                mutation("cleanForm", FORM, "formId: $id, texts: []", "form { texts { value } } changed"),
                mutation("reopenCase", CASE, "caseId: $id", "case { closed }"),
                mutation("rebuildCase", CASE, "caseId: $id", "case { name } changed"),
                mutation("deleteCase", CASE, "caseId: $id", "case { name }"),
                mutation("undeleteCase", CASE, "caseId: $id", "case { name }"),
                mutation("setMobileWorkerActive", WORKER, "userId: $id, active: true", "mobileWorker { username }"),
                mutation("setMobileWorkerDemo", WORKER, "userId: $id, demo: false", "mobileWorker { demo }"),
                mutation(
                        "resetMobileWorkerPassword",
                        WORKER,
                        "userId: $id, password: \"" + Server.PASSWORD + "\"",
                        "mobileWorker { username }"),
                mutation(
                        "createMobileWorker",
                        PROJECT,
                        "username: \"new\", password: \"long-enough-7\"",
                        "mobileWorker { username }"),
                mutation(
                        "registerOAuthApplication",
                        NEW_ROLE,
                        "kind: SERVICE, name: \"p\", scopes: [\"access_apis\"], roleId: $id",
                        "oauthApplication { name project }"),
                application(
                        "updateOAuthApplication",
                        ", name: \"q\", scopes: [\"email\"], redirectUris: [\"https://q.example.org/\"]",
                        "oauthApplication { name }"),
                application("deleteOAuthApplication", "", ""),
                new Probe(
                        "Mutation.revokeOAuthAuthorization",
                        NEW_AUTHORIZATION,
                        false,
                        true,
                        asking("mutation", "revokeOAuthAuthorization(input: {clientId: $id}) { userErrors { code } }")),
                mutation("createApiKey", PROJECT, "name: \"key\"", "apiKey { name project }"),
                mutation(
                        "inviteWebUser",
                        PROJECT,
                        "email: \"" + Tenant.noId() + "@example.org\", role: \"Read Only\"",
                        "invitation { role }"),
                mutation(
                        "inviteWebUser",
                        LOCATION,
                        "email: \"" + Tenant.noId() + "@example.org\", role: \"Read Only\", locationIds: [$id]",
                        "invitation { role }"),
                mutation("resendInvitation", NEW_INVITATION, "invitationId: $id", "invitation { role }"),
                ended("cancelInvitation", NEW_INVITATION, "invitationId: $id"),
                ended("approveJoinRequest", NEW_JOIN_REQUEST, "requestId: $id, role: \"Read Only\""),
                ended("declineJoinRequest", NEW_JOIN_REQUEST, "requestId: $id"),
                mutation("setMemberRole", MEMBER, "userId: $id, role: \"Read Only\"", "member { role }"),
                mutation("setMemberActive", MEMBER, "userId: $id, active: true", "member { active }"),
                ended("resetMemberTwoFactor", MEMBER_WITH_PHONE, "userId: $id"),
                ended("unlockMember", MEMBER, "userId: $id"),
                mutation("mailMobileWorkerPasswordReset", WORKER_WITH_MAIL, "userId: $id", "path"),
                mutation("mailMobileWorkerConfirmation", UNCONFIRMED_WORKER, "userId: $id", "path"),
                ended("signOutMember", MEMBER, "userId: $id"),
                ended("removeMember", NEW_MEMBER, "userId: $id"),
                ended("unlockMobileWorker", WORKER, "userId: $id"),
                new Probe(
                        "Mutation.setApiKeyActive",
                        API_KEY,
                        false,
                        true,
                        asking(
                                "mutation",
                                "setApiKeyActive(input: {apiKeyId: $id, active: false}) { userErrors { code } }")),
                new Probe(
                        "Mutation.revokeApiKey",
                        API_KEY,
                        false,
                        true,
                        asking("mutation", "revokeApiKey(input: {apiKeyId: $id}) { userErrors { code } }")));
    }

    private static Probe application(String field, String input, String result) {
        return new Probe(
                "Mutation." + field,
                NEW_APPLICATION,
                false,
                true,
                asking(
                        "mutation",
                        field + "(input: {clientId: $id" + input + "}) { " + result + " userErrors { code } }"));
    }

    static Probe inProject(String field, Kind kind, String selection) {
        return inProject(field, kind, selection, true);
    }

    static Probe inProject(String field, Kind kind, String selection, boolean contrast) {
        String inside = "project(name: $project) { " + selection + " }";
        return new Probe("Project." + field, kind, true, contrast, asking("query", inside));
    }

    private static Probe read(String target, Kind kind, String selection) {
        return new Probe(target, kind, true, true, asking("query", selection));
    }

    static Probe node(String code, Kind kind, String more) {
        return new Probe("Query.node", kind, true, true, (who, project, id) -> {
            String plain = code + ":" + project + ":" + (kind == PROJECT ? "" : id);
            String global = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
            String document = "query($id: ID!) { node(id: $id) { __typename " + more + " } }";
            return Answer.of(who.graphQl().post(document, Map.of("id", global)));
        });
    }

    static Probe mutation(String field, Kind kind, String input, String result) {
        String selection = field + "(input: {project: $project, " + input + "}) { " + result
                + " userErrors { code message field } }";
        return new Probe("Mutation." + field, kind, false, true, asking("mutation", selection));
    }

    /** Ends something that was made for the probe. */
    static Probe ended(String field, Kind kind, String input) {
        String selection = field + "(input: {project: $project, " + input + "}) { userErrors { code message field } }";
        return new Probe("Mutation." + field, kind, false, true, asking("mutation", selection));
    }

    private static Probe subscription(String field, String selection) {
        return new Probe("Subscription." + field, PROJECT, true, true, (who, project, _) -> {
            String body = JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "query", document("subscription", selection), "variables", Map.of("project", project)));
            var event = CompletableFuture.supplyAsync(
                            () -> who.client().firstEvent("/graphql", body, who.authorization()))
                    .completeOnTimeout("", 20, TimeUnit.SECONDS);
            // Something happens until the watcher has seen it.
            while (!event.isDone()) {
                who.submit(FormXml.visit(Tenant.noId(), who.workerId())
                        .creates(Tenant.noId(), "mother", "n", who.workerId()));
            }
            return new Answer(200, event.join());
        });
    }

    private static Probe.Call asking(String operation, String selection) {
        String document = document(operation, selection);
        return (who, project, id) -> Answer.of(who.graphQl().post(document, Map.of("project", project, "id", id)));
    }

    private static String document(String operation, String selection) {
        List<String> variables = new ArrayList<>();
        if (selection.contains("$project")) {
            variables.add("$project: String!");
        }
        if (selection.contains("$id")) {
            variables.add("$id: String!");
        }
        return operation + "(" + String.join(", ", variables) + ") { " + selection + " }";
    }
}
