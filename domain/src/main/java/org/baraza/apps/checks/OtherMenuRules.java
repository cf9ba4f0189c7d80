// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.ReportModule;
import org.baraza.apps.model.ShadowModule;

/** What is to be said of menus without forms of their own: of reports, and shadows of others. */
final class OtherMenuRules {
    private final App app;
    private final CheckContext context;
    private final Problems problems;

    OtherMenuRules(App app, CheckContext context, Problems problems) {
        this.app = app;
        this.context = context;
        this.problems = problems;
    }

    void reports(ReportModule module) {
        if (module.reports().isEmpty()) {
            problems.error("no reports", Place.of(module), "The menu has no reports");
        }
        Set<String> uuids = new HashSet<>();
        for (ReportModule.Report report : module.reports()) {
            if (report.reportId().isBlank()
                    || context.reports()
                            .filter(known -> !known.contains(report.reportId()))
                            .isPresent()) {
                problems.error("report config ref invalid", Place.of(module), "One of the reports no longer exists");
            }
            if (!uuids.add(report.uuid())) {
                problems.error("report config id duplicated", Place.of(module), "Two reports have the same id");
            }
        }
    }

    void shadow(ShadowModule shadow) {
        if (shadow.sourceModuleId().isBlank()) {
            problems.error("no source module id", Place.of(shadow), "The shadow menu does not say which menu it shows");
            return;
        }
        Optional<AppModule> source = app.module(shadow.sourceModuleId());
        if (source.isEmpty() || source.get() instanceof ShadowModule || source.get() instanceof ReportModule) {
            problems.error(
                    "missing module",
                    Place.of(shadow),
                    "The menu that this shadow shows is not there, or has no forms");
        } else if (shadow.version() > 1
                && source.get().rootModuleId().isPresent()
                && shadow.rootModuleId().isEmpty()) {
            problems.warning(
                    "shadow outside",
                    Place.of(shadow),
                    "The menu that this shadow shows stands in another one, the shadow does not");
        }
    }
}
