// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.cases.WholeCases;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.Dictionary;
import org.baraza.forms.WholeForms;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** What is known of the data of a project: learned from samples, and from what exports read. */
public final class Shapes {
    private static final int SAMPLE = 150;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final WholeForms forms;
    private final WholeCases cases;
    private final Dictionary dictionary;
    private final Clock clock;
    private final ShapeStore store = new ShapeStore();

    public Shapes(Transactions transactions, WholeForms forms, WholeCases cases, Dictionary dictionary, Clock clock) {
        this.transactions = transactions;
        this.forms = forms;
        this.cases = cases;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** The tables that an export of these forms or cases can have, with the usual ones selected. */
    public List<ExportTable> tables(ProjectAccess who, ExportType type, String identifier) {
        return tables(who, type, identifier, false);
    }

    /** @param labelled whether headings are the labels of the data dictionary, where it has one */
    public List<ExportTable> tables(ProjectAccess who, ExportType type, String identifier, boolean labelled) {
        List<ExportTable> tables = UsualTables.of(type, of(who, type, identifier));
        return type == ExportType.CASE
                ? transactions
                        .read(tx -> dictionary.described(tx, identifier))
                        .map(described -> DictionaryColumns.of(tables, described, labelled))
                        .orElse(tables)
                : tables;
    }

    /** The tables of an export, with what the data has come to have meanwhile, unselected. */
    public List<ExportTable> tables(ProjectAccess who, ExportPlan plan) {
        return KnownColumns.added(plan.tables(), tables(who, plan.type(), plan.identifier()));
    }

    /** Paths of the columns of which the data dictionary says that they have places. */
    Set<String> places(String caseType) {
        return transactions.read(tx -> dictionary.described(tx, caseType)).stream()
                .flatMap(described -> described.properties().stream())
                .filter(property -> property.dataType() == DataType.GPS)
                .map(property -> CasePaths.PROPERTIES + property.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Shape of(ProjectAccess who, ExportType type, String identifier) {
        ExportRights.requireShape(who, type);
        Instant now = clock.instant();
        Optional<ShapeStore.Seen> known = transactions.read(tx -> store.find(tx, type, identifier));
        if (known.isPresent() && known.get().at().isAfter(now.minus(FRESH))) {
            return known.get().shape();
        }
        Shape sampled = switch (type) {
            case FORM -> {
                FormShape shape = new FormShape();
                forms.sample(who, identifier, SAMPLE)
                        .forEach(form -> form.content().root().ifPresent(shape::saw));
                yield shape.shape();
            }
            case CASE -> {
                CaseShape shape = new CaseShape();
                cases.sample(who, identifier, SAMPLE).forEach(shape::saw);
                yield shape.shape();
            }
        };
        return sampled.values().isEmpty() && known.isEmpty()
                ? sampled
                : transactions.write(tx -> merged(tx, who, type, identifier, sampled, now));
    }

    /** Of two that learn at once neither loses what the other learned. */
    private Shape merged(Tx tx, ProjectAccess who, ExportType type, String identifier, Shape found, Instant now) {
        store.hold(tx, who.project(), type, identifier, now);
        Shape before =
                store.find(tx, type, identifier).map(ShapeStore.Seen::shape).orElse(Shape.NOTHING);
        Shape after = before.and(found);
        store.set(tx, type, identifier, after, now);
        return after;
    }

    /** Keeps what an export met. */
    void learn(ProjectAccess who, ExportPlan plan, Shape met) {
        if (met.values().isEmpty()) {
            return;
        }
        Optional<ShapeStore.Seen> known = transactions.read(tx -> store.find(tx, plan.type(), plan.identifier()));
        Shape before = known.map(ShapeStore.Seen::shape).orElse(Shape.NOTHING);
        if (!before.and(met).equals(before)) {
            transactions.write(tx -> merged(tx, who, plan.type(), plan.identifier(), met, clock.instant()));
        }
    }

    /** What hides ids and dates of the project. */
    Veil veil(ProjectAccess who) {
        Optional<byte[]> secret = transactions.read(store::secret);
        return new Veil(secret.orElseGet(() -> transactions.write(tx -> store.newSecret(tx, who.project()))));
    }
}
