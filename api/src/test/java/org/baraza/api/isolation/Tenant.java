// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.oauth.Consents;
import org.baraza.testing.FormXml;

/**
 * A project space with an owner, workers, forms and cases. Names and ids are those of any other such project, with one of
 * each beside them that is only here.
 */
final class Tenant {
    private static final Pattern RESTORE_ID = Pattern.compile("<restore_id>([^<]+)</restore_id>");

    private final Server server;
    private final String key;
    private final Place place;
    private final Phone phone;
    private final String workerId;
    private final String namedWorkerId;
    private final TenantPlaces places;
    private final TenantJobs jobs;
    private final TenantExports exports;
    private final String tableId;
    private final String rowId;
    private final TenantDevice device;
    private final TenantMembers members;
    private final TenantProducts products;
    private final TenantEnterprise enterprise;
    private final TenantApps apps;
    private final TenantForwarding forwarding;
    private final TenantDictionary dictionary;

    Tenant(Server server, String name) {
        this.server = server;
        String owner = name + "@example.org";
        key = "ApiKey " + owner + ":" + server.apiKey(server.webUser(owner), Optional.empty());
        place = Place.of(server, name, basic(owner, Server.PASSWORD));
        workerId = place.worker("amina");
        namedWorkerId = place.worker(only("worker"));
        places = new TenantPlaces(place, workerId);
        jobs = new TenantJobs(server, place);
        exports = new TenantExports(place);
        members = new TenantMembers(server, place, only("member") + "@example.org");
        products = new TenantProducts(place);
        apps = new TenantApps(place);
        forwarding = new TenantForwarding(server, place);
        dictionary = new TenantDictionary(place);
        enterprise = new TenantEnterprise(server, owner);
        enterprise.active(name);
        tableId = newTable(tag());
        rowId = newRow();
        phone = place.phone("amina@" + name + ".commcarehq.org");
        device = new TenantDevice(server, place, phone, workerId);
        submit(FormXml.visit("same-form", workerId).creates("same-case", "mother", name, workerId));
        submit(FormXml.visit(only("form"), workerId).creates(only("case"), "mother", name, workerId));
        caseOfAnotherSystem();
    }

    private Tenant(Tenant other, String authorization) {
        server = other.server;
        key = authorization;
        place = new Place(other.place.client(), other.place.name(), authorization);
        phone = new Phone(place.client(), place.name(), authorization);
        workerId = other.workerId;
        namedWorkerId = other.namedWorkerId;
        places = other.places;
        jobs = other.jobs;
        exports = other.exports;
        products = other.products;
        apps = other.apps;
        forwarding = other.forwarding;
        dictionary = other.dictionary;
        enterprise = other.enterprise;
        members = other.members;
        tableId = other.tableId;
        rowId = other.rowId;
        device = other.device;
    }

    /** The same place, as somebody else meets it. */
    Tenant acting(String authorization) {
        return new Tenant(this, authorization);
    }

    private void caseOfAnotherSystem() {
        var made = client().post(
                        "/a/" + name() + "/api/case/v2/",
                        "{\"case_type\": \"mother\", \"case_name\": \"n\", \"owner_id\": \"-\", \"external_id\": \""
                                + only("external") + "\"}",
                        "Authorization",
                        authorization());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    private String tag() {
        return "only_" + name().replace('-', '_');
    }

    private String newTable(String tag) {
        String made = graphQl()
                .ask("""
                        mutation($project: String!, $tag: String!) {
                          createLookupTable(input: {project: $project, tag: $tag, fields: [{name: "name"}]}) {
                            lookupTable { tableId }
                          } }""", Map.of("project", name(), "tag", tag))
                .at("/createLookupTable/lookupTable/tableId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    private String newProfile() {
        String made = graphQl()
                .ask("""
                        mutation($project: String!, $name: String!) {
                          setUserDataFields(input: {project: $project, fields: [{slug: "s", label: "S"}]}) {
                            userErrors { code }
                          }
                          createUserDataProfile(input: {project: $project, name: $name, fields: {}}) {
                            userDataProfile { profileId }
                          } }""", Map.of("project", name(), "name", noId()))
                .at("/createUserDataProfile/userDataProfile/profileId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    private String newRow() {
        String made = graphQl()
                .ask("""
                        mutation($project: String!, $table: String!) {
                          createLookupRow(input: {project: $project, tableId: $table,
                              fields: [{name: "name", values: [{value: "n"}]}],
                              owners: [{kind: USER, id: "somebody"}]}) {
                            lookupRow { rowId }
                          } }""", Map.of("project", name(), "table", tableId))
                .at("/createLookupRow/lookupRow/rowId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    void submit(FormXml form) {
        assertThat(phone.submit(form.text()).statusCode()).isEqualTo(201);
    }

    String name() {
        return place.name();
    }

    Client client() {
        return place.client();
    }

    /** The owner's key, as a header shows it. */
    String key() {
        return key;
    }

    String authorization() {
        return place.authorization();
    }

    GraphQl graphQl() {
        return place.graphQl();
    }

    Phone phone() {
        return phone;
    }

    TenantDevice device() {
        return device;
    }

    String workerId() {
        return workerId;
    }

    /** A worker whose id stands in no form of this project. */
    String namedWorkerId() {
        return namedWorkerId;
    }

    private String only(String what) {
        return what + "-only-in-" + place.name();
    }

    /** A location that was there from the beginning. */
    String locationId() {
        return places.locationId();
    }

    /** The id of something that is in this project and in no other. */
    String id(Kind kind) {
        return switch (kind) {
            case PROJECT -> name();
            case CASE -> only("case");
            case CASE_WITH_FILE -> pictured();
            case EXTERNAL_ID -> only("external");
            case FORM -> only("form");
            case USERNAME -> only("worker");
            case WORKER -> workerId;
            case MEMBER -> members.member();
            case NEW_MEMBER -> members.newMember();
            case MEMBER_WITH_PHONE -> members.memberWithPhone();
            case NEW_INVITATION -> members.newInvitation();
            case NEW_JOIN_REQUEST -> members.newJoinRequest();
            case NEW_ROLE -> members.newRole();
            case DEVICE -> device.id();
            case NEW_WORKER -> place.worker(noId());
            case WORKER_WITH_MAIL -> members.workerWithMail(false);
            case UNCONFIRMED_WORKER -> members.workerWithMail(true);
            case NEW_PROFILE -> newProfile();
            case APP -> apps.appId();
            case APP_FORM -> apps.formId();
            case APP_VERSION -> apps.buildId();
            case MEDIA_UPLOAD -> apps.mediaUpload(this);
            case NEW_APP -> apps.newApp();
            case NEW_APP_VERSION -> apps.anotherVersion();
            case NEW_RELEASED_VERSION -> apps.releasedVersion();
            case NEW_ROLLOUT -> apps.rollout();
            case LOCATION_PIN -> apps.pin("LOCATION", places.locationId());
            case PROFILE_PIN -> apps.pin("PROFILE", "p1");
            case PRODUCT -> products.productId();
            case PROGRAM -> products.programId();
            case NEW_PROGRAM -> products.newProgram();
            case CASE_TYPE -> dictionary.caseType();
            case NEW_CASE_TYPE -> dictionary.newType();
            case TABLE -> tableId;
            case NEW_TABLE -> newTable("t" + noId().substring(1, 20));
            case TAG -> tag();
            case ROW -> rowId;
            case NEW_ROW -> newRow();
            case NEW_CLAIM -> newClaim();
            case RESTORE -> restoreId();
            case JOB -> jobs.done();
            case UPLOAD -> jobs.upload();
            case IMPORT -> jobs.caseImport();
            case CASE_TABLE -> jobs.caseTable();
            case WAITING_JOB -> jobs.waiting();
            case FORM_ACTION -> exports.formAction();
            case CONNECTION -> forwarding.connection();
            case NEW_CONNECTION -> forwarding.newConnection();
            case FORWARDER -> forwarding.forwarder();
            case NEW_FORWARDER -> forwarding.newForwarder();
            case FORWARDING_RECORD -> forwarding.recordId();
            case FORWARDING_REQUEST -> forwarding.requestId();
            case NEW_SET_ASIDE_CHANGE -> forwarding.newSetAside();
            case EXPORT -> exports.kept();
            case FORM_EXPORT -> exports.ofForms();
            case DAILY_EXPORT -> exports.daily();
            case NEW_EXPORT -> exports.fresh();
            case FEED -> exports.feed();
            case API_KEY -> newKey();
            case NEW_ENTERPRISE -> enterprise.newAccount();
            case NEW_PROVIDER -> enterprise.newProvider();
            case NEW_EMAIL_DOMAIN -> enterprise.newDomain();
            case NEW_APPLICATION -> newApplication();
            case NEW_AUTHORIZATION -> newAuthorization();
            case GROUP -> places.groupId();
            case GROUP_NAME -> places.groupName();
            case LOCATION -> places.locationId();
            case SITE_CODE -> places.siteCode();
            case LEVEL -> places.level();
            case NEW_GROUP -> places.newGroup();
            case NEW_LOCATION -> places.newLocation();
            case NEW_LEVEL -> places.newLevel();
        };
    }

    /** The id of nothing. */
    static String noId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private String restoreId() {
        var answer =
                client().get("/a/" + name() + "/phone/restore/?version=2.0", "Authorization", phone.authorization());
        var found = RESTORE_ID.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pictured() {
        String caseId = only("pictured");
        String xml = FormXml.visit(noId(), workerId)
                .creates(caseId, "mother", "n", workerId)
                .text()
                .replaceFirst(
                        "</(\\w*:?)case>", "<attachment><photo src=\"a.jpg\" from=\"local\"/></attachment></$1case>");
        var file = Multipart.of(xml).file("a.jpg", "a.jpg", "image/jpeg", caseId.getBytes(UTF_8));
        assertThat(phone.submit(file).statusCode()).isEqualTo(201);
        return caseId;
    }

    private String newClaim() {
        String caseId = noId();
        submit(FormXml.visit(noId(), workerId).creates(caseId, "mother", "n", "-"));
        assertThat(phone.post(
                                "phone/claim-case/",
                                "application/x-www-form-urlencoded",
                                ("case_id=" + caseId).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        return place.read("case(caseId: \"" + caseId + "\") { claims { claimId } }")
                .at("/case/claims/0/claimId")
                .asString();
    }

    private String newApplication() {
        return graphQl()
                .ask("""
                        mutation { registerOAuthApplication(input: {kind: PUBLIC, name: "p", scopes: ["openid"],
                          redirectUris: ["https://p.example.org/"]}) { oauthApplication { clientId } } }""", Map.of())
                .at("/registerOAuthApplication/oauthApplication/clientId")
                .asString();
    }

    private String newAuthorization() {
        String clientId = newApplication();
        server.bean(Consents.class).agree(userId(), clientId, Set.of("openid"));
        return clientId;
    }

    private String userId() {
        return graphQl().ask("{ me { userId } }", Map.of()).at("/me/userId").asString();
    }

    private String newKey() {
        return graphQl()
                .ask("mutation { createApiKey(input: {name: \"k\"}) { apiKey { apiKeyId } } }", Map.of())
                .at("/createApiKey/apiKey/apiKeyId")
                .asString();
    }

    /** Everything that a probe of another could have changed. */
    String everything() {
        return graphQl().ask("""
                        query($project: String!) {
                          project(name: $project) {
                            cases(orderBy: NAME_ASC) { nodes { caseId name closed properties history { totalCount } } }
                            forms(orderBy: RECEIVED_ASC, filter: {states: [NORMAL, ARCHIVED, DEPRECATED, ERROR]}) {
                              nodes { formId state history { operation } }
                            }
                            mobileWorkers(orderBy: CREATED_ASC) {
                              totalCount
                              nodes { username active displayName locations { locationId } groups { groupId } }
                            }
                            groups(search: "only-") { nodes { name caseSharing metadata members { totalCount } } }
                            locations(filter: {search: "only-", archived: null}) {
                              nodes { name siteCode externalId archived metadata parent { name } }
                            }
                          }
                        }""", Map.of("project", name())).toString() + everythingElse();
    }

    private String everythingElse() {
        return graphQl().ask("""
                        query($project: String!) {
                          project(name: $project) {
                            roles { name permissions archived }
                            products { totalCount nodes { name code archived } }
                            programs { totalCount nodes { name code } }
                            dictionaryTypes { totalCount nodes { name description deprecated } }
                            userDataFields { slug }
                            userDataProfiles { name fields }
                            lookupTables {
                              totalCount
                              nodes { tag isGlobal description modifiedAt rows(first: 20) { nodes { rowId sortKey } } }
                            }
                          }
                        }""", Map.of("project", name())).toString();
    }
}
