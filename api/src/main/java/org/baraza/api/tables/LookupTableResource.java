// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tables.LookupTable;
import org.baraza.tables.LookupTables;
import org.baraza.tables.TableIds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lookup tables without their rows in CommCare HQ's data API, for any member whose role may use the API. */
@RestController
final class LookupTableResource {
    private static final String OLD = "/a/{domain}/api/v0.5/lookup_table";
    private static final String NEW = "/a/{domain}/api/lookup_table/v1";
    private static final String ONE = "/{tableId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN =
            Set.of("id", "tag", "is_global", "fields", "item_attributes", "resource_uri");

    private final LookupTables tables;

    LookupTableResource(LookupTables tables) {
        this.tables = tables;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        page.answer(tables.list(who, page.request()), TableJson::table).send(response);
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        tables.create(who, TableRequest.read(request.getInputStream()).table());
        Answer.empty(HttpStatus.CREATED).send(response);
    }

    @GetMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void read(ProjectAccess who, @PathVariable String tableId, HttpServletResponse response) throws IOException {
        mayUse(who);
        LookupTable table = tables.find(who, id(tableId)).orElseThrow(LookupTableResource::unknown);
        Answer.json(HttpStatus.OK, TableJson.table(table)).send(response);
    }

    @PutMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void edit(ProjectAccess who, @PathVariable String tableId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayUse(who);
        TableRequest wanted = TableRequest.read(request.getInputStream());
        tables.update(who, id(tableId), wanted::after);
        Answer.empty(HttpStatus.NO_CONTENT).send(response);
    }

    @DeleteMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void delete(ProjectAccess who, @PathVariable String tableId, HttpServletResponse response) throws IOException {
        mayUse(who);
        tables.delete(who, id(tableId));
        Answer.empty(HttpStatus.ACCEPTED).send(response);
    }

    @ExceptionHandler
    void wrongShape(WrongShape wrong, HttpServletResponse response) throws IOException {
        wrong.answer().send(response);
    }

    private static UUID id(String text) {
        return TableIds.read(text).orElseThrow(LookupTableResource::unknown);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("lookup table"));
    }

    /** What it shows is of no place, so whoever sees the data of some places only is not let in, as in CommCare HQ. */
    static void mayUse(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }
}
