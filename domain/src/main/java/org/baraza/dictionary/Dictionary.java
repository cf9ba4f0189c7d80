// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.Cases;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of the project in scope. Reading needs {@code view_data_dict}, {@code edit_data_dict} or, for those who build
 * applications with it, {@code edit_apps}; changing needs {@code edit_data_dict}. Whoever looks up a type also makes it learn
 * what its cases have come to have.
 */
public final class Dictionary {
    /** Of allowed values of a property. */
    public static final int MOST_VALUES = DictionaryRules.MOST_VALUES;

    private static final int LOOKS_AT_ONCE = 10;

    private final Transactions transactions;
    private final Cases cases;
    private final Audit audit;
    private final Clock clock;
    private final DictionaryStore store = new DictionaryStore();
    private final Learning learning = new Learning();

    public Dictionary(Transactions transactions, Cases cases, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses whoever may not read it. */
    public static void mayRead(ProjectAccess who) {
        if (!who.may(Permission.EDIT_APPS)) {
            who.requireEither(Permission.VIEW_DATA_DICT, Permission.EDIT_DATA_DICT);
        }
    }

    /** Whether a type of cases can be called so. */
    public static boolean isTypeName(String name) {
        return DictionaryRules.isTypeName(name);
    }

    /** Whether a property can be called so. */
    public static boolean isPropertyName(String name) {
        return DictionaryRules.isPropertyName(name);
    }

    /** Types, by name. */
    public Page<CaseType> types(ProjectAccess who, TypeQuery query) {
        mayRead(who);
        learnTypes(who);
        return transactions.read(tx -> store.page(tx, query));
    }

    private void learnTypes(ProjectAccess who) {
        List<String> inUse = transactions.read(cases::types);
        if (transactions.read(tx -> learning.areNew(tx, inUse))) {
            transactions.writing(tx -> learning.lookForTypes(tx, who.project(), inUse));
        }
    }

    /** A type with its groups and properties. */
    public Optional<DescribedType> type(ProjectAccess who, String name) {
        mayRead(who);
        if (transactions.read(tx -> learning.isDue(tx, name, clock.instant()))) {
            look(who, name);
        }
        return transactions.read(tx ->
                store.type(tx, name).map(type -> described(tx, List.of(type)).getFirst()));
    }

    /** All types with their groups and properties. Of those that were not looked at lately, the next ones learn. */
    public List<DescribedType> all(ProjectAccess who, boolean deprecatedToo) {
        mayRead(who);
        learnTypes(who);
        transactions
                .read(tx -> learning.due(tx, clock.instant(), LOOKS_AT_ONCE))
                .forEach(type -> look(who, type));
        return transactions.read(tx -> described(
                tx,
                store.types(tx).stream()
                        .filter(type -> deprecatedToo || !type.deprecated())
                        .toList()));
    }

    private void look(ProjectAccess who, String type) {
        transactions.writing(tx -> learning.look(tx, who.project(), type, clock.instant()));
    }

    /** The names of all types, deprecated ones too, in order. */
    public List<String> names(ProjectAccess who) {
        mayRead(who);
        return transactions.read(store::types).stream().map(CaseType::name).toList();
    }

    /** The names of all properties by the names of their types, deprecated ones too. Asks for no permission, and learns nothing. */
    public Map<String, Set<String>> propertyNames() {
        return transactions.read(store::propertyNames);
    }

    private List<DescribedType> described(Tx tx, List<CaseType> types) {
        List<String> names = types.stream().map(CaseType::name).toList();
        Map<String, List<PropertyGroup>> groups = store.groups(tx, names);
        Map<String, List<CaseProperty>> properties = store.properties(tx, names, groups);
        Set<String> withCases = learning.withCases(tx, names);
        List<DescribedType> described = new ArrayList<>();
        for (CaseType type : types) {
            List<PropertyGroup> own = groups.getOrDefault(type.name(), List.of());
            described.add(new DescribedType(
                    type,
                    own,
                    DescribedType.inOrder(own, properties.getOrDefault(type.name(), List.of())),
                    withCases.contains(type.name())));
        }
        return described;
    }

    /**
     * What is said of a type, for those who work on its cases in a transaction of their own; nothing where nobody said
     * anything. Asks for no permission.
     */
    public Optional<DescribedType> described(Tx tx, String type) {
        return store.type(tx, type).map(found -> described(tx, List.of(found)).getFirst());
    }

    /** The types that become resources of FHIR, with their properties. Asks for no permission, and learns nothing. */
    public List<DescribedType> resources() {
        return transactions.read(tx -> described(tx, store.resources(tx)));
    }

    /** The types that the project uses no longer. Asks for no permission, as it only hides. */
    public List<String> deprecatedTypes(ProjectAccess who) {
        return transactions.read(store::types).stream()
                .filter(CaseType::deprecated)
                .map(CaseType::name)
                .toList();
    }

    public CaseType create(ProjectAccess who, String name, String description) {
        who.require(Permission.EDIT_DATA_DICT);
        String called = name.strip();
        DictionaryRules.checkType(called, description, "");
        CaseType type = new CaseType(called, description, false, "");
        return transactions.write(tx -> {
            if (!make(tx, who, type)) {
                throw DictionaryRules.refused("name", "CASE_TYPE_TAKEN", "There is a case type of this name.");
            }
            record(tx, who, "case_type.created", called);
            return type;
        });
    }

    /** Whether it was not there before. */
    private boolean make(Tx tx, ProjectAccess who, CaseType type) {
        if (store.type(tx, type.name()).isPresent()) {
            return false;
        }
        if (learning.isFull(tx)) {
            throw DictionaryRules.refused(
                    "name", "TOO_MANY", "A project has at most " + DictionaryRules.MOST_TYPES + " case types.");
        }
        return store.insert(tx, who.project(), type);
    }

    /**
     * Says what a type is.
     *
     * @param fhirResourceType which resource of FHIR its cases become, empty for none; null leaves it as it is
     */
    public CaseType describe(ProjectAccess who, String name, String description, @Nullable String fhirResourceType) {
        who.require(Permission.EDIT_DATA_DICT);
        String resource = fhirResourceType == null ? "" : fhirResourceType.strip();
        DictionaryRules.checkType(name, description, resource);
        return transactions.write(tx -> {
            CaseType before = known(tx, name);
            store.describe(tx, name, description, fhirResourceType == null ? before.fhirResourceType() : resource);
            record(tx, who, "case_type.described", name);
            return known(tx, name);
        });
    }

    /** With all its groups and properties. Cases of the type stay as they are. */
    public CaseType setDeprecated(ProjectAccess who, String name, boolean deprecated) {
        who.require(Permission.EDIT_DATA_DICT);
        return transactions.write(tx -> {
            known(tx, name);
            store.setDeprecated(tx, name, deprecated);
            record(tx, who, deprecated ? "case_type.deprecated" : "case_type.restored", name);
            return known(tx, name);
        });
    }

    /** Deletes a type that no case is of. */
    public void delete(ProjectAccess who, String name) {
        who.require(Permission.EDIT_DATA_DICT);
        transactions.writing(tx -> {
            known(tx, name);
            if (learning.hasCases(tx, name)) {
                throw new Refused(new Problem.Conflict(
                        "CASE_TYPE_IN_USE", "There are cases of this type. Deprecate it instead of deleting it."));
            }
            store.delete(tx, name);
            record(tx, who, "case_type.deleted", name);
        });
    }

    /** Deletes a group; its properties stand in none then. */
    public void deleteGroup(ProjectAccess who, String caseType, int number) {
        who.require(Permission.EDIT_DATA_DICT);
        transactions.writing(tx -> {
            if (store.lock(tx, caseType).isEmpty()) {
                throw unknown();
            }
            if (store.groups(tx, List.of(caseType)).getOrDefault(caseType, List.of()).stream()
                    .noneMatch(group -> group.number() == number)) {
                throw new Refused(new Problem.NotFound("group of properties"));
            }
            store.deleteGroup(tx, caseType, number);
            record(tx, who, "case_type.changed", caseType);
        });
    }

    /** Makes a change, all of it or nothing. */
    public void change(ProjectAccess who, DictionaryChange change) {
        who.require(Permission.EDIT_DATA_DICT);
        DictionaryRules.check(change);
        transactions.writing(tx -> {
            for (String type : change.caseTypes()) {
                if (make(tx, who, new CaseType(type, "", false, ""))) {
                    record(tx, who, "case_type.created", type);
                }
                store.lock(tx, type);
                Map<String, List<PropertyGroup>> groups = store.groups(tx, List.of(type));
                List<CaseProperty> properties =
                        store.properties(tx, List.of(type), groups).getOrDefault(type, List.of());
                new TypeEdit(type, groups.getOrDefault(type, List.of()), properties)
                        .apply(change)
                        .write(tx, who.project(), store);
                record(tx, who, "case_type.changed", type);
            }
        });
    }

    private CaseType known(Tx tx, String name) {
        return store.type(tx, name).orElseThrow(Dictionary::unknown);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("case type"));
    }

    private void record(Tx tx, ProjectAccess who, String action, String name) {
        audit.record(tx, who, AuditEntry.of(action, "case_type", name));
    }
}
