// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.exchange.exports.DetConfig;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exports as programs find them that copy data into databases (data API: det_export_instance), each with the configuration that
 * tells such a program which columns to take from the data API.
 */
@RestController
final class DetExportResource {
    private static final String LIST = "/a/{domain}/api/det_export_instance/v1";
    private static final String ONE = LIST + "/{exportId}";
    private static final String CONFIG = "/a/{domain}/data/export/custom/schema/det/download/{exportId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN = Set.of(
            "id",
            "name",
            "type",
            "export_format",
            "is_deidentified",
            "case_type",
            "xmlns",
            "det_config_url",
            "resource_uri");

    private final SavedExports exports;

    DetExportResource(SavedExports exports) {
        this.exports = exports;
    }

    @GetMapping({LIST, LIST + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        page.answer(exports.slice(who, page.request()), export -> json(who, export, request))
                .send(response);
    }

    @GetMapping({ONE, ONE + "/"})
    void read(
            ProjectAccess who,
            @PathVariable("exportId") String exportId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answer.json(HttpStatus.OK, json(who, exports.get(who, exportId), request))
                .send(response);
    }

    private static ObjectNode json(ProjectAccess who, SavedExport export, HttpServletRequest request) {
        ExportPlan plan = export.plan();
        boolean ofForms = plan.type() == ExportType.FORM;
        String base = "/a/" + who.projectName();
        String config = base + "/data/export/custom/schema/det/download/" + export.exportId() + "/";
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", export.exportId())
                .put("name", plan.name())
                .put("type", plan.type().wireName())
                .put("export_format", plan.format().slug())
                .put("is_deidentified", plan.manner().deidentified())
                .put("case_type", ofForms ? null : plan.identifier())
                .put("xmlns", ofForms ? plan.identifier() : null)
                .put("det_config_url", ExportDownload.site(request) + config)
                .put("resource_uri", base + "/api/det_export_instance/v1/" + export.exportId() + "/");
    }

    @GetMapping({CONFIG, CONFIG + "/"})
    void config(ProjectAccess who, @PathVariable("exportId") String exportId, HttpServletResponse response)
            throws IOException {
        ExportDownload.requireWebUser(who);
        SavedExport export = exports.get(who, exportId);
        SentFile.head(response, export.plan().fileName() + "-DET.xlsx");
        DetConfig.write(export.plan(), response.getOutputStream());
    }
}
