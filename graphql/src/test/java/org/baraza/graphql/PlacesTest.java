// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesTest {
    private final Server server = new Server();
    private WebUser admin;
    private WebUser stranger;
    private ProjectAccess demo;
    private String district = "";
    private final List<String> workers = new ArrayList<>();

    @BeforeAll
    void aDistrictOfVillages() {
        admin = server.world.webUser("admin@example.org");
        stranger = server.world.webUser("stranger@example.org");
        demo = server.world.project("demo", admin);
        server.world.project("other", stranger);
        for (int n = 0; n < 10; n++) {
            workers.add(server.world.worker(demo, "worker" + n).userId());
        }
        level("name: \"District\", code: \"district\", viewDescendants: true");
        level("name:\"Village\", code:\"village\", parentCode:\"district\", sharesCases:true, viewDescendants:false");
        district = location("Kisumu", "typeCode: \"district\"");
        for (int n = 0; n < 10; n++) {
            String village = location("Village " + n, "typeCode: \"village\", parentId: \"" + district + "\"");
            change(
                    "setWorkerLocations(input: {project: \"demo\", userId: \"" + workers.get(n) + "\", locationIds: [\""
                            + village + "\", \"" + district + "\"]})",
                    "mobileWorker { userId }",
                    "mobileWorker.userId");
            change(
                    "createGroup(input: {project: \"demo\", name: \"Group " + n + "\", caseSharing: true, userIds: [\""
                            + workers.get(n) + "\", \"" + workers.get(0) + "\"]})",
                    "group { groupId }",
                    "group.groupId");
        }
    }

    private void level(String input) {
        change(
                "createLocationType(input:{project:\"demo\", " + input + "})",
                "locationType { code }",
                "locationType.code");
    }

    private String location(String name, String more) {
        return change(
                "createLocation(input: {project: \"demo\", name: \"" + name + "\", " + more + "})",
                "location { locationId }",
                "location.locationId");
    }

    /** What a mutation gives; it must give something. */
    private String change(String call, String selection, String path) {
        var answer =
                server.ask(admin, "mutation { m: " + call + " { " + selection + " userErrors { code message } } }");
        answer.path("m.userErrors").entityList(Map.class).hasSize(0);
        return answer.path("m." + path).entity(String.class).get();
    }

    private List<String> refused(WebUser actor, String call) {
        return server.ask(actor, "mutation { m: " + call + " { userErrors { code message } } }")
                .path("m.userErrors[*].code")
                .entityList(String.class)
                .get();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void theTreeIsWalkedDownAndUp() {
        var answer = server.ask(admin, """
                { project(name: "demo") {
                    locationTypes { code parentCode sharesCases }
                    locations(filter: {parentId: ""}) { totalCount nodes { name type { code }
                        children(first: 2) { totalCount pageInfo { hasNextPage } nodes { name siteCode
                            parent { name } ancestors { name } workers { totalCount nodes { username } } } } } }
                } }""");
        answer.path("project.locationTypes[*].code").entityList(String.class).containsExactly("district", "village");
        answer.path("project.locations.nodes[*].name").entityList(String.class).containsExactly("Kisumu");
        answer.path("project.locations.nodes[0].children.totalCount")
                .entity(Integer.class)
                .isEqualTo(10);
        answer.path("project.locations.nodes[0].children.nodes[*].parent.name")
                .entityList(String.class)
                .containsExactly("Kisumu", "Kisumu");
        answer.path("project.locations.nodes[0].children.nodes[1].workers.nodes[*].username")
                .entityList(String.class)
                .containsExactly("worker1");
    }

    @Test
    void whoIsInvitedMayBeGivenPlaces() {
        String village = location("Invited to", "typeCode: \"village\", parentId: \"" + district + "\"");
        String wish = "inviteWebUser(input: {project: \"demo\", email: \"%s@example.org\", role: \"Read Only\", "
                + "locationIds: [\"" + village + "\", \"" + district + "\", \"" + village + "\"]%s})";
        var made = server.ask(
                admin,
                "mutation { m: " + wish.formatted("placed", ", primaryLocationId: \"" + district + "\"")
                        + " { invitation { locationIds primaryLocationId } userErrors { code } } }");
        made.path("m.invitation.locationIds").entityList(String.class).containsExactly(village, district);
        made.path("m.invitation.primaryLocationId").entity(String.class).isEqualTo(district);
        assertThat(refused(admin, wish.formatted("elsewhere", ", primaryLocationId: \"elsewhere\"")))
                .containsExactly("PRIMARY_NOT_ASSIGNED");
        assertThat(refused(
                        admin,
                        "inviteWebUser(input: {project: \"demo\", email: \"x@example.org\", role: \"Read Only\", "
                                + "locationIds: [\"nowhere\"]})"))
                .containsExactly("LOCATION_UNKNOWN");
        assertThat(refused(stranger, wish.formatted("strange", ""))).containsExactly("NOT_FOUND");
    }

    @Test
    void thoseThatOwnCasesAreCountedBelowALocation() {
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { locations(filter: {withinId: \"" + district
                                + "\", sharesCases: false}) { totalCount nodes { name } } } }")
                .path("project.locations.nodes[*].name")
                .entityList(String.class)
                .containsExactly("Kisumu");
    }

    @Test
    void whateverTheNumberOfWorkersTheirPlacesCostTheSame() {
        long few = fewestStatements(2);
        long many = fewestStatements(10);
        assertThat(many).isEqualTo(few);
    }

    /** The fewest of several times: what one loader waits for may come in one batch or, on a busy machine, in two. */
    private long fewestStatements(int first) {
        return LongStream.generate(() -> statements(first)).limit(5).min().orElseThrow();
    }

    private long statements(int first) {
        server.counted.forget();
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { mobileWorkers(first: " + first + ") { nodes { username"
                                + " groups { name } primaryLocation { name } locations { name parent { name } } } } "
                                + "groups(first: " + first + ") { nodes { members { nodes { username } totalCount } } }"
                                + " locations(first: " + first + ") { nodes { children { nodes { name } } ancestors {"
                                + " name } workers { nodes { username } } } } } }")
                .path("project.mobileWorkers.nodes")
                .entityList(Map.class)
                .hasSize(first);
        return server.counted.statements().size();
    }

    @Test
    void aWorkerKnowsHerGroupsAndPlaces() {
        var answer = server.ask(
                admin,
                "{ project(name: \"demo\") { mobileWorker(userId: \"" + workers.get(3)
                        + "\") { groups { name } primaryLocation { name } locations { name } } } }");
        answer.path("project.mobileWorker.groups[*].name")
                .entityList(String.class)
                .containsExactly("Group 3");
        answer.path("project.mobileWorker.primaryLocation.name")
                .entity(String.class)
                .isEqualTo("Village 3");
        answer.path("project.mobileWorker.locations[*].name")
                .entityList(String.class)
                .containsExactly("Village 3", "Kisumu");
    }

    @Test
    void locationsAreChangedMovedMergedArchivedAndDeleted() {
        String other = location("Siaya", "typeCode: \"district\", latitude: \"0.06\", metadata: {chief: \"Ouma\"}");
        String village = location("Bondo", "typeCode: \"village\", parentId: \"" + district + "\"");
        String which = "(input: {project: \"demo\", locationId: \"" + village + "\"";
        assertThat(change(
                        "moveLocation" + which + ", parentId: \"" + other + "\"})",
                        "location { parent { name } }",
                        "location.parent.name"))
                .isEqualTo("Siaya");
        assertThat(change(
                        "updateLocation" + which + ", name: \"Bondo Town\", siteCode: \"\", externalId: \"b-1\"})",
                        "location { siteCode externalId }",
                        "location.siteCode"))
                .isEqualTo("bondo_town");
        assertThat(change("archiveLocation" + which + "})", "location { archived }", "location.archived"))
                .isEqualTo("true");
        assertThat(change("unarchiveLocation" + which + "})", "location { archived }", "location.archived"))
                .isEqualTo("false");
        String twin = location("Siaya twin", "typeCode: \"district\"");
        assertThat(change(
                        "mergeLocations(input: {project: \"demo\", fromLocationId: \"" + other
                                + "\", intoLocationId: \"" + twin + "\"})",
                        "location { children { nodes { name } } }",
                        "location.children.nodes[0].name"))
                .isEqualTo("Bondo Town");
        assertThat(refused(admin, "deleteLocation(input: {project: \"demo\", locationId: \"" + twin + "\"})"))
                .containsExactly("LOCATION_NOT_EMPTY");
        assertThat(refused(admin, "deleteLocation" + which + "})")).isEmpty();
        assertThat(refused(admin, "deleteLocation" + which + "})")).containsExactly("NOT_FOUND");
        assertThat(refused(
                        admin,
                        "updateLocation(input: {project: \"demo\", locationId: \"" + twin
                                + "\", latitude: \"north\"})"))
                .containsExactly("COORDINATE_INVALID");
    }

    @Test
    void levelsAndGroupsAreChangedAndDeleted() {
        level("name: \"Spare\", code: \"spare\"");
        assertThat(change(
                        "updateLocationType(input: {project: \"demo\", code: \"spare\", newCode: \"extra\","
                                + " sharesCases: true})",
                        "locationType { code sharesCases }",
                        "locationType.code"))
                .isEqualTo("extra");
        assertThat(refused(admin, "deleteLocationType(input: {project: \"demo\", code: \"extra\"})"))
                .isEmpty();
        assertThat(refused(admin, "deleteLocationType(input: {project: \"demo\", code: \"district\"})"))
                .containsExactly("LOCATION_TYPE_USED");
        String group = change(
                "createGroup(input: {project: \"demo\", name: \"Passing\", metadata: {a: \"b\"}})",
                "group { groupId }",
                "group.groupId");
        assertThat(change(
                        "updateGroup(input: {project: \"demo\", groupId: \"" + group + "\", userIds: [\""
                                + workers.get(9) + "\"]})",
                        "group { members { nodes { username } } }",
                        "group.members.nodes[0].username"))
                .isEqualTo("worker9");
        assertThat(refused(
                        admin, "updateGroup(input: {project: \"demo\", groupId: \"" + group + "\", metadata: {a: 1}})"))
                .containsExactly("METADATA_INVALID");
        assertThat(refused(admin, "deleteGroup(input: {project: \"demo\", groupId: \"" + group + "\"})"))
                .isEmpty();
    }

    @Test
    void workersAreListedByGroupAndByPartOfTheTree() {
        var answer = server.ask(
                admin,
                "{ project(name: \"demo\") { below: mobileWorkers(locationId: \"" + district
                        + "\", first: 3, orderBy: USERNAME_DESC) { totalCount pageInfo { hasNextPage } nodes { username } }"
                        + " named: mobileWorkersNamed(usernames: [\"Worker4\", \"nobody\"]) { username } } }");
        answer.path("project.below.totalCount").entity(Integer.class).isEqualTo(10);
        answer.path("project.below.nodes[*].username")
                .entityList(String.class)
                .containsExactly("worker9", "worker8", "worker7");
        answer.path("project.named[*].username").entityList(String.class).containsExactly("worker4");
    }

    @Test
    void aWorkerIsMadeInHerGroupAndPlaceAndLeavesBothWhenSheGoes() {
        String group = change(
                "createGroup(input: {project: \"demo\", name: \"New ones\"})", "group { groupId }", "group.groupId");
        String made = change(
                "createMobileWorker(input: {project: \"demo\", username: \"fresh\", password: \"Sauti ya mbali 7\","
                        + " groupIds: [\"" + group + "\"], locationIds: [\"" + district + "\"]})",
                "mobileWorker { userId groups { name } primaryLocation { name } }",
                "mobileWorker.userId");
        assertThat(members(group)).containsExactly("fresh");
        assertThat(refused(
                        admin,
                        "createMobileWorker(input: {project: \"demo\", username: \"lost\", password: \"Sauti ya mbali"
                                + " 7\", groupIds: [\"?\"]})"))
                .containsExactly("GROUP_UNKNOWN");
        change(
                "changeGroupMembers(input: {project: \"demo\", groupId: \"" + group + "\", add: [\"" + workers.get(1)
                        + "\"], remove: [\"" + made + "\"]})",
                "group { name }",
                "group.name");
        assertThat(members(group)).containsExactly("worker1");
        change(
                "setWorkerGroups(input: {project: \"demo\", userId: \"" + made + "\", groupIds: [\"" + group + "\"]})",
                "mobileWorker { username }",
                "mobileWorker.username");
        assertThat(members(group)).containsExactly("worker1", "fresh");
        assertThat(refused(admin, "deleteMobileWorker(input: {project: \"demo\", userId: \"" + made + "\"})"))
                .isEmpty();
        assertThat(members(group)).containsExactly("worker1");
        assertThat(refused(admin, "deleteGroup(input: {project: \"demo\", groupId: \"" + group + "\"})"))
                .isEmpty();
    }

    private List<String> members(String group) {
        return server.ask(
                        admin,
                        "{ project(name: \"demo\") { mobileWorkers(groupId: \"" + group
                                + "\", orderBy: USERNAME_DESC) { nodes { username } } } }")
                .path("project.mobileWorkers.nodes[*].username")
                .entityList(String.class)
                .get();
    }

    @Test
    void aStrangerFindsNothing() {
        assertThat(refused(stranger, "archiveLocation(input: {project: \"demo\", locationId: \"" + district + "\"})"))
                .containsExactly("NOT_FOUND");
        assertThat(refused(stranger, "archiveLocation(input: {project: \"other\", locationId: \"" + district + "\"})"))
                .containsExactly("NOT_FOUND");
        server.ask(stranger, "{ project(name: \"other\") { location(locationId: \"" + district + "\") { name } } }")
                .path("project.location")
                .valueIsNull();
    }
}
