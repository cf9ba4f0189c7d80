// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;
import org.baraza.xml.EditableNode;
import org.baraza.xml.EditableText;

/** What texts put in by expressions: as translators see it, {@code <output value="#form/name"/>}, and as forms have it. */
final class Outputs {
    private static final Pattern OUTPUT =
            Pattern.compile("<output\\s+(?:value|ref)\\s*=\\s*(\"[^\"]*\"|'[^']*')\\s*(?:/>|>\\s*</output>)");
    private static final String QUESTION = "#form/";

    private final String dataPath;
    private final Map<String, EditableElement> known = new HashMap<>();

    private Outputs(String dataPath) {
        this.dataPath = dataPath;
    }

    /** Knows those that the form has. */
    static Outputs of(XForm form) {
        Outputs outputs = new Outputs(form.dataPath());
        form.itext()
                .ifPresent(itext -> itext.walk(element -> {
                    if (element.name().equals("output")) {
                        outputs.known.putIfAbsent(expression(element), element.copy());
                    }
                }));
        return outputs;
    }

    private static String expression(EditableElement output) {
        return output.attribute(Namespaces.BUILDER, "value")
                .or(() -> output.attribute("value"))
                .or(() -> output.attribute("ref"))
                .orElse("");
    }

    static String shown(EditableElement value) {
        StringBuilder text = new StringBuilder();
        for (EditableNode node : value.nodes()) {
            switch (node) {
                case EditableText piece -> text.append(piece.text());
                case EditableElement output -> text.append(shown(expression(output)));
            }
        }
        return text.toString();
    }

    /** As translators see it, in quotes that the expression does not have itself. */
    static String shown(String expression) {
        boolean single = expression.contains("\"") && !expression.contains("'");
        return single
                ? "<output value='" + expression + "'/>"
                : "<output value=\"" + expression.replace("\"", "&quot;") + "\"/>";
    }

    /** The expressions that an element shows. */
    static Set<String> in(EditableElement value) {
        Set<String> expressions = new LinkedHashSet<>();
        for (EditableNode node : value.nodes()) {
            if (node instanceof EditableElement output) {
                expressions.add(expression(output));
            }
        }
        return expressions;
    }

    /** Replaces what an element holds; whatever is no output is text, letter by letter. */
    void write(EditableElement value, String text) {
        List.copyOf(value.nodes()).forEach(value::remove);
        Matcher found = OUTPUT.matcher(text);
        int at = 0;
        while (found.find()) {
            value.addText(text.substring(at, found.start()));
            String quoted = found.group(1);
            value.add(output(meant(quoted.substring(1, quoted.length() - 1))));
            at = found.end();
        }
        value.addText(text.substring(at));
    }

    /** Whoever writes by hand, and CommCare HQ, write some letters as XML does. */
    private String meant(String written) {
        return known.containsKey(written)
                ? written
                : written.replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
    }

    private EditableElement output(String expression) {
        EditableElement like = known.get(expression);
        if (like != null) {
            return like.copy();
        }
        EditableElement output = EditableElement.of("output", Namespaces.XFORMS);
        if (expression.startsWith(QUESTION)) {
            return output.set("value", dataPath + "/" + expression.substring(QUESTION.length()))
                    .set("vellum", Namespaces.BUILDER, "value", expression);
        }
        return output.set("value", expression);
    }
}
