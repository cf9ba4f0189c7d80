// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.BUILD;
import static org.baraza.persistence.schema.apps.Tables.BUILD_FILE;
import static org.baraza.persistence.schema.apps.Tables.BUILD_SOURCE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildVersions;
import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.apps.tables.records.BuildFileRecord;
import org.baraza.persistence.schema.apps.tables.records.BuildRecord;
import org.baraza.persistence.schema.apps.tables.records.BuildSourceRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Versions and their files. Lists go down the index build_by_number. */
final class VersionStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Build.MediaFile>> MEDIA = new TypeReference<>() {};

    private static final List<Field<?>> FACTS = List.of(
            BUILD.BUILD_ID,
            BUILD.APP_ID,
            BUILD.NUMBER,
            BUILD.COMMENT,
            BUILD.BUILT_AT,
            BUILD.BUILT_BY,
            BUILD.RELEASED,
            BUILD.RELEASED_AT,
            BUILD.INSTALL_CODE);

    /** The versions of each of the apps that are not deleted, newest first, one more than wanted. */
    Map<String, List<AppVersion>> pages(Tx tx, Collection<String> appIds, VersionQuery query) {
        PageRequest page = query.page();
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : BUILD.NUMBER.lt(Cursor.read(page.after(), AppVersion.LIST, 1).number(0));
        var version = lateral(select(FACTS)
                        .from(BUILD)
                        .where(BUILD.APP_ID.eq(AppStore.WANTED))
                        .and(shown(query))
                        .and(behind)
                        .orderBy(BUILD.NUMBER.desc())
                        .limit(page.first() + 1))
                .as("version");
        Map<String, List<AppVersion>> versions = new LinkedHashMap<>();
        tx.sql()
                .select(version.fields())
                .from(AppStore.wanted(appIds))
                .crossJoin(version)
                .fetch(row -> version(row.into(BUILD)))
                .forEach(found -> versions.computeIfAbsent(found.appId(), id -> new ArrayList<>())
                        .add(found));
        return versions;
    }

    private static Condition shown(VersionQuery query) {
        return BUILD.DELETED_AT.isNull().and(query.releasedOnly() ? BUILD.RELEASED.isTrue() : noCondition());
    }

    Map<String, Integer> counts(Tx tx, Collection<String> appIds, VersionQuery query) {
        return tx.sql()
                .select(BUILD.APP_ID, count())
                .from(BUILD)
                .where(BUILD.APP_ID.eq(any(appIds.toArray(String[]::new))))
                .and(shown(query))
                .groupBy(BUILD.APP_ID)
                .fetchMap(BUILD.APP_ID, count());
    }

    private static AppVersion version(Record row) {
        return new AppVersion(
                row.get(BUILD.BUILD_ID),
                row.get(BUILD.APP_ID),
                row.get(BUILD.NUMBER),
                row.get(BUILD.COMMENT),
                row.get(BUILD.BUILT_AT),
                row.get(BUILD.BUILT_BY),
                row.get(BUILD.RELEASED),
                row.get(BUILD.RELEASED_AT),
                row.get(BUILD.INSTALL_CODE));
    }

    Optional<AppVersion> find(Tx tx, String buildId) {
        return one(tx, BUILD.BUILD_ID.eq(buildId));
    }

    /**
     * The app that an id means: that of which it names a version, deleted or not, since phones that have it go on naming it; else
     * the id itself.
     */
    String originOf(Tx tx, String id) {
        return tx.sql()
                .select(BUILD.APP_ID)
                .from(BUILD)
                .where(BUILD.BUILD_ID.eq(id))
                .fetchOptional(BUILD.APP_ID)
                .orElse(id);
    }

    Optional<AppVersion> numbered(Tx tx, String appId, int number) {
        return one(tx, BUILD.APP_ID.eq(appId).and(BUILD.NUMBER.eq(number)));
    }

    private static Optional<AppVersion> one(Tx tx, Condition wanted) {
        return tx.sql()
                .select(FACTS)
                .from(BUILD)
                .where(wanted)
                .and(BUILD.DELETED_AT.isNull())
                .fetchOptional(VersionStore::version);
    }

    Optional<AppVersion> latest(Tx tx, String appId) {
        return newest(tx, BUILD.APP_ID.eq(appId));
    }

    /** Index build_released. */
    Optional<AppVersion> latestReleased(Tx tx, String appId) {
        return newest(tx, BUILD.APP_ID.eq(appId).and(BUILD.RELEASED.isTrue()));
    }

    Optional<AppVersion> newestBelow(Tx tx, String appId, int number) {
        return newest(tx, BUILD.APP_ID.eq(appId).and(BUILD.NUMBER.lt(number)));
    }

    private static Optional<AppVersion> newest(Tx tx, Condition wanted) {
        return tx.sql()
                .select(FACTS)
                .from(BUILD)
                .where(wanted)
                .and(BUILD.DELETED_AT.isNull())
                .orderBy(BUILD.NUMBER.desc())
                .limit(1)
                .fetchOptional(VersionStore::version);
    }

    /** Every version of each of all apps, newest first, by app. */
    Map<String, List<AppVersion>> all(Tx tx) {
        Map<String, List<AppVersion>> versions = new LinkedHashMap<>();
        tx.sql()
                .select(FACTS)
                .from(BUILD)
                .where(BUILD.DELETED_AT.isNull())
                .orderBy(BUILD.APP_ID, BUILD.NUMBER.desc())
                .forEach(row -> versions.computeIfAbsent(row.get(BUILD.APP_ID), id -> new ArrayList<>())
                        .add(version(row)));
        return versions;
    }

    List<AppVersion> all(Tx tx, String appId) {
        return tx.sql()
                .select(FACTS)
                .from(BUILD)
                .where(BUILD.APP_ID.eq(appId))
                .and(BUILD.DELETED_AT.isNull())
                .orderBy(BUILD.NUMBER.desc())
                .fetch(row -> version(row));
    }

    /** As it was built. */
    Optional<WorkingCopy> content(Tx tx, String buildId) {
        return tx.sql()
                .selectFrom(BUILD)
                .where(BUILD.BUILD_ID.eq(buildId))
                .and(BUILD.DELETED_AT.isNull())
                .fetchOptional(row -> content(tx, row));
    }

    /** What lists say of the versions, by their ids, in one statement; a document is read only of versions without a head. */
    Map<String, VersionHead> heads(Tx tx, Collection<String> buildIds) {
        Field<String> whole = when(BUILD.HEAD.isNull(), BUILD.DOCUMENT);
        Map<String, VersionHead> heads = new HashMap<>();
        tx.sql()
                .select(BUILD.BUILD_ID, BUILD.HEAD, whole)
                .from(BUILD)
                .where(BUILD.BUILD_ID.eq(any(buildIds.toArray(String[]::new))))
                .and(BUILD.DELETED_AT.isNull())
                .forEach(row -> heads.put(row.value1(), head(row.value2(), row.value3())));
        return heads;
    }

    private static VersionHead head(@Nullable String kept, String whole) {
        return kept == null
                ? VersionHead.of((ObjectNode) JSON.readTree(whole))
                : new VersionHead((ObjectNode) JSON.readTree(kept));
    }

    private static WorkingCopy content(Tx tx, BuildRecord row) {
        ObjectNode document = (ObjectNode) JSON.readTree(row.getDocument());
        AppSummary summary = new AppSummary(
                row.getBuildId(),
                document.path("name").asString(""),
                row.getNumber(),
                row.getBuiltAt(),
                row.getBuiltAt(),
                row.getBuiltBy(),
                null);
        Map<String, String> sources = tx.sql()
                .selectFrom(BUILD_SOURCE)
                .where(BUILD_SOURCE.BUILD_ID.eq(row.getBuildId()))
                .fetchMap(BUILD_SOURCE.FORM_ID, BUILD_SOURCE.SOURCE);
        return new WorkingCopy(summary, document, sources);
    }

    /** What the latest version, also a deleted one, numbered its forms and media with: phones may have it. */
    BuildVersions numbers(Tx tx, String appId) {
        return tx.sql()
                .select(BUILD.NUMBERS)
                .from(BUILD)
                .where(BUILD.APP_ID.eq(appId))
                .orderBy(BUILD.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> JSON.readValue(row.value1().data(), BuildVersions.class))
                .orElse(BuildVersions.NONE);
    }

    void insert(Tx tx, ProjectId project, AppVersion version, WorkingCopy of, Build build) {
        BuildRecord row = tx.sql().newRecord(BUILD);
        row.setProjectId(project.value());
        row.setBuildId(version.buildId());
        row.setAppId(version.appId());
        row.setNumber(version.number());
        row.setDocument(of.document().toString());
        row.setHead(VersionHead.of(of.document()).document().toString());
        row.setComment(version.comment());
        row.setInstallCode(version.installCode());
        row.setBuiltAt(version.builtAt());
        row.setBuiltBy(version.builtBy());
        row.setNumbers(JSONB.valueOf(JSON.writeValueAsString(build.versions())));
        row.setMedia(JSONB.valueOf(JSON.writeValueAsString(build.media())));
        row.insert();
        tx.sql()
                .batchInsert(of.sources().entrySet().stream()
                        .map(source -> new BuildSourceRecord(
                                project.value(), version.buildId(), source.getKey(), source.getValue()))
                        .toList())
                .execute();
        tx.sql()
                .batchInsert(build.files().entrySet().stream()
                        .map(file -> new BuildFileRecord(
                                project.value(),
                                version.buildId(),
                                file.getKey(),
                                file.getValue(),
                                BuildFile.digest(file.getValue())))
                        .toList())
                .execute();
    }

    Optional<BuildFile> file(Tx tx, String buildId, String path) {
        return tx.sql()
                .selectFrom(BUILD_FILE)
                .where(BUILD_FILE.BUILD_ID.eq(buildId))
                .and(BUILD_FILE.PATH.eq(path))
                .fetchOptional(row -> new BuildFile(row.getPath(), row.getContent(), row.getDigest()));
    }

    /** What there is to fetch, in the order of the paths. */
    List<String> paths(Tx tx, String buildId) {
        return tx.sql()
                .select(BUILD_FILE.PATH)
                .from(BUILD_FILE)
                .where(BUILD_FILE.BUILD_ID.eq(buildId))
                .orderBy(BUILD_FILE.PATH)
                .fetch(BUILD_FILE.PATH);
    }

    /** All of a version again, as its compiler made it. */
    Build build(Tx tx, String buildId) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        tx.sql()
                .selectFrom(BUILD_FILE)
                .where(BUILD_FILE.BUILD_ID.eq(buildId))
                .forEach(row -> files.put(row.getPath(), row.getContent()));
        var kept = tx.sql()
                .select(BUILD.NUMBERS, BUILD.MEDIA)
                .from(BUILD)
                .where(BUILD.BUILD_ID.eq(buildId))
                .fetchSingle();
        return new Build(
                files,
                JSON.readValue(kept.value1().data(), BuildVersions.class),
                JSON.readValue(kept.value2().data(), MEDIA));
    }

    void setReleased(Tx tx, String buildId, boolean released, Instant now) {
        var update = tx.sql().update(BUILD).set(BUILD.RELEASED, released);
        (released ? update.set(BUILD.RELEASED_AT, now) : update)
                .where(BUILD.BUILD_ID.eq(buildId))
                .execute();
    }

    /** Versions above the one number and below the other are no releases any more. */
    void takeBackBetween(Tx tx, String appId, int low, int high) {
        tx.sql()
                .update(BUILD)
                .set(BUILD.RELEASED, false)
                .where(BUILD.APP_ID.eq(appId))
                .and(BUILD.NUMBER.gt(low))
                .and(BUILD.NUMBER.lt(high))
                .and(BUILD.RELEASED)
                .execute();
    }

    /** Index build_by_install_code. */
    Optional<AppVersion> coded(Tx tx, String installCode) {
        return one(tx, BUILD.INSTALL_CODE.eq(installCode));
    }

    /** Newest first; what matches the search by its comment or its number. */
    Slice<AppVersion> slice(Tx tx, String appId, boolean releasedOnly, String search, SliceRequest request) {
        Condition wanted = BUILD.APP_ID
                .eq(appId)
                .and(BUILD.DELETED_AT.isNull())
                .and(releasedOnly ? BUILD.RELEASED.isTrue() : noCondition())
                .and(matching(search.strip()));
        List<AppVersion> rows = tx.sql()
                .select(FACTS)
                .from(BUILD)
                .where(wanted)
                .orderBy(BUILD.NUMBER.desc())
                .limit(request.limit())
                .offset(request.offset())
                .fetch(VersionStore::version);
        return new Slice<>(rows, tx.sql().fetchCount(BUILD, wanted));
    }

    private static Condition matching(String search) {
        if (search.isEmpty()) {
            return noCondition();
        }
        Condition said = BUILD.COMMENT.containsIgnoreCase(search);
        return search.matches("\\d{1,9}") ? said.or(BUILD.NUMBER.eq(Integer.parseInt(search))) : said;
    }

    void setComment(Tx tx, String buildId, String comment) {
        tx.sql()
                .update(BUILD)
                .set(BUILD.COMMENT, comment)
                .where(BUILD.BUILD_ID.eq(buildId))
                .execute();
    }

    /** It is not shown or served any more; phones that have it keep it. */
    void delete(Tx tx, String buildId, Instant now) {
        tx.sql()
                .update(BUILD)
                .set(BUILD.DELETED_AT, now)
                .where(BUILD.BUILD_ID.eq(buildId))
                .execute();
    }
}
