// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.cases.Relationship;
import org.baraza.claims.ClaimStore.Known;
import org.baraza.forms.ServerForm;
import org.baraza.forms.ServerForm.User;
import org.baraza.forms.ServerForms;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.sync.PhoneHoldings;
import org.jspecify.annotations.Nullable;

/**
 * Takes cases to phones of those who do not own them, and gives them back (device protocol: claim). A claim is an extension
 * of the case, owned by who claims it; by the rules of sync it brings the case along for as long as it is open.
 */
public final class Claims {
    private static final String MADE_BY = "case-claim";
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_OF_A_CASE = 20;

    private final Transactions transactions;
    private final Cases cases;
    private final ServerForms forms;
    private final Clock clock;
    private final ClaimStore store = new ClaimStore();
    private final SearchSettingsStore settings = new SearchSettingsStore();
    private final PhoneHoldings phones = new PhoneHoldings();

    public Claims(Transactions transactions, Cases cases, ServerForms forms, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Claims what is not claimed yet. Needs {@code access_mobile_endpoints}.
     *
     * @param holder who will hold the claims: the caller, or whom she works as
     * @param syncToken the phone's last sync; null when it names none
     */
    public ClaimOutcome claim(
            ProjectAccess access, User holder, Collection<String> caseIds, @Nullable String syncToken) {
        access.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        if (caseIds.size() > MOST_AT_ONCE) {
            throw new Refused(Problem.Invalid.field(
                    "case_id", "TOO_MANY", "At most " + MOST_AT_ONCE + " cases are claimed at once."));
        }
        Standing standing = transactions.read(tx -> look(tx, holder, Set.copyOf(caseIds), syncToken));
        Optional<String> gone = caseIds.stream()
                .filter(caseId -> !standing.hosts.containsKey(caseId))
                .findFirst();
        if (gone.isPresent()) {
            return new ClaimOutcome.Gone(gone.get());
        }
        if (standing.onThePhone) {
            return new ClaimOutcome.OnThePhone();
        }
        if (!standing.missing.isEmpty()) {
            forms.submit(ServerForm.of(holder, ServerForm.CASE_CHANGES, "Case claim", MADE_BY, standing.missing)
                    .askedForBy(access.actor()));
        }
        return new ClaimOutcome.Claimed();
    }

    /**
     * How things are before a claim.
     *
     * @param hosts the cases that are there
     * @param missing claims of those of which the holder has no open one
     */
    private record Standing(Map<String, CaseState> hosts, List<CaseChange> missing, boolean onThePhone) {}

    private Standing look(Tx tx, User holder, Set<String> caseIds, @Nullable String syncToken) {
        if (!settings.find(tx).enabled()) {
            throw new Refused(CaseSearch.DISABLED);
        }
        Map<String, CaseState> hosts = new LinkedHashMap<>(cases.find(tx, caseIds));
        hosts.values().removeIf(CaseState::deleted);
        List<Known> known = store.of(tx, holder.userId(), hosts.keySet());
        List<CaseChange> missing = hosts.values().stream()
                .filter(host -> known.stream()
                        .noneMatch(claim -> claim.open() && claim.caseId().equals(host.caseId())))
                .map(host -> claimOf(host, freshId(tx, holder, host.caseId()), holder))
                .toList();
        return new Standing(hosts, missing, syncToken != null && isOnThePhone(tx, holder, hosts, known, syncToken));
    }

    /** A case whose claim was ended meanwhile is about to leave the phone, whatever else may be true. */
    private boolean isOnThePhone(
            Tx tx, User holder, Map<String, CaseState> hosts, List<Known> known, String syncToken) {
        return phones.areCurrent(
                tx,
                syncToken,
                holder.userId(),
                clock.instant(),
                hosts.values().stream().map(CaseState::caseNo).toList(),
                known.stream().map(Known::caseNo).toList());
    }

    /** The same for two who ask at the same moment, so that they make one claim; never that of a claim that was. */
    private String freshId(Tx tx, User holder, String caseId) {
        for (int turn = 0; ; turn++) {
            String id = UUID.nameUUIDFromBytes(
                            (holder.userId() + "\n" + caseId + "\n" + turn).getBytes(StandardCharsets.UTF_8))
                    .toString();
            if (cases.find(tx, List.of(id)).isEmpty()) {
                return id;
            }
        }
    }

    private static CaseChange claimOf(CaseState host, String claimId, User holder) {
        return CaseChange.create(claimId, ClaimStore.TYPE, host.name(), holder.userId())
                .link(ClaimStore.HOST, host.type(), host.caseId(), Relationship.EXTENSION);
    }

    /** A page for each query, all of one snapshot. Needs {@code edit_data} or {@code view_reports}. */
    public List<Page<Claim>> lists(ProjectAccess access, List<ClaimQuery> queries) {
        access.requireEither(Permission.EDIT_DATA, Permission.VIEW_REPORTS);
        return transactions.read(
                tx -> queries.stream().map(query -> store.page(tx, query)).toList());
    }

    /** The newest twenty open claims of each case. Needs {@code edit_data} or {@code view_reports}. */
    public Map<String, List<Claim>> of(ProjectAccess access, Collection<String> caseIds) {
        access.requireEither(Permission.EDIT_DATA, Permission.VIEW_REPORTS);
        return transactions.read(tx -> store.newest(tx, caseIds, MOST_OF_A_CASE));
    }

    /**
     * Ends claims, all or none; the cases leave the phones at their next sync. Needs {@code edit_data}; who does not have all
     * locations ends those that her own people hold.
     *
     * @throws Refused when one of them is no open claim
     */
    public List<Claim> release(ProjectAccess access, Collection<String> claimIds) {
        access.require(Permission.EDIT_DATA);
        Set<String> wanted = new HashSet<>(claimIds);
        if (wanted.isEmpty() || wanted.size() > MOST_AT_ONCE) {
            throw new Refused(Problem.Invalid.field(
                    "claimIds", "OUT_OF_RANGE", "From 1 to " + MOST_AT_ONCE + " claims are released at once."));
        }
        List<Claim> open = transactions.read(tx -> {
            Optional<Set<String>> owners = Reach.owners(tx, access);
            return store.open(tx, wanted).stream()
                    .filter(claim -> owners.isEmpty() || owners.get().contains(claim.holderId()))
                    .toList();
        });
        if (open.size() < wanted.size()) {
            throw new Refused(new Problem.NotFound("open claim"));
        }
        forms.submit(ServerForm.of(
                User.of(access.actor()),
                ServerForm.CASE_CHANGES,
                "Release of claims",
                MADE_BY,
                open.stream().map(claim -> CaseChange.close(claim.claimId())).toList()));
        return open;
    }
}
