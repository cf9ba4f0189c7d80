// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.OccurrenceStore.Recent;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** What a forwarder of the project in scope would send, before there is one. Needs {@code edit_motech}. */
public final class Previews {
    /** Documents that a preview shows. */
    public static final int MOST = 20;

    /** Among these it looks for some that the forwarder would take. */
    private static final int MOST_LOOKED_AT = 500;

    private final Transactions transactions;
    private final ForwarderTypes types;
    private final Payloads payloads;
    private final OccurrenceStore store = new OccurrenceStore();

    public Previews(Transactions transactions, ForwarderTypes types, Payloads payloads) {
        this.transactions = transactions;
        this.types = types;
        this.payloads = payloads;
    }

    /**
     * A forwarder as it might be.
     *
     * @param format empty for the usual one
     */
    public record Plan(String type, String format, String script, ForwarderOptions options) {}

    /**
     * What it would do.
     *
     * @param flaws why the script cannot be used
     * @param documents newest first
     */
    public record Preview(List<Flaw> flaws, List<Document> documents) {}

    /**
     * A document that it would take.
     *
     * @param nothing whether there is nothing to send of it
     */
    public record Document(String id, Instant at, boolean nothing, Records.Preview payload) {}

    /** What a forwarder would send of the last documents that it would take. */
    public Preview of(ProjectAccess who, Plan plan, int first) {
        who.require(Permission.EDIT_MOTECH);
        ForwarderType type = types.type(plan.type)
                .orElseThrow(() -> refused("type", "TYPE_UNKNOWN", "There is no such type of forwarder."));
        Recipe recipe = new Recipe(plan.type, plan.format.isEmpty() ? type.usualFormat() : plan.format, plan.script);
        if (types.format(recipe.type(), recipe.format()).isEmpty()) {
            throw refused("format", "FORMAT_UNKNOWN", "The type has no such format.");
        }
        List<Flaw> flaws = payloads.flaws(recipe);
        if (!flaws.isEmpty()) {
            return new Preview(flaws, List.of());
        }
        Map<String, Recent> recent =
                transactions.read(tx -> recent(tx, type, plan.options, Math.clamp(first, 1, MOST)));
        List<Document> documents = new ArrayList<>();
        payloads.make(recipe, recent.keySet(), Workshop.Purpose.PREVIEW)
                .forEach((id, making) -> Optional.ofNullable(recent.get(id))
                        .ifPresent(one ->
                                documents.add(new Document(id, one.at(), isNothing(making), Records.told(making)))));
        documents.sort(Comparator.comparing(Document::at).reversed());
        return new Preview(List.of(), documents);
    }

    private static Refused refused(String field, String code, String message) {
        return new Refused(new Problem.Invalid(List.of(new FieldError(field, code, message))));
    }

    private static boolean isNothing(Payloads.Making making) {
        return making instanceof Payloads.Making.Gone
                || (making instanceof Payloads.Making.Made made
                        && made.payload().isNothing());
    }

    private Map<String, Recent> recent(Tx tx, ForwarderType type, ForwarderOptions options, int most) {
        List<Recent> all = new ArrayList<>(store.lastForms(tx, options.xmlnses(), MOST_LOOKED_AT));
        all.addAll(store.lastCases(tx, options.caseTypes(), MOST_LOOKED_AT));
        Map<String, Recent> taken = new LinkedHashMap<>();
        all.stream()
                .filter(one -> takes(type, one.occurrence(), options))
                .sorted(Comparator.comparing(Recent::at).reversed())
                .limit(most)
                .forEach(one -> taken.put(one.occurrence().payloadId(), one));
        return taken;
    }

    /** Each case was new once, and may change. */
    private static boolean takes(ForwarderType type, Occurrence occurrence, ForwarderOptions options) {
        return type.accepts(occurrence, options)
                || (occurrence instanceof Occurrence.CaseChanged(String id, String kind, String userId, boolean first)
                        && type.accepts(new Occurrence.CaseChanged(id, kind, userId, !first), options));
    }
}
