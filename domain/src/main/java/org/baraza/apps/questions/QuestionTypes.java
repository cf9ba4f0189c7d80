// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import org.baraza.xml.EditableElement;

/** The form builder's word for a control and the type of its bind (generated build, section 9.2). */
final class QuestionTypes {
    private QuestionTypes() {}

    static String of(EditableElement control, String bindType) {
        String appearance = control.attribute("appearance").orElse("");
        return switch (control.name()) {
            case "input" -> input(bindType, appearance);
            case "secret" -> "Secret";
            case "select1" -> control.element("itemset").isPresent() ? "SelectDynamic" : "Select";
            case "select" -> control.element("itemset").isPresent() ? "MSelectDynamic" : "MSelect";
            case "upload" -> upload(control.attribute("mediatype").orElse(""), appearance);
            case "trigger" -> "Trigger";
            case "group" -> appearance.contains("field-list") ? "FieldList" : "Group";
            case "repeat" -> "Repeat";
            default -> "Text";
        };
    }

    private static String input(String bindType, String appearance) {
        if (appearance.startsWith("intent:")) {
            return "AndroidIntent";
        }
        return switch (bindType.substring(bindType.indexOf(':') + 1)) {
            case "int", "integer" -> "Int";
            case "long" -> "Long";
            case "double", "decimal", "float" -> "Double";
            case "date" -> "Date";
            case "time" -> "Time";
            case "dateTime" -> "DateTime";
            case "geopoint" -> "Geopoint";
            case "barcode" -> "Barcode";
            case "intent" -> "AndroidIntent";
            default -> appearance.contains("numeric") ? "PhoneNumber" : "Text";
        };
    }

    private static String upload(String mediaType, String appearance) {
        if (mediaType.startsWith("audio/")) {
            return "Audio";
        }
        if (mediaType.startsWith("video/")) {
            return "Video";
        }
        if (mediaType.startsWith("image/")) {
            return appearance.contains("signature") ? "Signature" : "Image";
        }
        return "Document";
    }
}
