// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.ShadowModule;

/** Where in the app something comes from that a build calls by its own id. */
final class BuildPlaces {
    private static final Pattern ID = Pattern.compile(".*?m(\\d{1,4})(?:-?f(\\d{1,4}))?(?:\\D.*)?");

    private final App app;

    BuildPlaces(App app) {
        this.app = app;
    }

    /** The place of {@code m1-f0}, {@code m1_case_short}, {@code forms.m1f0} and the like, the app if it is none of these. */
    Place of(String buildId) {
        Matcher id = ID.matcher(buildId);
        if (!id.matches() || Integer.parseInt(id.group(1)) >= app.modules().size()) {
            return Place.APP;
        }
        AppModule module = app.modules().get(Integer.parseInt(id.group(1)));
        Place place = Place.of(module);
        List<? extends AppForm> forms = module instanceof ShadowModule shadow
                ? app.module(shadow.sourceModuleId()).map(AppModule::forms).orElse(List.of())
                : module.forms();
        if (id.group(2) == null || Integer.parseInt(id.group(2)) >= forms.size()) {
            return place;
        }
        return place.form(forms.get(Integer.parseInt(id.group(2))));
    }
}
