// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A case list or a case's page (app model, section 4).
 *
 * @param filter the body of a predicate on the cases of the list
 * @param variables expressions by name
 * @param tile the name of the layout that cases are shown in instead of rows, {@code custom} for one of the author's own
 * @param tileXml a whole list or page as phones read it, which its author wrote; it is taken as it is
 * @param persistTile whether the tile stays on top while a form is filled
 * @param persistentTileFrom the menu whose tile stays on top instead
 * @param pullDownTile whether the case's page is pulled down from that tile
 * @param tileGroup what tiles stand together by, none if each stands alone
 */
public record Detail(
        List<Column> columns,
        List<Sort> sorts,
        String filter,
        List<Tab> tabs,
        boolean persistCaseContext,
        String persistentContextXml,
        Map<String, String> variables,
        boolean multiSelect,
        boolean autoSelect,
        int maxSelect,
        Texts noItemsText,
        Texts selectText,
        String tile,
        String tileXml,
        boolean persistTile,
        Optional<String> persistentTileFrom,
        boolean pullDownTile,
        Optional<TileGroup> tileGroup) {

    public static final int USUAL_MAX_SELECT = 100;

    public Detail {
        columns = List.copyOf(columns);
        sorts = List.copyOf(sorts);
        tabs = List.copyOf(tabs);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * Tiles of cases with the same parent stand together.
     *
     * @param index the name of the link to the parent
     * @param headerRows how many rows at the top of a tile are shown once for all of them
     */
    public record TileGroup(String index, int headerRows) {
        static Optional<TileGroup> of(JsonNode at) {
            return Read.filled(at, "index_identifier")
                    .map(index -> new TileGroup(index, Read.number(at, "header_rows", 1)));
        }
    }

    /** A page of a case: its columns are those from a position on, up to the next tab's. */
    public record Tab(
            Texts header,
            int startingIndex,
            String relevant,
            boolean hasNodeset,
            String nodeset,
            String nodesetCaseType,
            String nodesetFilter) {
        static Tab of(JsonNode at) {
            return new Tab(
                    Read.texts(at, "header"),
                    Read.number(at, "starting_index", 0),
                    Read.text(at, "relevant"),
                    Read.flag(at, "has_nodeset"),
                    Read.text(at, "nodeset"),
                    Read.text(at, "nodeset_case_type"),
                    Read.text(at, "nodeset_filter"));
        }
    }

    static Detail of(JsonNode at) {
        return new Detail(
                Read.list(at, "columns", Column::of),
                Read.list(at, "sort_elements", Sort::of),
                Read.text(at, "filter"),
                Read.list(at, "tabs", Tab::of),
                Read.flag(at, "persist_case_context"),
                Read.filled(at, "persistent_case_context_xml").orElse("case_name"),
                Read.strings(at, "custom_variables_dict"),
                Read.flag(at, "multi_select"),
                Read.flag(at, "auto_select"),
                Read.number(at, "max_select_value", USUAL_MAX_SELECT),
                Read.texts(at, "no_items_text"),
                Read.texts(at, "select_text"),
                Read.text(at, "case_tile_template"),
                Read.text(at, "custom_xml"),
                Read.flag(at, "persist_tile_on_forms"),
                Read.filled(at, "persistent_case_tile_from_module"),
                Read.flag(at, "pull_down_tile"),
                TileGroup.of(at.path("case_tile_group")));
    }

    /** Whether cases are shown in a layout of their own. */
    public boolean isTile() {
        return !tileXml.isBlank()
                || (tile.equals("custom")
                        && columns.stream().anyMatch(column -> column.cell().isPresent()));
    }

    /** Whether there is anything to show. */
    public boolean isShown() {
        return !columns.isEmpty() || !tileXml.isBlank();
    }
}
