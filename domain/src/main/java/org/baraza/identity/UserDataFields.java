// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** What a project wants to know of its workers, and the profiles that give many of them the same values. */
public final class UserDataFields {
    /** So many workers are changed in one transaction; none may hold others up for long. */
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final Audit audit;
    private final WorkerObserver observer;
    private final UserDataStore store = new UserDataStore();

    public UserDataFields(Transactions transactions, Audit audit, WorkerObserver observer) {
        this.transactions = transactions;
        this.audit = audit;
        this.observer = observer;
    }

    /** The fields in their order. Needs {@code view_commcare_users} or the one to edit. */
    public List<UserDataField> fields(ProjectAccess who) {
        requireToSee(who);
        return transactions.read(tx -> store.fields(tx, who.project()));
    }

    /** The profiles by name. Needs {@code view_commcare_users} or the one to edit. */
    public List<UserDataProfile> profiles(ProjectAccess who) {
        requireToSee(who);
        return transactions.read(tx -> store.profiles(tx, who.project()));
    }

    /** As {@link #fields(ProjectAccess)}, in a transaction of somebody who keeps people and was asked for that. */
    public List<UserDataField> fields(Tx tx, ProjectAccess who) {
        return store.fields(tx, who.project());
    }

    /** As {@link #profiles(ProjectAccess)}, in a transaction of somebody who keeps people and was asked for that. */
    public List<UserDataProfile> profiles(Tx tx, ProjectAccess who) {
        return store.profiles(tx, who.project());
    }

    private static void requireToSee(ProjectAccess who) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
    }

    /**
     * Sets all of the fields. Data that workers have stays as it is, also under keys that are no field any more; the rules
     * hold from the next edit on. Refused while a profile fixes a value that would break them. Needs {@code
     * edit_commcare_users}.
     */
    public List<UserDataField> replaceFields(ProjectAccess who, List<UserDataField> fields) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        refuse(UserDataFieldRules.broken(fields));
        return transactions.write(tx -> {
            for (UserDataProfile profile : store.profiles(tx, who.project())) {
                if (!UserDataFieldRules.brokenByProfile(profile.name(), profile.fields(), fields)
                        .isEmpty()) {
                    throw new Refused(Problem.Invalid.field(
                            "fields", "PROFILE_IN_THE_WAY", "A profile fixes a value that these fields do not allow."));
                }
            }
            store.replaceFields(tx, who.project(), fields);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("user_data.fields_changed", "project", who.projectName())
                            .with("fields", String.join(", ", slugs(fields))));
            return fields;
        });
    }

    private static List<String> slugs(List<UserDataField> fields) {
        return fields.stream().map(UserDataField::slug).toList();
    }

    /** Makes a profile that nobody has yet. Needs {@code edit_commcare_users}. */
    public UserDataProfile createProfile(ProjectAccess who, String name, Map<String, String> fields) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return namedOnce(() -> transactions.write(tx -> {
            check(tx, who, name, fields);
            UserDataProfile made = store.insertProfile(tx, who.project(), name.strip(), fields);
            record(tx, who, "user_data.profile_created", made);
            return made;
        }));
    }

    /**
     * Changes a profile and with it the data of everybody who has it, at most a thousand workers at a time: an
     * interruption is made good by saving it again. Needs {@code edit_commcare_users}.
     */
    public UserDataProfile updateProfile(ProjectAccess who, UserDataProfile profile) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        requireId(profile.profileId());
        namedOnce(() -> transactions.write(tx -> {
            if (!store.isThere(tx, who.project(), profile.profileId())) {
                throw unknown();
            }
            check(tx, who, profile.name(), profile.fields());
            store.updateProfile(tx, who.project(), profile);
            record(tx, who, "user_data.profile_changed", profile);
            return profile;
        }));
        while (transactions.write(tx -> dress(tx, who, profile)) == BATCH) {
            continue;
        }
        while (transactions.write(tx -> store.dressMembers(tx, who.project(), profile, BATCH)) == BATCH) {
            continue;
        }
        return profile;
    }

    private int dress(Tx tx, ProjectAccess who, UserDataProfile profile) {
        List<String> dressed = store.dress(tx, who.project(), profile, BATCH);
        if (!dressed.isEmpty()) {
            observer.changed(tx, who.project(), dressed);
        }
        return dressed.size();
    }

    /** Takes away a profile that nobody has any more. Needs {@code edit_commcare_users}. */
    public void deleteProfile(ProjectAccess who, String profileId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        requireId(profileId);
        transactions.writing(tx -> {
            if (store.isWorn(tx, who.project(), profileId)) {
                throw new Refused(new Problem.Conflict("PROFILE_IN_USE", "There are people with this profile."));
            }
            store.forgetInOldInvitations(tx, who.project(), profileId);
            if (!store.deleteProfile(tx, who.project(), profileId)) {
                throw unknown();
            }
            audit.record(tx, who, AuditEntry.of("user_data.profile_deleted", "user_data_profile", profileId));
        });
    }

    private void check(Tx tx, ProjectAccess who, String name, Map<String, String> fields) {
        refuse(UserDataFieldRules.brokenByProfile(name, fields, store.fields(tx, who.project())));
    }

    private void record(Tx tx, ProjectAccess who, String action, UserDataProfile profile) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "user_data_profile", profile.profileId()).with("name", profile.name()));
    }

    private static UserDataProfile namedOnce(java.util.function.Supplier<UserDataProfile> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw new Refused(Problem.Invalid.field("name", "NAME_TAKEN", "There is a profile of that name."));
            }
            throw failure;
        }
    }

    private static void requireId(String profileId) {
        try {
            UUID.fromString(profileId);
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("profile"));
    }

    private static void refuse(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}
