// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/** Changes to a form on its way to phones: binds, first values, instances and nodes of its data. */
final class FormEdit {
    static final String READY = "xforms-ready";
    static final String REVALIDATE = "xforms-revalidate";

    private final XForm form;
    private final Map<String, EditableElement> binds = new HashMap<>();
    private final Set<String> uploads = new HashSet<>();

    FormEdit(XForm form) {
        this.form = form;
        binds.putAll(form.bindsByPath());
        form.body().walk(control -> {
            if (control.name().equals("upload")) {
                form.pathOf(control).ifPresent(uploads::add);
            }
        });
    }

    XForm form() {
        return form;
    }

    /** The path of a node below the data's root. */
    String path(String below) {
        return form.dataPath() + "/" + below;
    }

    boolean isUpload(String path) {
        return uploads.contains(path);
    }

    EditableElement bind(String path) {
        return binds.computeIfAbsent(path, nodeset -> {
            EditableElement bind = EditableElement.of("bind", Namespaces.XFORMS).set("nodeset", nodeset);
            form.model().addAfterLast("bind", bind);
            return bind;
        });
    }

    void calculate(String path, String expression) {
        bind(path).set("calculate", expression);
    }

    void relevant(String path, String expression) {
        bind(path).set("relevant", expression);
    }

    void firstValue(String path, String expression) {
        setvalue(path, expression, READY);
    }

    void setvalue(String path, String expression, String event) {
        form.model()
                .add(EditableElement.of("setvalue", Namespaces.XFORMS)
                        .set("event", event)
                        .set("ref", path)
                        .set("value", expression));
    }

    /** All nodes of a path: a repeat may have a template and a first repetition. */
    List<EditableElement> nodes(String path) {
        List<EditableElement> found = new ArrayList<>();
        if (path.equals(form.dataPath())) {
            found.add(form.data());
        } else if (path.startsWith(form.dataPath() + "/")) {
            collect(form.data(), path.substring(form.dataPath().length() + 1), found);
        }
        return found;
    }

    private static void collect(EditableElement at, String path, List<EditableElement> found) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        for (EditableElement child : at.elements(name)) {
            if (slash < 0) {
                found.add(child);
            } else {
                collect(child, path.substring(slash + 1), found);
            }
        }
    }

    /** A node of the form's own namespace in its data. */
    EditableElement dataNode(String name) {
        return EditableElement.of(form.data().prefix(), name, form.data().namespace());
    }
}
