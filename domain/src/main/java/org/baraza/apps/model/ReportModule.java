// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A menu of reports. Kept, shown and exported; nothing of it is in a build yet. */
public record ReportModule(MenuSettings menu, List<Report> reports) implements AppModule {
    public ReportModule {
        reports = List.copyOf(reports);
    }

    /** One report of the menu: which, and what it is called there. */
    public record Report(String reportId, String uuid, String slug, Texts header) {
        static Report of(JsonNode at) {
            return new Report(
                    Read.text(at, "report_id"),
                    Read.text(at, "uuid"),
                    Read.text(at, "report_slug"),
                    Read.texts(at, "header"));
        }
    }

    static ReportModule read(JsonNode at) {
        return new ReportModule(MenuSettings.of(at), Read.list(at, "report_configs", Report::of));
    }

    @Override
    public List<AppForm> forms() {
        return List.of();
    }
}
