// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTables;
import org.baraza.tables.RowFilter;
import org.baraza.tables.TableIds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rows of lookup tables in CommCare HQ's data API. Its second version differs in how ids are written. */
@RestController
final class LookupRowResource {
    private static final String OLD = "/a/{domain}/api/v0.5/lookup_table_item";
    private static final String NEW = "/a/{domain}/api/lookup_table_item/v1";
    private static final String OLD_SECOND = "/a/{domain}/api/v0.6/lookup_table_item";
    private static final String SECOND = "/a/{domain}/api/lookup_table_item/v2";
    private static final String ONE = "/{rowId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN =
            Set.of("id", "data_type_id", "fields", "item_attributes", "sort_key", "resource_uri");

    private final LookupTables tables;
    private final LookupRows rows;

    LookupRowResource(LookupTables tables, LookupRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/", OLD_SECOND, OLD_SECOND + "/", SECOND, SECOND + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LookupTableResource.mayUse(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        Function<UUID, String> idText = idText(request);
        page.answer(rows.list(who, new RowFilter.All(), page.request()), row -> TableJson.row(row, idText))
                .send(response);
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/", OLD_SECOND, OLD_SECOND + "/", SECOND, SECOND + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LookupTableResource.mayUse(who);
        RowRequest wanted = RowRequest.read(request.getInputStream());
        Optional<UUID> table = TableIds.read(wanted.table());
        if (table.flatMap(id -> tables.find(who, id)).isEmpty()) {
            HqJson.unknown().send(response);
            return;
        }
        rows.create(who, table.orElseThrow(), wanted.content(), List.of());
        Answer.empty(HttpStatus.CREATED).send(response);
    }

    @GetMapping({
        OLD + ONE,
        OLD + ONE + "/",
        NEW + ONE,
        NEW + ONE + "/",
        OLD_SECOND + ONE,
        OLD_SECOND + ONE + "/",
        SECOND + ONE,
        SECOND + ONE + "/"
    })
    void read(ProjectAccess who, @PathVariable String rowId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LookupTableResource.mayUse(who);
        LookupRow row = rows.find(who, id(rowId)).orElseThrow(LookupRowResource::unknown);
        Answer.json(HttpStatus.OK, TableJson.row(row, idText(request))).send(response);
    }

    @PutMapping({
        OLD + ONE,
        OLD + ONE + "/",
        NEW + ONE,
        NEW + ONE + "/",
        OLD_SECOND + ONE,
        OLD_SECOND + ONE + "/",
        SECOND + ONE,
        SECOND + ONE + "/"
    })
    void edit(ProjectAccess who, @PathVariable String rowId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LookupTableResource.mayUse(who);
        RowRequest wanted = RowRequest.read(request.getInputStream());
        rows.update(who, id(rowId), row -> row.with(wanted.after(row.content())));
        Answer.empty(HttpStatus.NO_CONTENT).send(response);
    }

    @DeleteMapping({
        OLD + ONE,
        OLD + ONE + "/",
        NEW + ONE,
        NEW + ONE + "/",
        OLD_SECOND + ONE,
        OLD_SECOND + ONE + "/",
        SECOND + ONE,
        SECOND + ONE + "/"
    })
    void delete(ProjectAccess who, @PathVariable String rowId, HttpServletResponse response) throws IOException {
        LookupTableResource.mayUse(who);
        rows.delete(who, id(rowId));
        Answer.empty(HttpStatus.ACCEPTED).send(response);
    }

    @ExceptionHandler
    void wrongShape(WrongShape wrong, HttpServletResponse response) throws IOException {
        wrong.answer().send(response);
    }

    private static Function<UUID, String> idText(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean second = path.contains("/api/v0.6/") || path.contains("/lookup_table_item/v2");
        return second ? UUID::toString : TableIds::hex;
    }

    private static UUID id(String text) {
        return TableIds.read(text).orElseThrow(LookupRowResource::unknown);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("row"));
    }
}
