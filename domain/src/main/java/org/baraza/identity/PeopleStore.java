// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MEMBERSHIP;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.selectFrom;

import java.util.List;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.schema.identity.tables.records.MobileWorkerRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Select;

final class PeopleStore {
    /** Sorts after every character, bytewise. */
    private static final String END = "\uDBFF\uDFFF";

    /** All who are let in. */
    int countWorkers(Tx tx, ProjectId project) {
        return tx.sql().fetchCount(MOBILE_WORKER, isLetIn(project));
    }

    private static Condition isLetIn(ProjectId project) {
        return MOBILE_WORKER
                .PROJECT_ID
                .eq(project.value())
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .and(MOBILE_WORKER.ACTIVE.eq(true));
    }

    int countWorkers(Tx tx, ProjectAccess who, List<String> words) {
        return tx.sql().fetchCount(MOBILE_WORKER, isWanted(who, words));
    }

    List<MobileWorker> workers(Tx tx, ProjectAccess who, List<String> words, SliceRequest slice) {
        return tx.sql().fetch(workers(who, words, slice)).map(MobileWorkerStore::worker);
    }

    /** By mobile_worker_by_activity; with words by the indexes of names, of which each is a range. */
    Select<MobileWorkerRecord> workers(ProjectAccess who, List<String> words, SliceRequest slice) {
        return selectFrom(MOBILE_WORKER)
                .where(isWanted(who, words))
                .orderBy(MOBILE_WORKER.USERNAME)
                .offset(slice.offset())
                .limit(slice.limit());
    }

    private static Condition isWanted(ProjectAccess who, List<String> words) {
        Condition wanted = isLetIn(who.project()).and(ReachedPeopleStore.isReached(who, MOBILE_WORKER.USER_ID));
        for (String word : words) {
            wanted = wanted.and(MOBILE_WORKER
                    .USERNAME
                    .between(word, word + END)
                    .or(MOBILE_WORKER.FIRST_NAME_KEY.between(word, word + END))
                    .or(MOBILE_WORKER.LAST_NAME_KEY.between(word, word + END))
                    .or(MOBILE_WORKER.EMAIL_KEY.between(word, word + END)));
        }
        return wanted;
    }

    int countMembers(Tx tx, ProjectAccess who, List<String> words) {
        return tx.sql()
                .selectCount()
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(isMember(who, words))
                .fetchSingle()
                .value1();
    }

    /** By the key of memberships: a project has few members, whom it reads one by one. */
    List<WebMember> members(Tx tx, ProjectAccess who, List<String> words, SliceRequest slice) {
        return tx.sql()
                .select(WEB_USER)
                .from(MEMBERSHIP)
                .join(WEB_USER)
                .on(WEB_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(isMember(who, words))
                .orderBy(MEMBERSHIP.USER_ID)
                .offset(slice.offset())
                .limit(slice.limit())
                .fetch(row -> MemberStore.member(row.value1()));
    }

    private static Condition isMember(ProjectAccess who, List<String> words) {
        Condition wanted = MEMBERSHIP
                .PROJECT_ID
                .eq(who.project().value())
                .and(MEMBERSHIP.ACTIVE)
                .and(ReachedPeopleStore.isReached(who, MEMBERSHIP.USER_ID));
        for (String word : words) {
            wanted = wanted.and(WEB_USER.USERNAME
                    .startsWith(word)
                    .or(lower(WEB_USER.FIRST_NAME).startsWith(word))
                    .or(lower(WEB_USER.LAST_NAME).startsWith(word)));
        }
        return wanted;
    }
}
