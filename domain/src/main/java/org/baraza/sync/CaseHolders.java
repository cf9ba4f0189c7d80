// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Ownership;

/**
 * Finds whose phones hold a case. Asking every phone of a project would read all that is known of all of them; so those are
 * asked whose phones it could reach: of who owns it, of who owns a case that brings it along, and of who sent forms about it.
 * Needs {@code view_commcare_users} or the permission to edit; whoever asks can see the cases.
 */
public final class CaseHolders {
    static final int MOST_WORKERS = 20;
    private static final int MOST_CASES = 200;
    private static final int MOST_ROUNDS = 6;

    private final Transactions transactions;
    private final Ownership ownership;
    private final CaseFactStore facts = new CaseFactStore();
    private final CaseSurroundingsStore surroundings = new CaseSurroundingsStore();
    private final PhoneSyncStore syncs = new PhoneSyncStore();

    public CaseHolders(Transactions transactions, Ownership ownership) {
        this.transactions = transactions;
        this.ownership = ownership;
    }

    /** Of each case those whose phones hold it, and its owners even if theirs do not: at most twenty, owners first. */
    public Map<String, List<CaseHolder>> of(ProjectAccess who, Collection<String> caseIds) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> {
            Map<String, List<CaseHolder>> holders = new LinkedHashMap<>();
            facts.ofIds(tx, caseIds).forEach(fact -> holders.put(fact.caseId(), of(tx, fact)));
            return holders;
        });
    }

    private List<CaseHolder> of(Tx tx, CaseFact fact) {
        Set<String> owners = ownership.workers(tx, Set.of(fact.ownerId()), MOST_WORKERS);
        Set<String> asked = new LinkedHashSet<>(owners);
        asked.addAll(ownership.workers(tx, ownersAround(tx, fact), MOST_WORKERS - asked.size()));
        asked.addAll(ownership.workers(tx, surroundings.senders(tx, fact.caseId()), MOST_WORKERS - asked.size()));
        Map<String, List<WhyOnPhone.Phone>> phones = syncs.phonesWith(tx, asked, fact.number());
        return asked.stream()
                .map(userId -> new CaseHolder(userId, owners.contains(userId), phones.getOrDefault(userId, List.of())))
                .filter(holder -> holder.owns() || holder.holds())
                .toList();
    }

    /** Of cases that bring it along: those that point to it, those that it is an extension of, and so on from there. */
    private Set<String> ownersAround(Tx tx, CaseFact fact) {
        Set<String> known = new LinkedHashSet<>(Set.of(fact.caseId()));
        Set<String> owners = new LinkedHashSet<>();
        Set<String> last = known;
        for (int round = 0; round < MOST_ROUNDS && !last.isEmpty() && known.size() < MOST_CASES; round++) {
            Map<String, String> next = surroundings.ownersOfNext(tx, last, MOST_CASES);
            next.keySet().removeAll(known);
            known.addAll(next.keySet());
            owners.addAll(next.values());
            last = next.keySet();
        }
        owners.remove(fact.ownerId());
        return owners;
    }
}
