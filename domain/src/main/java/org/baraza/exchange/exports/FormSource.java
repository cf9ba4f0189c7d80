// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baraza.forms.FormRun;
import org.baraza.forms.FormState;
import org.baraza.forms.WholeForm;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;

/** Forms of a kind, in the order of arrival; those that arrive after the beginning are not there. */
final class FormSource implements ExportSource {
    private static final int AT_ONCE = 1_000;
    private static final int LEARN_EVERY = 20;

    private final ExportServices services;
    private final ProjectAccess who;
    private final FormRun run;
    private final FormRowMaker maker;
    private final FormShape shape = new FormShape();
    private final Ahead<WholeForm> forms;
    private Optional<FormRun.Place> after;
    private long number;
    private int left;

    FormSource(
            ExportServices services,
            ProjectAccess who,
            ExportPlan plan,
            Surroundings surroundings,
            Limits limits,
            Stretch stretch) {
        this.services = services;
        this.who = who;
        this.run = run(plan, limits);
        this.maker = new FormRowMaker(plan, surroundings);
        this.forms = new Ahead<>(who.project(), this::read);
        this.left = stretch.most();
        if (stretch.after().isEmpty()) {
            this.after = Optional.empty();
        } else {
            Cursor place = Cursor.read(stretch.after(), Stretch.LIST, 3);
            this.number = place.largeNumber(0);
            this.after = Optional.of(new FormRun.Place(place.instant(1), place.text(2)));
        }
    }

    /** Which forms are read. */
    static FormRun run(ExportPlan plan, Limits limits) {
        return new FormRun(
                plan.identifier(), states(plan), limits.from(), limits.before().orElse(limits.now()), limits.people());
    }

    private static Set<FormState> states(ExportPlan plan) {
        return plan.manner().includeErrors()
                ? EnumSet.of(FormState.NORMAL, FormState.DUPLICATE, FormState.ERROR)
                : EnumSet.of(FormState.NORMAL);
    }

    @Override
    public List<TableLayout> layouts() {
        return maker.layouts();
    }

    @Override
    public int total() {
        return services.forms().count(who, run);
    }

    @Override
    public Part next() {
        List<WholeForm> part = forms.next();
        if (part.isEmpty()) {
            return Part.END;
        }
        long first = number;
        number += part.size();
        for (int place = 0; place < part.size(); place += LEARN_EVERY) {
            part.get(place).content().root().ifPresent(shape::saw);
        }
        return new Part(
                part.size(),
                IntStream.range(0, part.size())
                        .parallel()
                        .mapToObj(place -> maker.rows(first + place, part.get(place)))
                        .toList());
    }

    private List<WholeForm> read() {
        if (left == 0) {
            return List.of();
        }
        List<WholeForm> part = services.forms().next(who, run, after, Math.min(AT_ONCE, left));
        if (!part.isEmpty()) {
            after = Optional.of(part.getLast().place());
            left -= part.size();
        }
        return part;
    }

    @Override
    public Optional<String> rest() {
        return after.filter(place -> !services.forms().next(who, run, after, 1).isEmpty())
                .map(place -> Cursor.of(Stretch.LIST, number, place.receivedOn(), place.formId()));
    }

    @Override
    public Shape met() {
        return shape.shape();
    }
}
