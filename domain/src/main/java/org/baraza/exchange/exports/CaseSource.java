// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baraza.cases.CaseRun;
import org.baraza.cases.CaseState;
import org.baraza.cases.CaseStep;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;

/**
 * Cases of a type: all in the order of their changes, where one that changes meanwhile is there once, or a part in the order in
 * which they came, so that none moves from a part into the next.
 */
final class CaseSource implements ExportSource {
    private static final int AT_ONCE = 1_000;
    private static final int LEARN_EVERY = 20;

    private final ExportServices services;
    private final ProjectAccess who;
    private final CaseRun run;
    private final CaseRowMaker maker;
    private final OwnerNames names;
    private final CaseShape shape = new CaseShape();
    private final BitSet done = new BitSet();
    private final Ahead<CaseState> cases;
    private final boolean whole;
    private Optional<CaseRun.Place> after = Optional.empty();
    private int lastNumber = -1;
    private long number;
    private int left;

    CaseSource(
            ExportServices services,
            ProjectAccess who,
            ExportPlan plan,
            CaseRowMaker maker,
            Limits limits,
            Stretch stretch) {
        this.services = services;
        this.who = who;
        this.run = new CaseRun(plan.identifier(), limits.from(), limits.before(), limits.people());
        this.maker = maker;
        this.names = new OwnerNames(services, who);
        this.cases = new Ahead<>(who.project(), this::read);
        this.left = stretch.most();
        this.whole = stretch.isWhole();
        if (!stretch.after().isEmpty()) {
            Cursor place = Cursor.read(stretch.after(), Stretch.LIST, 2);
            this.number = place.largeNumber(0);
            this.lastNumber = place.number(1);
        }
    }

    @Override
    public List<TableLayout> layouts() {
        return maker.layouts();
    }

    @Override
    public int total() {
        return services.cases().count(who, run);
    }

    @Override
    public Part next() {
        List<CaseState> part = cases.next();
        if (part.isEmpty()) {
            return Part.END;
        }
        List<CaseState> fresh = new ArrayList<>(part.size());
        for (CaseState state : part) {
            if (!done.get(state.caseNo())) {
                done.set(state.caseNo());
                fresh.add(state);
            }
        }
        for (int place = 0; place < fresh.size(); place += LEARN_EVERY) {
            shape.saw(fresh.get(place));
        }
        return new Part(part.size(), rows(fresh));
    }

    private List<CaseState> read() {
        if (left == 0) {
            return List.of();
        }
        int most = Math.min(AT_ONCE, left);
        List<CaseState> part = whole
                ? services.cases().next(who, run, after, most)
                : services.cases().byNumber(who, run, lastNumber, most);
        if (!part.isEmpty()) {
            after = Optional.of(CaseRun.Place.of(part.getLast()));
            lastNumber = part.getLast().caseNo();
            left -= part.size();
        }
        return part;
    }

    @Override
    public Optional<String> rest() {
        return lastNumber < 0
                        || services.cases().byNumber(who, run, lastNumber, 1).isEmpty()
                ? Optional.empty()
                : Optional.of(Cursor.of(Stretch.LIST, number, lastNumber));
    }

    private List<List<ExportRow>> rows(List<CaseState> fresh) {
        Map<String, String> known = names.of(people(fresh));
        Map<String, List<CaseStep>> steps = maker.wantsHistory()
                ? services.cases()
                        .steps(who, fresh.stream().map(CaseState::caseId).toList())
                : Map.of();
        long first = number;
        number += fresh.size();
        return IntStream.range(0, fresh.size())
                .parallel()
                .mapToObj(place -> {
                    CaseState state = fresh.get(place);
                    return maker.rows(first + place, state, known, steps.getOrDefault(state.caseId(), List.of()));
                })
                .toList();
    }

    private static Set<String> people(List<CaseState> cases) {
        Set<String> people = new HashSet<>();
        for (CaseState state : cases) {
            people.add(state.ownerId());
            Optional.ofNullable(state.openedBy()).ifPresent(people::add);
            Optional.ofNullable(state.modifiedBy()).ifPresent(people::add);
            Optional.ofNullable(state.closedBy()).ifPresent(people::add);
        }
        return people;
    }

    @Override
    public Shape met() {
        return shape.shape();
    }
}
