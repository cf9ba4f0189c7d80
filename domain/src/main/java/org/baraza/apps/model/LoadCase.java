// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A case that an advanced form works on.
 *
 * @param tag its name in the form; its session variable is {@code case_id_<tag>}
 * @param detailsModule the menu whose list it is chosen from; see {@link App#listFor} where none is named
 * @param index of which case chosen earlier it must be a child
 * @param autoSelect how it is found without a list
 */
public record LoadCase(
        String caseType,
        String tag,
        Optional<String> detailsModule,
        Map<String, Update> properties,
        Map<String, String> preload,
        Optional<Index> index,
        Optional<AutoSelect> autoSelect,
        Optional<FromTable> fromTable,
        Condition closeCondition) {

    public LoadCase {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        preload = Collections.unmodifiableMap(new LinkedHashMap<>(preload));
    }

    /** An index to the case of a tag. */
    public record Index(String tag, String reference, String relationship, String relationshipQuestion) {
        static Index of(JsonNode at) {
            return new Index(
                    Read.text(at, "tag"),
                    Read.filled(at, "reference_id").orElse("parent"),
                    Read.filled(at, "relationship").orElse("child"),
                    Read.text(at, "relationship_question"));
        }
    }

    /** Where the id of a case is found: in the user's data, a table, another case, or by an expression. */
    public record AutoSelect(Mode mode, String source, String key) {
        /** Where to look. */
        public enum Mode {
            USER,
            FIXTURE,
            CASE,
            USERCASE,
            RAW,
            LOCATION,
            UNKNOWN
        }

        static Optional<AutoSelect> of(JsonNode at) {
            return Read.filled(at, "mode")
                    .map(mode -> new AutoSelect(
                            switch (mode) {
                                case "user" -> Mode.USER;
                                case "fixture" -> Mode.FIXTURE;
                                case "case" -> Mode.CASE;
                                case "usercase" -> Mode.USERCASE;
                                case "raw" -> Mode.RAW;
                                case "location" -> Mode.LOCATION;
                                default -> Mode.UNKNOWN;
                            },
                            Read.text(at, "value_source"),
                            Read.text(at, "value_key")));
        }
    }

    /**
     * A row of a table that says which case it is.
     *
     * @param autoSelectRow takes the only row there is without showing the table
     * @param autoSelect takes the only case that the row means
     */
    public record FromTable(
            String nodeset,
            String tag,
            String variable,
            String caseProperty,
            String arbitraryDatum,
            String arbitraryFunction,
            boolean autoSelectRow,
            boolean autoSelect) {
        static Optional<FromTable> of(JsonNode at) {
            return at.isObject()
                    ? Optional.of(new FromTable(
                            Read.text(at, "fixture_nodeset"),
                            Read.text(at, "fixture_tag"),
                            Read.text(at, "fixture_variable"),
                            Read.text(at, "case_property"),
                            Read.text(at, "arbitrary_datum_id"),
                            Read.text(at, "arbitrary_datum_function"),
                            Read.flag(at, "auto_select_fixture"),
                            Read.flag(at, "auto_select")))
                    : Optional.empty();
        }
    }

    static LoadCase of(JsonNode at, int position) {
        String caseType = Read.text(at, "case_type");
        return new LoadCase(
                caseType,
                Read.filled(at, "case_tag").orElse("load_" + caseType + "_" + position),
                Read.filled(at, "details_module"),
                Update.map(at.path("case_properties")),
                Read.strings(at, "preload"),
                Optional.of(Index.of(at.path("case_index")))
                        .filter(index -> !index.tag().isBlank()),
                AutoSelect.of(at.path("auto_select")),
                FromTable.of(at.path("load_case_from_fixture")),
                Condition.of(at.path("close_condition")));
    }

    /** The session variable that holds its id; where a row of a table says which case it is, the tag itself. */
    public String variable() {
        return fromTable.isPresent() ? tag : "case_id_" + tag;
    }
}
