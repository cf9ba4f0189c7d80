// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.baraza.apps.model.Column;

/** The names of things in a build, which are the keys of their texts too (generated build, section 5). */
final class Ids {
    private Ids() {}

    static String menu(int module) {
        return "m" + module;
    }

    static String form(int module, int form) {
        return "m" + module + "-f" + form;
    }

    static String caseListCommand(int module) {
        return "m" + module + "-case-list";
    }

    static String menuText(int module) {
        return "modules.m" + module;
    }

    static String formText(int module, int form) {
        return "forms.m" + module + "f" + form;
    }

    static String caseListText(int module) {
        return "case_lists.m" + module;
    }

    static String caseListFormText(int module) {
        return "case_list_form.m" + module;
    }

    static String detail(int module, String kind) {
        return "m" + module + "_" + kind;
    }

    static String searchCommand(int module) {
        return "search_command.m" + module;
    }

    /** The part of the keys of a column that all its texts share. */
    static String column(int module, String kind, Column column, int position) {
        String named = column.expression() ? "case_calculated_property" : column.model() + "_" + named(column.field());
        return "m" + module + "." + kind + "." + named + "_" + position;
    }

    static String header(int module, String kind, Column column, int position) {
        return column(module, kind, column, position) + ".header";
    }

    /** Of a property that a list is only sorted by: it is numbered after the order that it is. */
    static String orderHeader(int module, String field, int order) {
        return "m" + module + ".case_short.case_" + named(field) + "_" + (order + 1) + ".header";
    }

    private static String named(String field) {
        return field.replace("=", "").replace("#", "");
    }

    /** The variable of a mapped key; keys that could not be part of a name are hashed. */
    static String mapped(String key) {
        return key.matches("\\w*") ? "k" + key : "h" + md5(key).substring(0, 8);
    }

    static String md5(String text) {
        return md5(text.getBytes(StandardCharsets.UTF_8));
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every runtime has MD5", impossible);
        }
    }
}
