// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Ownership;
import org.baraza.places.Reach;
import org.baraza.sync.WhyOnPhone.Reason;
import org.baraza.sync.WhyOnPhone.Step;

/**
 * Explains whether cases belong on the phone of a mobile worker, by the rule that fills it and by what is stored now. Needs
 * {@code view_commcare_users} or the permission to edit; whoever asks can see the cases, and hears nothing of workers who are
 * not at her locations.
 */
public final class CaseExplanation {
    private static final int MOST_PHONES = 5;

    private final Transactions transactions;
    private final Ownership ownership;
    private final CaseGraphStore graphs = new CaseGraphStore();
    private final CaseFactStore facts = new CaseFactStore();
    private final PhoneSyncStore syncs = new PhoneSyncStore();

    public CaseExplanation(Transactions transactions, Ownership ownership) {
        this.transactions = transactions;
        this.ownership = ownership;
    }

    /** The answers for those of the cases that exist; her part of the graph is read once for all of them. */
    public Map<String, WhyOnPhone> explain(ProjectAccess who, String userId, Collection<String> caseIds) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> Reach.hasPerson(tx, who, userId) ? explain(tx, userId, caseIds) : Map.of());
    }

    private Map<String, WhyOnPhone> explain(Tx tx, String userId, Collection<String> caseIds) {
        Map<String, WhyOnPhone> answers = new LinkedHashMap<>();
        if (!facts.isWorker(tx, userId)) {
            return answers;
        }
        Set<String> owners = ownership.owners(tx, userId);
        CaseGraph graph = GraphWalk.all(tx, graphs, owners).graph();
        Relevance.Trail trail = Relevance.trail(graph);
        List<PhoneSyncStore.PhoneShadow> shadows = syncs.phones(tx, userId, MOST_PHONES);
        List<CaseFact> asked = facts.ofIds(tx, caseIds);
        Map<Integer, CaseFact> known = factsOfChains(tx, graph, trail, asked);
        for (CaseFact fact : asked) {
            int place = graph.place(fact.number());
            boolean belongs = !fact.deleted() && place >= 0 && trail.live().get(place);
            answers.put(
                    fact.caseId(),
                    new WhyOnPhone(
                            belongs ? reason(graph, trail, place) : reasonAgainst(fact, owners),
                            belongs ? chain(graph, trail, place, known) : List.of(),
                            phones(shadows, fact.number())));
        }
        return answers;
    }

    private Map<Integer, CaseFact> factsOfChains(
            Tx tx, CaseGraph graph, Relevance.Trail trail, Collection<CaseFact> asked) {
        Set<Integer> numbers = new HashSet<>();
        for (CaseFact fact : asked) {
            int place = graph.place(fact.number());
            if (place >= 0 && trail.live().get(place)) {
                way(trail, place).forEach(step -> numbers.add(graph.number(step)));
            }
        }
        Map<Integer, CaseFact> known = new HashMap<>();
        facts.ofNumbers(tx, numbers).forEach(fact -> known.put(fact.number(), fact));
        return known;
    }

    /** Places from the one that is live by itself to this one. */
    private static Deque<Integer> way(Relevance.Trail trail, int place) {
        Deque<Integer> way = new ArrayDeque<>();
        way.addFirst(place);
        for (int at = place; trail.via()[at] != at; at = trail.via()[at]) {
            way.addFirst(trail.via()[at]);
        }
        return way;
    }

    private static List<Step> chain(CaseGraph graph, Relevance.Trail trail, int place, Map<Integer, CaseFact> known) {
        return way(trail, place).stream()
                .flatMap(step -> Optional.ofNullable(known.get(graph.number(step)))
                        .map(fact -> new Step(fact.caseId(), fact.ownerId(), fact.closed(), reason(graph, trail, step)))
                        .stream())
                .toList();
    }

    private static Reason reason(CaseGraph graph, Relevance.Trail trail, int place) {
        int via = trail.via()[place];
        if (via == place) {
            return Reason.OWNED;
        }
        for (int link = graph.firstLink(via); link < graph.firstLink(via + 1); link++) {
            if (graph.targetOf(link) == place) {
                return Reason.NEEDED;
            }
        }
        return Reason.EXTENSION;
    }

    private static Reason reasonAgainst(CaseFact fact, Set<String> owners) {
        if (fact.deleted()) {
            return Reason.DELETED;
        }
        if (fact.closed()) {
            return Reason.CLOSED;
        }
        return owners.contains(fact.ownerId()) ? Reason.NO_OPEN_HOST : Reason.NOT_HERS;
    }

    private static List<WhyOnPhone.Phone> phones(List<PhoneSyncStore.PhoneShadow> shadows, int number) {
        return shadows.stream()
                .map(phone -> new WhyOnPhone.Phone(
                        phone.deviceId(), phone.syncedOn(), phone.shadow().has(number)))
                .toList();
    }
}
