// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object of a specification, with the place where it stands. */
record Spec(JsonNode json, String place, Specs specs) {
    private static final String TYPE = "type";

    String type() {
        return json.path(TYPE).isString() ? json.path(TYPE).stringValue() : "";
    }

    BadSpec bad(String message) {
        return new BadSpec(place, message);
    }

    boolean has(String key) {
        return !json.path(key).isMissingNode() && !json.path(key).isNull();
    }

    Optional<String> optionalText(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!json.path(key).isString()) {
            throw bad("\"%s\" is to be a text.".formatted(key));
        }
        return Optional.of(json.path(key).stringValue());
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    List<String> texts(String key) {
        if (!json.path(key).isArray()) {
            throw bad("\"%s\" is to be a list of texts.".formatted(key));
        }
        List<String> texts = new ArrayList<>();
        json.path(key).forEach(element -> texts.add(element.asString("")));
        return texts;
    }

    /** What its value is cast to; as it is, where nothing is said. */
    Expression cast(Expression expression) {
        Optional<String> name = optionalText("datatype");
        if (name.isEmpty()) {
            return expression;
        }
        Datatype datatype =
                Datatype.named(name.get()).orElseThrow(() -> bad("There is no datatype \"%s\".".formatted(name.get())));
        return (item, situation) -> datatype.cast(expression.of(item, situation));
    }

    /** A key that must be there, though it may be null. */
    JsonNode part(String key) {
        JsonNode part = json.path(key);
        if (part.isMissingNode()) {
            throw missing(key);
        }
        return part;
    }

    Expression expression(String key) {
        return specs.expression(part(key), at(key));
    }

    Optional<Expression> optional(String key) {
        return has(key) ? Optional.of(expression(key)) : Optional.empty();
    }

    Map<String, Expression> expressions(String key) {
        JsonNode part = part(key);
        if (!part.isObject()) {
            throw bad("\"%s\" is to be an object.".formatted(key));
        }
        Map<String, Expression> expressions = new LinkedHashMap<>();
        part.properties()
                .forEach(each -> expressions.put(
                        each.getKey(), specs.expression(each.getValue(), at(key) + "." + each.getKey())));
        return expressions;
    }

    List<Expression> list(String key) {
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode each : array(key)) {
            expressions.add(specs.expression(each, at(key) + "[" + expressions.size() + "]"));
        }
        return expressions;
    }

    Filter filter(String key) {
        return specs.filter(part(key), at(key));
    }

    List<Filter> filters(String key) {
        List<Filter> filters = new ArrayList<>();
        for (JsonNode each : array(key)) {
            filters.add(specs.filter(each, at(key) + "[" + filters.size() + "]"));
        }
        if (filters.isEmpty()) {
            throw bad("\"%s\" is empty.".formatted(key));
        }
        return filters;
    }

    private JsonNode array(String key) {
        if (!part(key).isArray()) {
            throw bad("\"%s\" is to be a list.".formatted(key));
        }
        return part(key);
    }

    /** Refuses keys that nobody would read. */
    void only(Set<String> known) {
        json.propertyNames().stream()
                .filter(key -> !known.contains(key) && !key.equals(TYPE) && !key.equals("comment"))
                .findFirst()
                .ifPresent(key -> {
                    throw bad("There is no key \"%s\" in a \"%s\".".formatted(key, type()));
                });
    }

    private BadSpec missing(String key) {
        return bad("\"%s\" is missing.".formatted(key));
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
