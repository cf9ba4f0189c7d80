// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.INVITATION;
import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.USER_DATA_FIELD;
import static org.baraza.persistence.schema.identity.Tables.USER_DATA_PROFILE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.persistence.schema.identity.tables.records.UserDataProfileRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a project wants to know of its workers, and the profiles that fix some of it. */
final class UserDataStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    UserDataRules rules(Tx tx, ProjectId project) {
        return new UserDataRules(fields(tx, project), profiles(tx, project));
    }

    List<UserDataField> fields(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(USER_DATA_FIELD)
                .where(USER_DATA_FIELD.PROJECT_ID.eq(project.value()))
                .orderBy(USER_DATA_FIELD.POSITION)
                .fetch(row -> new UserDataField(
                        row.getSlug(),
                        row.getLabel(),
                        row.getRequired(),
                        List.of(row.getChoices()),
                        row.getRegex(),
                        row.getRegexMessage()));
    }

    void replaceFields(Tx tx, ProjectId project, List<UserDataField> fields) {
        tx.sql()
                .deleteFrom(USER_DATA_FIELD)
                .where(USER_DATA_FIELD.PROJECT_ID.eq(project.value()))
                .execute();
        for (int n = 0; n < fields.size(); n++) {
            UserDataField field = fields.get(n);
            tx.sql()
                    .insertInto(USER_DATA_FIELD)
                    .set(USER_DATA_FIELD.PROJECT_ID, project.value())
                    .set(USER_DATA_FIELD.SLUG, field.slug())
                    .set(USER_DATA_FIELD.POSITION, n)
                    .set(USER_DATA_FIELD.LABEL, field.label())
                    .set(USER_DATA_FIELD.REQUIRED, field.required())
                    .set(USER_DATA_FIELD.CHOICES, field.choices().toArray(String[]::new))
                    .set(USER_DATA_FIELD.REGEX, field.regex())
                    .set(USER_DATA_FIELD.REGEX_MESSAGE, field.regexMessage())
                    .execute();
        }
    }

    List<UserDataProfile> profiles(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(USER_DATA_PROFILE)
                .where(USER_DATA_PROFILE.PROJECT_ID.eq(project.value()))
                .orderBy(USER_DATA_PROFILE.NAME)
                .fetch(UserDataStore::profile);
    }

    UserDataProfile insertProfile(Tx tx, ProjectId project, String name, Map<String, String> fields) {
        return tx.sql()
                .insertInto(USER_DATA_PROFILE)
                .set(USER_DATA_PROFILE.PROJECT_ID, project.value())
                .set(USER_DATA_PROFILE.NAME, name)
                .set(USER_DATA_PROFILE.FIELDS, json(fields))
                .returning()
                .fetchSingle(UserDataStore::profile);
    }

    boolean isThere(Tx tx, ProjectId project, String profileId) {
        return tx.sql().fetchExists(USER_DATA_PROFILE, isIt(project, profileId));
    }

    private static Condition isIt(ProjectId project, String profileId) {
        return USER_DATA_PROFILE
                .PROJECT_ID
                .eq(project.value())
                .and(USER_DATA_PROFILE.PROFILE_ID.eq(UUID.fromString(profileId)));
    }

    void updateProfile(Tx tx, ProjectId project, UserDataProfile profile) {
        tx.sql()
                .update(USER_DATA_PROFILE)
                .set(USER_DATA_PROFILE.NAME, profile.name())
                .set(USER_DATA_PROFILE.FIELDS, json(profile.fields()))
                .where(isIt(project, profile.profileId()))
                .execute();
    }

    boolean deleteProfile(Tx tx, ProjectId project, String profileId) {
        return tx.sql()
                        .deleteFrom(USER_DATA_PROFILE)
                        .where(isIt(project, profileId))
                        .execute()
                > 0;
    }

    boolean isWorn(Tx tx, ProjectId project, String profileId) {
        return tx.sql()
                        .fetchExists(
                                MOBILE_WORKER,
                                MOBILE_WORKER
                                        .PROJECT_ID
                                        .eq(project.value())
                                        .and(MOBILE_WORKER.PROFILE_ID.eq(UUID.fromString(profileId))))
                || tx.sql()
                        .fetchExists(
                                MEMBERSHIP,
                                MEMBERSHIP
                                        .PROJECT_ID
                                        .eq(project.value())
                                        .and(MEMBERSHIP.PROFILE_ID.eq(UUID.fromString(profileId))))
                || tx.sql()
                        .fetchExists(
                                INVITATION,
                                INVITATION
                                        .PROJECT_ID
                                        .eq(project.value())
                                        .and(INVITATION.PROFILE_ID.eq(UUID.fromString(profileId)))
                                        .and(INVITATION.ACCEPTED_AT.isNull())
                                        .and(INVITATION.CANCELLED_AT.isNull()));
    }

    /** Invitations that were accepted or taken back do not keep a profile; index invitation_by_profile. */
    void forgetInOldInvitations(Tx tx, ProjectId project, String profileId) {
        tx.sql()
                .update(INVITATION)
                .setNull(INVITATION.PROFILE_ID)
                .where(INVITATION.PROJECT_ID.eq(project.value()))
                .and(INVITATION.PROFILE_ID.eq(UUID.fromString(profileId)))
                .execute();
    }

    /** As {@link #dress}, of web users; index membership_by_profile. */
    int dressMembers(Tx tx, ProjectId project, UserDataProfile profile, int most) {
        JSONB values = json(profile.fields());
        return tx.sql()
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.USER_DATA, field("{0} || {1}", SQLDataType.JSONB, MEMBERSHIP.USER_DATA, val(values)))
                .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                .and(MEMBERSHIP.USER_ID.in(select(MEMBERSHIP.USER_ID)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.PROJECT_ID.eq(project.value()))
                        .and(MEMBERSHIP.PROFILE_ID.eq(UUID.fromString(profile.profileId())))
                        .and(condition("not {0} @> {1}", MEMBERSHIP.USER_DATA, val(values)))
                        .limit(most)))
                .execute();
    }

    /** Gives some of those who have the profile its values, where they differ, and names them; index mobile_worker_by_profile. */
    List<String> dress(Tx tx, ProjectId project, UserDataProfile profile, int most) {
        JSONB values = json(profile.fields());
        return tx.sql()
                .update(MOBILE_WORKER)
                .set(
                        MOBILE_WORKER.USER_DATA,
                        field("{0} || {1}", SQLDataType.JSONB, MOBILE_WORKER.USER_DATA, val(values)))
                .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                .and(MOBILE_WORKER.USER_ID.in(select(MOBILE_WORKER.USER_ID)
                        .from(MOBILE_WORKER)
                        .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                        .and(MOBILE_WORKER.PROFILE_ID.eq(UUID.fromString(profile.profileId())))
                        .and(condition("not {0} @> {1}", MOBILE_WORKER.USER_DATA, val(values)))
                        .limit(most)))
                .returning(MOBILE_WORKER.USER_ID)
                .fetch(MOBILE_WORKER.USER_ID);
    }

    private static JSONB json(Map<String, String> texts) {
        return JSONB.valueOf(JSON.writeValueAsString(texts));
    }

    private static UserDataProfile profile(UserDataProfileRecord row) {
        return new UserDataProfile(
                row.getProfileId().toString(),
                row.getName(),
                JSON.readValue(row.getFields().data(), TEXTS));
    }
}
