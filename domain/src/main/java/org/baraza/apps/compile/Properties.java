// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;

/** What the fields of columns are as expressions, with the case as the node at hand (generated build, section 6). */
final class Properties {
    private static final Map<String, String> TRANSLATED = Map.of(
            "external-id", "external_id",
            "date-opened", "date_opened",
            "status", "@status",
            "name", "case_name",
            "owner_id", "@owner_id",
            "case_type", "@case_type",
            "type", "@case_type",
            "case_id", "@case_id");

    private static final String OWNER_NAME = "if(count(instance('groups')/groups/group[@id=current()/@owner_id]) > 0, "
            + "instance('groups')/groups/group[@id=current()/@owner_id]/name, "
            + "if(@owner_id = instance('commcaresession')/session/context/userid, "
            + "instance('commcaresession')/session/context/username, ''))";

    private Properties() {}

    static String expression(String field) {
        if (field.equals("#owner_name")) {
            return OWNER_NAME;
        }
        if (field.startsWith("attachment:")) {
            return "attachment/" + field.substring("attachment:".length());
        }
        String[] parts = field.split("/", -1);
        if (parts.length == 1) {
            return name(field);
        }
        if (parts[0].equals("user") && parts.length == 2) {
            return SessionPaths.USERCASE + "/" + name(parts[1]);
        }
        String from = "current()/";
        for (int i = 0; i < parts.length - 1; i++) {
            from = related(from, parts[i]);
        }
        return from + name(parts[parts.length - 1]);
    }

    private static String related(String from, String index) {
        if (index.equals("grandparent")) {
            return related(related(from, "parent"), "parent");
        }
        return SessionPaths.caseOf(from + "index/" + index) + "/";
    }

    /** What the engine calls a property. */
    static String name(String property) {
        return TRANSLATED.getOrDefault(property, property);
    }
}
