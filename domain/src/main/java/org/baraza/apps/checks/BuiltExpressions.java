// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.apps.compile.Build;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlRejected;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Finding;
import org.baraza.xpath.Names;

/**
 * Whether a phone can read every expression of a build, whoever wrote it: people, or the compiler out of what they chose. One
 * that it cannot read ends the installation (device engine, section e).
 */
final class BuiltExpressions {
    private static final Pattern FORM = Pattern.compile("modules-(\\d+)/forms-(\\d+)\\.xml");
    /** Attributes of the suite that hold expressions. */
    static final Set<String> IN_SUITE =
            Set.of("function", "nodeset", "value", "if", "relevant", "test", "ref", "default", "exclude");

    static final Set<String> IN_FORMS =
            Set.of("nodeset", "value", "ref", "relevant", "calculate", "constraint", "required", "readonly", "count");

    private final Problems problems;
    private final BuildPlaces places;

    BuiltExpressions(Problems problems, BuildPlaces places) {
        this.problems = problems;
        this.places = places;
    }

    /** Looks at the menus and lists, of which those of language profiles differ by words only, and at each form. */
    void check(Build build, EditableElement suite, XmlLimits limits) throws XmlRejected {
        suite(suite, "");
        for (var file : build.files().entrySet()) {
            Matcher form = FORM.matcher(file.getKey());
            if (form.matches()) {
                form(EditableDocuments.read(file.getValue(), limits), "m" + form.group(1) + "-f" + form.group(2));
            }
        }
    }

    private void suite(EditableElement element, String around) {
        String place = placeOf(element, around);
        lookAt(element, IN_SUITE, place);
        element.elements().forEach(child -> suite(child, place));
    }

    private void form(EditableElement element, String place) {
        if (element.name().equals("instance")) {
            return; // what is to be sent holds data, under any name
        }
        lookAt(element, IN_FORMS, place);
        element.elements().forEach(child -> form(child, place));
    }

    private void lookAt(EditableElement element, Set<String> expressions, String place) {
        element.eachAttribute((_, name, value) -> {
            boolean address = element.name().equals("query") && name.equals("value");
            if (expressions.contains(name) && !address) {
                look(name, value, place);
            }
        });
    }

    private static String placeOf(EditableElement element, String around) {
        return switch (element.name()) {
            case "detail", "menu", "command" -> element.attribute("id").orElse(around);
            case "entry", "remote-request" ->
                element.element("command")
                        .flatMap(command -> command.attribute("id"))
                        .orElse(around);
            default -> around;
        };
    }

    private void look(String attribute, String expression, String place) {
        if (expression.isBlank()) {
            return;
        }
        for (Finding finding : Expressions.check(expression, Names.UNKNOWN)) {
            if (finding.isError()) {
                problems.error(
                        "error",
                        places.of(place),
                        "Phones cannot read \"" + shortened(expression) + "\" (" + attribute + "): "
                                + finding.message());
            }
        }
    }

    private static String shortened(String expression) {
        return expression.length() <= 120 ? expression : expression.substring(0, 120) + "…";
    }
}
