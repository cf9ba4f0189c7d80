// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.baraza.forms.Activity.DayCount;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Forms as people and programs read them, in the project in scope. Each call is one transaction, so a page and its count
 * are of one moment. Needs {@code edit_data} or {@code view_reports} where nothing else is said; who may not see every location
 * finds the forms of people at her own ones only ({@link Reach}).
 */
public final class Forms {
    /** Longest time that {@link #activity} looks back. */
    public static final int MOST_DAYS = 92;

    private static final int THIRTY_DAYS = 30;

    private final Transactions transactions;
    private final KeptContents contents;
    private final Clock clock;
    private final FormSearchStore search = new FormSearchStore();
    private final FormReadStore store = new FormReadStore();
    private final ActivityStore activity = new ActivityStore();

    public Forms(Transactions transactions, FormChunks chunks, Clock clock) {
        this.transactions = transactions;
        this.contents = new KeptContents(chunks);
        this.clock = clock;
    }

    public Page<Form> list(ProjectAccess access, FormQuery query) {
        return read(access, tx -> search.page(tx, query, Reach.owners(tx, access)));
    }

    /** Several lists in one snapshot, in the order of the queries. */
    public List<Page<Form>> lists(ProjectAccess access, List<FormQuery> queries) {
        return read(access, tx -> {
            Optional<Set<String>> users = Reach.owners(tx, access);
            return queries.stream().map(query -> search.page(tx, query, users)).toList();
        });
    }

    public Optional<Form> get(ProjectAccess access, String formId) {
        return Optional.ofNullable(find(access, Set.of(formId)).get(formId));
    }

    /** Those of the forms that exist, in whichever state. */
    public Map<String, Form> find(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.find(tx, formIds, Reach.owners(tx, access)));
    }

    /** What the forms say. Refuses more content at once than fits. */
    public Map<String, FormContent> contents(ProjectAccess access, Collection<String> formIds) {
        return contents.unpacked(read(access, tx -> contents.kept(tx, formIds)));
    }

    /** Files of each form by name; nothing for those without. */
    public Map<String, List<FormAttachment>> attachments(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.attachments(tx, formIds));
    }

    /** What was done to each form, oldest first; nothing for those left alone. */
    public Map<String, List<FormEvent>> events(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.events(tx, formIds));
    }

    /** The kinds of form received so far, in the order of their namespaces; also for whoever exports only some of them. */
    public List<FormType> types(ProjectAccess access) {
        if (!access.maySeeSome()) {
            access.require(Permission.EDIT_DATA);
        }
        return transactions.read(search::types);
    }

    /** When the last form of each user arrived; nothing for those without. Needs a permission to see the workers. */
    public Map<String, Instant> lastArrivals(ProjectAccess access, Collection<String> userIds) {
        access.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> store.lastArrivals(tx, userIds));
    }

    /** What each user sent and completed lately, in days of UTC; nothing for those without. Needs as {@link #lastArrivals}. */
    public Map<String, WorkTally> tallies(ProjectAccess access, Collection<String> userIds) {
        access.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        Instant now = clock.instant();
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        return transactions.read(tx -> activity.tallies(
                tx,
                userIds,
                now.minus(Duration.ofDays(THIRTY_DAYS)),
                month.minusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                month.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /**
     * What arrived on each of the latest days.
     *
     * @param zone where the days begin
     */
    public Activity activity(ProjectAccess access, ZoneId zone, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused(Problem.Invalid.field("days", "OUT_OF_RANGE", "Ask for 1 to " + MOST_DAYS + " days."));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<LocalDate> calendar = IntStream.range(0, days)
                .mapToObj(day -> today.minusDays(days - 1L - day))
                .toList();
        List<Instant> starts =
                calendar.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList();
        return read(access, tx -> {
            Optional<Set<String>> users = Reach.owners(tx, access);
            Map<Integer, Integer> counts = activity.counts(tx, starts, users);
            List<DayCount> perDay = IntStream.range(0, days)
                    .mapToObj(day -> new DayCount(calendar.get(day), counts.getOrDefault(day + 1, 0)))
                    .toList();
            return new Activity(
                    perDay.getLast().count(),
                    activity.users(tx, starts.getLast(), users),
                    perDay,
                    activity.last(tx, users).orElse(null));
        });
    }

    private <R> R read(ProjectAccess access, Function<Tx, R> work) {
        access.requireEither(Permission.EDIT_DATA, Permission.VIEW_REPORTS);
        return transactions.read(work);
    }
}
