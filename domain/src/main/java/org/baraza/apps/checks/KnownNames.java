// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baraza.apps.compare.CaseUse;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.ShadowModule;
import org.baraza.xpath.Names;

/**
 * What expressions of an app may name outside of their form: properties of cases, which some form saves or the project's
 * dictionary lists, and lookup tables.
 */
final class KnownNames {
    private static final String USER = "commcare-user";

    private final App app;
    private final CaseUse use;
    private final Optional<Map<String, Set<String>>> tables;
    private final Map<String, Set<String>> byType = new HashMap<>();

    KnownNames(App app, CheckContext context) {
        this.app = app;
        this.use = CaseUse.of(app);
        this.tables = context.tables();
        context.properties().ifPresent(this::learn);
    }

    /** Of the user's own case, everything that somebody says of her is a property: only a dictionary that has it can tell. */
    private void learn(Map<String, Set<String>> dictionary) {
        dictionary.forEach((type, names) -> byType.put(type, new HashSet<>(names)));
        use.caseTypes().stream()
                .filter(type -> !type.equals(USER))
                .forEach(type -> byType.computeIfAbsent(type, _ -> new HashSet<>()));
        use.properties().stream()
                .filter(CaseUse.Property::written)
                .forEach(property -> Optional.ofNullable(byType.get(property.caseType()))
                        .ifPresent(names -> names.add(property.name())));
    }

    /** Whether the lookup table is known to be missing. */
    boolean lacksTable(String tag) {
        return tables.filter(known -> !known.containsKey(tag)).isPresent();
    }

    /** Whether the lookup table is known, and has no such column. */
    boolean lacksColumn(String tag, String column) {
        return tables.filter(known -> known.containsKey(tag)
                        && !known.getOrDefault(tag, Set.of()).contains(column))
                .isPresent();
    }

    /** Where no case is at hand. */
    Names anywhere() {
        Map<String, Set<String>> properties = new HashMap<>(byType);
        put(properties, "#user", List.of(USER));
        return Names.UNKNOWN.withProperties(properties);
    }

    /** Where a case of the type is at hand. */
    Names about(String caseType) {
        Map<String, Set<String>> properties = new HashMap<>(anywhere().properties());
        Set<String> parents = parents(List.of(caseType));
        put(properties, "#case", List.of(caseType));
        for (String index : List.of("parent", "host")) {
            put(properties, "#case/" + index, parents);
            put(properties, "#" + index, parents);
        }
        put(properties, "#case/grandparent", parents(parents));
        put(properties, "#case/parent/parent", parents(parents));
        return Names.UNKNOWN.withProperties(properties);
    }

    /** Of several types that a case may be of, each may have the property; one of which nothing is known may have any. */
    private void put(Map<String, Set<String>> properties, String name, Collection<String> types) {
        if (!types.isEmpty() && byType.keySet().containsAll(types)) {
            Set<String> all = new HashSet<>();
            types.forEach(type -> all.addAll(byType.getOrDefault(type, Set.of())));
            properties.put(name, all);
        }
    }

    private Set<String> parents(Collection<String> types) {
        Set<String> parents = new TreeSet<>();
        use.relations().stream()
                .filter(relation -> types.contains(relation.caseType()))
                .forEach(relation -> parents.add(relation.parentType()));
        app.modules().stream()
                .filter(module -> types.contains(typeOf(module)))
                .filter(module -> module.menu().parentSelect().active())
                .flatMap(module -> module.menu().parentSelect().moduleId().flatMap(app::module).stream())
                .forEach(parent -> parents.add(typeOf(parent)));
        return parents;
    }

    /** Of which type the cases of a menu's list are. */
    String typeOf(AppModule module) {
        return module instanceof ShadowModule shadow
                ? app.module(shadow.sourceModuleId()).map(AppModule::caseType).orElse("")
                : module.caseType();
    }

    /** Of which type the case at hand is in a form: the one that was chosen last. */
    String typeOf(AppModule module, AppForm form) {
        return switch (form) {
            case BasicForm _ -> module.caseType();
            case AdvancedForm several ->
                chosen(several.loads()).reduce((_, last) -> last).orElse(module.caseType());
        };
    }

    private static Stream<String> chosen(List<LoadCase> loads) {
        return loads.stream().filter(load -> load.autoSelect().isEmpty()).map(LoadCase::caseType);
    }
}
