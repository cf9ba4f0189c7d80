// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.dictionary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.pages.OneFile;
import org.baraza.api.problems.Answer;
import org.baraza.dictionary.Dictionary;
import org.baraza.exchange.dictionaries.DictionaryBooks;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The data dictionary as a workbook, out and in (app model, section 13). */
@RestController
final class DictionaryWorkbook {
    private static final String ROOT = DictionaryResource.ROOT;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LARGEST = 20L * 1024 * 1024;

    private final DictionaryBooks books;

    DictionaryWorkbook(DictionaryBooks books) {
        this.books = books;
    }

    @GetMapping({ROOT + "/export", ROOT + "/export/"})
    void download(ProjectAccess who, HttpServletResponse response) throws IOException {
        Dictionary.mayRead(who);
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"data_dictionary.xlsx\"");
        books.write(who, response.getOutputStream());
    }

    /** Rows with errors are left out and named, the others are taken in. */
    @PostMapping({ROOT + "/import", ROOT + "/import/"})
    void upload(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_DATA_DICT);
        answer(who, request).send(response);
    }

    private Answer answer(ProjectAccess who, HttpServletRequest request) throws IOException {
        try (OneFile file = OneFile.read(request, "bulk_upload_file", LARGEST)) {
            return told(books.read(who, file.path()));
        } catch (WorkbookRefused refused) {
            ObjectNode body = JsonMapper.shared().createObjectNode().put("status", "failed");
            body.putArray("messages").add(refused.text());
            return Answer.json(HttpStatus.BAD_REQUEST, body);
        } catch (Refused refused) {
            return DictionaryResource.failed(refused.problem(), HttpStatus.BAD_REQUEST)
                    .orElseThrow(() -> refused);
        }
    }

    private static Answer told(DictionaryBooks.Report report) {
        boolean whole = report.errors().isEmpty();
        ObjectNode body = JsonMapper.shared()
                .createObjectNode()
                .put("status", whole ? "success" : "failed")
                .put("properties", report.properties());
        var messages = body.putArray("messages");
        report.errors()
                .forEach(error ->
                        messages.add("Sheet \"" + error.sheet() + "\", row " + error.row() + ": " + error.message()));
        return Answer.json(whole ? HttpStatus.OK : HttpStatus.BAD_REQUEST, body);
    }
}
