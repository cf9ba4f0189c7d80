// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.api.doors.QueryText;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTable;
import org.baraza.tables.LookupTables;
import org.baraza.tables.RowFilter;
import org.baraza.tables.TableIds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Rows of lookup tables in their plain form, the oldest of the resources about them. */
@RestController
final class FixtureResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/fixture";
    private static final String OLD = "/a/{domain}/api/v0.5/fixture";
    private static final String NEW = "/a/{domain}/api/fixture/v1";
    private static final String ONE = "/{rowId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN = Set.of("id", "fixture_type", "fields", "resource_uri");
    /** An id that no table and no row has. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final LookupTables tables;
    private final LookupRows rows;

    FixtureResource(LookupTables tables, LookupRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        OffsetPage page = page(request);
        Slice<LookupRow> found = rows.list(who, filter(request), page.request());
        Map<UUID, String> tags = tags(who, found);
        page.answer(found, row -> TableJson.fixture(row, tags.get(row.tableId())))
                .send(response);
    }

    /** As many as may be, unless the caller says otherwise. */
    private static OffsetPage page(HttpServletRequest request) {
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        return QueryText.parameter(request, "limit").isPresent()
                ? page
                : new OffsetPage(new SliceRequest(MOST, page.request().offset()), page.others());
    }

    private static RowFilter filter(HttpServletRequest request) {
        Optional<String> parent = QueryText.parameter(request, "parent_id");
        if (parent.isPresent()) {
            return new RowFilter.Below(
                    TableIds.read(parent.get()).orElse(NOTHING),
                    needed(request, "parent_ref_name"),
                    needed(request, "child_type"),
                    needed(request, "references"));
        }
        return QueryText.parameter(request, "fixture_type_id")
                .<RowFilter>map(id -> new RowFilter.OfTable(TableIds.read(id).orElse(NOTHING)))
                .or(() -> QueryText.parameter(request, "fixture_type").map(RowFilter.OfTag::new))
                .orElseGet(RowFilter.All::new);
    }

    private static String needed(HttpServletRequest request, String name) {
        return QueryText.parameter(request, name)
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        name, "PARAMETER_MISSING", "'" + name + "' must be given together with 'parent_id'.")));
    }

    /** One statement a table: mostly there is one. */
    private Map<UUID, String> tags(ProjectAccess who, Slice<LookupRow> found) {
        Map<UUID, String> tags = new HashMap<>();
        found.items().stream()
                .map(LookupRow::tableId)
                .distinct()
                .forEach(id -> tag(who, id).ifPresent(tag -> tags.put(id, tag)));
        return tags;
    }

    private Optional<String> tag(ProjectAccess who, UUID tableId) {
        return tables.find(who, tableId).map(LookupTable::tag);
    }

    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void read(ProjectAccess who, @PathVariable String rowId, HttpServletResponse response) throws IOException {
        mayUse(who);
        LookupRow row = TableIds.read(rowId)
                .flatMap(id -> rows.find(who, id))
                .orElseThrow(() -> new Refused(new Problem.NotFound("row")));
        Answer.json(
                        HttpStatus.OK,
                        TableJson.fixture(row, tag(who, row.tableId()).orElse(null)))
                .send(response);
    }

    private static void mayUse(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_APPS);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }
}
