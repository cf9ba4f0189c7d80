// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.baraza.ucr.Documents.Kind;

/** Expressions that look into other documents of the project (spec/31 section 4). */
final class LookupTypes {
    private static final String CASE_ID = "case_id_expression";
    private static final String LOCATION_ID = "location_id_expression";
    /** As deep as a tree of locations goes, so that a circle ends. */
    private static final int DEEPEST_TREE = 100;

    private LookupTypes() {}

    static Map<String, Function<Spec, Expression>> all() {
        return Map.of(
                "related_doc", LookupTypes::relatedDoc,
                "indexed_case", LookupTypes::indexedCase,
                "get_subcases", spec -> listed(spec, CASE_ID, Documents::subcases),
                "get_case_forms", LookupTypes::caseForms,
                "get_case_sharing_groups",
                        spec -> listed(spec, "user_id_expression", (all, id) -> all.groupsOfUser(id, true)),
                "get_reporting_groups",
                        spec -> listed(spec, "user_id_expression", (all, id) -> all.groupsOfUser(id, false)),
                "ancestor_location", LookupTypes::ancestorLocation,
                "location_type_name", spec -> ofLocation(spec, "location_type"),
                "location_parent_id", spec -> ofLocation(spec, "parent_location_id"));
    }

    /** What an expression gives as an id; empty where it gives none. */
    private static Optional<String> id(Value value) {
        return value instanceof Value.Text(var id) && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    }

    private static Value document(Situation situation, Kind kind, String id) {
        situation.check();
        return situation.documents().find(kind, id).orElse(Value.NOTHING);
    }

    private static Expression relatedDoc(Spec spec) {
        String docType = spec.text("related_doc_type");
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.docType().equals(docType))
                .findFirst()
                .orElseThrow(() -> spec.bad("There is no related_doc_type \"%s\".".formatted(docType)));
        Expression id = spec.expression("doc_id_expression");
        Expression value = spec.expression("value_expression");
        return (item, situation) -> id(id.of(item, situation))
                .map(found -> document(situation, kind, found))
                .map(document -> value.of(document, situation.about(document)))
                .orElse(Value.NOTHING);
    }

    /** The case that the first index of a name refers to. */
    private static Expression indexedCase(Spec spec) {
        Expression of = spec.expression("case_expression");
        String index = spec.optionalText("index").orElse("parent");
        return (item, situation) -> of.of(item, situation).get("indices").items().stream()
                .filter(each -> each.get("identifier").equals(Value.of(index)))
                .findFirst()
                .flatMap(each -> id(each.get("referenced_id")))
                .map(id -> document(situation, Kind.CASE, id))
                .orElse(Value.NOTHING);
    }

    private static Expression caseForms(Spec spec) {
        Set<String> xmlnses = spec.has("xmlns") ? Set.copyOf(spec.texts("xmlns")) : Set.of();
        return listed(spec, CASE_ID, (all, id) -> all.formsOfCase(id, xmlnses));
    }

    private static Expression listed(Spec spec, String key, BiFunction<Documents, String, List<Value>> asked) {
        Expression id = spec.expression(key);
        return (item, situation) -> {
            situation.check();
            return new Value.Items(id(id.of(item, situation))
                    .map(found -> asked.apply(situation.documents(), found))
                    .orElse(List.of()));
        };
    }

    private static Expression ofLocation(Spec spec, String property) {
        Expression id = spec.expression(LOCATION_ID);
        return (item, situation) -> id(id.of(item, situation))
                .map(found -> document(situation, Kind.LOCATION, found).get(property))
                .filter(value -> !value.equals(Value.of("")))
                .orElse(Value.NOTHING);
    }

    private static Expression ancestorLocation(Spec spec) {
        Expression id = spec.expression("location_id");
        Expression type = spec.expression("location_type");
        Optional<Expression> property = spec.optional("location_property");
        return (item, situation) -> {
            Value found = ancestor(situation, id.of(item, situation), type.of(item, situation));
            return property.map(name ->
                            name.of(item, situation) instanceof Value.Text(var key) ? found.get(key) : Value.NOTHING)
                    .orElse(found);
        };
    }

    private static Value ancestor(Situation situation, Value from, Value type) {
        Set<String> seen = new HashSet<>();
        Optional<String> id = id(from);
        while (id.isPresent() && seen.add(id.get()) && seen.size() < DEEPEST_TREE) {
            Value location = document(situation, Kind.LOCATION, id.get());
            if (Comparison.same(location.get("location_type"), type)) {
                return location;
            }
            id = id(location.get("parent_location_id"));
        }
        return Value.NOTHING;
    }
}
