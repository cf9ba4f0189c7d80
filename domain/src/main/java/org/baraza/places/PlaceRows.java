// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the stores of places have in common. */
final class PlaceRows {
    /** Sorts after every character of a key. */
    static final String END = "\uDBFF\uDFFF";

    /** One of the ids of {@link #wanted}. */
    static final Field<String> WANTED = field(name("wanted", "id"), SQLDataType.CLOB);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private PlaceRows() {}

    /** One array, so that the statement is the same however many ids there are. */
    static Condition isOneOf(Field<String> field, Collection<String> ids) {
        return field.eq(any(val(ids.toArray(String[]::new))));
    }

    static Condition isOneOfNumbers(Field<Integer> field, Collection<Integer> numbers) {
        return field.eq(any(val(numbers.toArray(Integer[]::new))));
    }

    static Table<?> wanted(Collection<String> ids) {
        return unnest(Set.copyOf(ids).toArray(String[]::new)).as("wanted", "id");
    }

    /** A range rather than LIKE, which row-level security would keep from using an index. */
    static Condition beginsWith(Field<String> key, String beginning) {
        return key.between(beginning, beginning + END);
    }

    static JSONB json(Map<String, String> texts) {
        return JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(texts)));
    }

    /** By name. */
    static Map<String, String> texts(JSONB json) {
        return JSON.readValue(json.data(), TEXTS);
    }
}
