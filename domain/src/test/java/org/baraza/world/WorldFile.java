// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a file says of a world.
 *
 * @param refs names of ids, for those who play in the world
 * @param applications working copies; forms name them
 */
record WorldFile(
        String name,
        Map<String, String> refs,
        List<Domain> domains,
        List<Role> roles,
        List<WebUser> webUsers,
        List<Worker> mobileWorkers,
        List<Group> groups,
        List<Level> locationTypes,
        List<Place> locations,
        List<Application> applications,
        List<Table> lookupTables,
        List<CaseEntry> cases,
        List<FormEntry> forms) {

    record Domain(String name, String displayName, String timezone, boolean userCases) {}

    record Role(String domain, String name, List<String> permissions) {}

    /** @param key by what the vectors call her */
    record WebUser(
            String key,
            String id,
            String username,
            String password,
            String firstName,
            String lastName,
            @Nullable String apiKey,
            Map<String, Membership> domains) {}

    /**
     * @param role null for administrators
     * @param location where she is assigned
     */
    record Membership(
            boolean isAdmin,
            @Nullable String role,
            @Nullable String location) {}

    /** @param username the full one */
    record Worker(
            String key,
            String id,
            String domain,
            String username,
            String password,
            String firstName,
            String lastName,
            String email,
            List<String> phoneNumbers,
            String role,
            boolean isActive,
            Map<String, String> userData,
            List<String> locations) {}

    record Group(
            String id,
            String domain,
            String name,
            boolean caseSharing,
            boolean reporting,
            Map<String, String> metadata,
            List<String> users) {}

    /** @param parent code of the level above */
    record Level(
            String domain,
            String code,
            String name,
            @Nullable String parent,
            boolean administrative,
            boolean sharesCases,
            boolean viewDescendants) {}

    record Place(
            String locationId,
            String domain,
            String name,
            String siteCode,
            String type,
            @Nullable String parent,
            @Nullable String externalId,
            @Nullable String latitude,
            @Nullable String longitude,
            Map<String, String> locationData,
            Instant lastModified) {}

    record Application(String id, String domain, String name, int version, List<JsonNode> modules) {}

    record Table(
            String id,
            String domain,
            String tag,
            boolean isGlobal,
            List<TableColumn> fields,
            List<String> itemAttributes,
            List<TableRow> rows) {}

    record TableColumn(String fieldName, List<String> properties) {}

    record TableRow(String id, int sortKey, SequencedMap<String, String> fields) {}

    record CaseEntry(
            String domain,
            String caseId,
            String caseType,
            String caseName,
            @Nullable String externalId,
            String ownerId,
            Instant openedOn,
            String openedBy,
            Instant serverOpenedOn,
            Instant modifiedOn,
            String modifiedBy,
            Instant serverModifiedOn,
            Instant indexedOn,
            boolean closed,
            @Nullable Instant closedOn,
            @Nullable String closedBy,
            SequencedMap<String, String> properties,
            SequencedMap<String, Link> indices,
            List<String> xformIds) {}

    record Link(String caseId, String caseType, String relationship) {}

    record FormEntry(
            String domain,
            String formId,
            String xmlns,
            @Nullable String appId,
            @Nullable String buildId,
            Instant receivedOn,
            Instant serverModifiedOn,
            Instant indexedOn,
            String state,
            boolean phoneSubmission,
            String submitIp,
            @Nullable String userId,
            List<String> caseIds,
            String xml) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @throws WorldRefused when the text is not a world, or says what nobody here understands */
    static WorldFile read(String json) {
        try {
            return MAPPER.readValue(json, WorldFile.class);
        } catch (UnrecognizedPropertyException e) {
            throw new WorldRefused("The file has a key that is not known: " + e.getPropertyName() + " ("
                    + e.getPathReference().replaceAll("[\\w.$]+\\.", "") + ").");
        } catch (JacksonException e) {
            throw new WorldRefused("The file is not a world: " + e.getOriginalMessage());
        }
    }

    /** What it says, in short. */
    static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
