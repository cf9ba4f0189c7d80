// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * A case's history played again: what each step changed and where each present value comes from. Pure. Steps of archived
 * forms change nothing, because they do not count; neither do rebuilds, because what they do is not to count them.
 */
public final class CaseHistory {
    /** Where a case without any step starts. */
    private static final CaseState NOTHING = CaseReducer.unborn("", 0, Instant.EPOCH);

    private final Map<Integer, List<PropertyChange>> changes = new HashMap<>();
    private final Map<String, CaseTransaction> sources = new HashMap<>();
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private CaseState state = NOTHING;
    private boolean deleted;

    private CaseHistory() {}

    /** @param steps all of the case, in the order of their ordinals */
    public static CaseHistory of(Collection<CaseTransaction> steps) {
        CaseHistory history = new CaseHistory();
        steps.forEach(history::play);
        return history;
    }

    /** What a step changed: fields, then custom properties, each in the order in which they were first set. */
    public List<PropertyChange> changes(int ordinal) {
        return changes.getOrDefault(ordinal, List.of());
    }

    /** The values that forms gave the case, with the latest step that set each: fields, then custom properties. */
    public List<Provenance> provenance() {
        List<Provenance> found = new ArrayList<>();
        values(state).forEach((name, value) -> {
            CaseTransaction source = sources.get(name);
            if (source != null && source.formId() != null) {
                found.add(new Provenance(name, value, source));
            }
        });
        return found;
    }

    private void play(CaseTransaction step) {
        if (step.contributes()) {
            CaseState after = CaseReducer.advance(state, step.work(), step.serverDate());
            List<PropertyChange> changed = new ArrayList<>(differences(values(state), values(after)));
            changed.addAll(differences(links(state), links(after)));
            step.work().ledgers().forEach(ledger -> changed.add(posted(ledger)));
            state = after;
            changes.put(step.ordinal(), List.copyOf(changed));
            remember(step, changed);
        } else if ((step.type() & TransactionType.DELETION) != 0) {
            // A deleted case cannot be deleted again, nor one that is there be brought back: the two alternate.
            changes.put(step.ordinal(), List.of(new PropertyChange("deleted", text(deleted), text(!deleted))));
            deleted = !deleted;
        }
    }

    private void remember(CaseTransaction step, List<PropertyChange> changed) {
        changed.forEach(change -> sources.put(change.name(), step));
        for (CaseBlock block : step.work().blocks()) {
            block.values().keySet().forEach(field -> sources.put(field.elementName(), step));
            block.properties().keySet().forEach(name -> sources.put(name, step));
        }
    }

    private PropertyChange posted(LedgerChange ledger) {
        String name = "ledgers." + ledger.sectionId() + "." + ledger.entryId();
        BigDecimal before = balances.get(name);
        BigDecimal after = ledger.sets() || before == null ? ledger.quantity() : before.add(ledger.quantity());
        balances.put(name, after);
        return new PropertyChange(name, before == null ? null : before.toPlainString(), after.toPlainString());
    }

    private static SequencedMap<String, String> values(CaseState state) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        put(values, CaseField.TYPE, state.type());
        put(values, CaseField.NAME, state.name());
        put(values, CaseField.OWNER_ID, state.ownerId());
        put(values, CaseField.EXTERNAL_ID, state.externalId());
        put(values, CaseField.LOCATION_ID, state.locationId());
        put(values, CaseField.OPENED_ON, state.openedOn() == null ? null : Timestamps.format(state.openedOn()));
        if (state.closed()) {
            values.put("closed", text(true));
        }
        values.putAll(state.properties());
        return values;
    }

    private static void put(Map<String, String> values, CaseField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field.elementName(), value);
        }
    }

    private static SequencedMap<String, String> links(CaseState state) {
        SequencedMap<String, String> links = new LinkedHashMap<>();
        state.liveIndices().forEach(index -> links.put("indices." + index.identifier(), index.targetId()));
        return links;
    }

    private static List<PropertyChange> differences(
            SequencedMap<String, String> before, SequencedMap<String, String> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names.stream()
                .map(name -> new PropertyChange(name, before.get(name), after.get(name)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static String text(boolean value) {
        return String.valueOf(value);
    }
}
