// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks through a document for what is kept and given back, but has no effect here. */
final class Understood {
    private final List<ImportNotice> notices = new ArrayList<>();

    private Understood() {}

    static List<ImportNotice> notices(JsonNode document) {
        Understood understood = new Understood();
        understood.app(document);
        return understood.notices;
    }

    private void app(JsonNode app) {
        keys("", app, KnownKeys.APP);
        if (Read.flag(app, "use_custom_suite")) {
            note("use_custom_suite", "A suite written by hand is kept, but versions are made from the app");
        }
        String locations = Read.text(app, "location_fixture_restore");
        if (!locations.isBlank() && !locations.equals("project_default")) {
            note("location_fixture_restore", "Phones get the locations as the project says, whatever the app does");
        }
        int position = 0;
        for (JsonNode module : app.path("modules")) {
            module("modules[" + position++ + "]", module);
        }
    }

    private void module(String place, JsonNode module) {
        keys(place, module, KnownKeys.MODULE);
        switch (Read.text(module, "doc_type")) {
            case "Module", "AdvancedModule", "ShadowModule", "" -> {}
            case "ReportModule" -> note(place, "Menus of reports are kept, but phones do not show them yet");
            default -> note(place, "This kind of menu is not known and is read as a basic menu");
        }
        if (Read.flag(module, "has_schedule")) {
            note(place, "Schedules of forms are kept, but have no effect");
        }
        for (String list : List.of("short", "long")) {
            detail(place + ".case_details." + list, module.path("case_details").path(list));
        }
        keys(place + ".search_config", module.path("search_config"), KnownKeys.SEARCH);
        int position = 0;
        sameForAll(place, module);
        if (Read.flag(module, "report_context_tile")) {
            note(place + ".report_context_tile", "The line on when reports were made is kept, but not shown");
        }
        for (JsonNode form : module.path("forms")) {
            String at = place + ".forms[" + position++ + "]";
            keys(at, form, KnownKeys.FORM);
            sameForAll(at, form);
        }
    }

    private void sameForAll(String place, JsonNode item) {
        for (String kind : List.of("image", "audio")) {
            String key = "use_default_" + kind + "_for_all";
            if (Read.flag(item, key)) {
                note(place + "." + key, "Each language shows what is said for it, and nothing where nothing is said");
            }
        }
    }

    private static final Map<String, String> WITHOUT_EFFECT_IN_DETAIL = Map.of(
            "lookup_enabled", "Looking up cases with another Android app is kept, but has no effect",
            "print_template", "Printing is kept, but has no effect");

    private void detail(String place, JsonNode detail) {
        keys(place, detail, KnownKeys.DETAIL);
        WITHOUT_EFFECT_IN_DETAIL.forEach((key, sentence) -> {
            JsonNode value = detail.path(key);
            if (value.isObject()
                    || (value.isBoolean()
                            ? value.booleanValue()
                            : !Read.scalar(value).isBlank())) {
                note(place + "." + key, sentence);
            }
        });
        int position = 0;
        for (JsonNode column : detail.path("columns")) {
            String at = place + ".columns[" + position++ + "]";
            keys(at, column, KnownKeys.COLUMN);
            String format = Read.filled(column, "format").orElse("plain");
            if (!KnownKeys.FORMATS.contains(format)) {
                note(at, "The format " + format + " is shown as plain text");
            }
        }
    }

    private void keys(String place, JsonNode node, Set<String> known) {
        node.properties().stream()
                .filter(member -> !known.contains(member.getKey()) && says(member.getValue()))
                .forEach(member -> note(
                        place.isEmpty() ? member.getKey() : place + "." + member.getKey(),
                        "This is not known here; it is kept and has no effect"));
    }

    private static boolean says(JsonNode value) {
        if (value.isContainer()) {
            return !value.isEmpty();
        }
        return !value.isNull() && !Read.scalar(value).isBlank() && !(value.isBoolean() && !value.booleanValue());
    }

    private void note(String place, String sentence) {
        notices.add(new ImportNotice(place, sentence));
    }
}
