// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import static org.baraza.apps.questions.Namespaces.XFORMS;
import static org.baraza.apps.questions.Namespaces.XHTML;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlRejected;

/**
 * The parts of a form's source: model, data, binds, texts and body (generated build, section 9.1). It may be changed; who
 * reads it anew reads the source anew.
 */
public final class XForm {
    private final EditableElement root;
    private final EditableElement head;
    private final EditableElement model;
    private final EditableElement data;
    private final EditableElement body;

    private XForm(
            EditableElement root,
            EditableElement head,
            EditableElement model,
            EditableElement data,
            EditableElement body) {
        this.root = root;
        this.head = head;
        this.model = model;
        this.data = data;
        this.body = body;
    }

    public static XForm read(String source) throws BadForm {
        if (source.isBlank()) {
            throw new BadForm(BadForm.Reason.BLANK, "The form is blank");
        }
        EditableElement root = parsed(source);
        EditableElement head = part(root, "head");
        EditableElement model = part(head, "model");
        EditableElement instance = model.elements("instance").stream()
                .findFirst()
                .orElseThrow(() -> new BadForm(BadForm.Reason.NOT_A_FORM, "The form has no instance for its data"));
        EditableElement data = instance.elements().stream()
                .findFirst()
                .orElseThrow(() -> new BadForm(BadForm.Reason.NOT_A_FORM, "The form's first instance has no data"));
        return new XForm(root, head, model, data, part(root, "body"));
    }

    private static EditableElement parsed(String source) throws BadForm {
        try {
            EditableElement root =
                    EditableDocuments.read(source.strip().getBytes(StandardCharsets.UTF_8), XmlLimits.FORM);
            if (!root.is(XHTML, "html")) {
                throw new BadForm(BadForm.Reason.NOT_A_FORM, "The document is no form: it has no h:html around it");
            }
            return root;
        } catch (XmlRejected rejected) {
            throw new BadForm(BadForm.Reason.NOT_XML, rejected.getMessage(), rejected);
        }
    }

    private static EditableElement part(EditableElement of, String name) throws BadForm {
        return of.element(name).orElseThrow(() -> new BadForm(BadForm.Reason.NOT_A_FORM, "The form has no " + name));
    }

    public EditableElement root() {
        return root;
    }

    public EditableElement head() {
        return head;
    }

    public EditableElement model() {
        return model;
    }

    /** The root of what is submitted. */
    public EditableElement data() {
        return data;
    }

    public EditableElement body() {
        return body;
    }

    /** The path of the data's root, {@code /data} nearly always. */
    public String dataPath() {
        return "/" + data.name();
    }

    /** What identifies submissions of this form. */
    public String xmlns() {
        return data.namespace();
    }

    public List<EditableElement> binds() {
        return model.elements("bind");
    }

    /** The binds by the path that they are about; of two the first counts. */
    public Map<String, EditableElement> bindsByPath() {
        Map<String, EditableElement> byPath = new LinkedHashMap<>();
        binds().forEach(bind -> bind.attribute("nodeset").ifPresent(path -> byPath.putIfAbsent(path, bind)));
        return byPath;
    }

    public List<EditableElement> setvalues() {
        return model.elements("setvalue");
    }

    /** The instances beside the form's own. */
    public List<EditableElement> otherInstances() {
        List<EditableElement> instances = model.elements("instance");
        return instances.subList(1, instances.size());
    }

    public Optional<EditableElement> itext() {
        return model.element("itext");
    }

    public List<EditableElement> translations() {
        return itext().map(itext -> itext.elements("translation")).orElseGet(ArrayList::new);
    }

    /** The paths of all that is in the data, attributes left out. */
    public Map<String, EditableElement> dataByPath() {
        Map<String, EditableElement> byPath = new LinkedHashMap<>();
        collect(data, dataPath(), byPath);
        return byPath;
    }

    private static void collect(EditableElement element, String path, Map<String, EditableElement> byPath) {
        byPath.putIfAbsent(path, element);
        element.elements().forEach(child -> collect(child, path + "/" + child.name(), byPath));
    }

    /** Where a control of the body puts its answer; older sources name a bind instead of the path. */
    public Optional<String> pathOf(EditableElement control) {
        Optional<String> path = control.attribute("ref").or(() -> control.attribute("nodeset"));
        if (path.isPresent()) {
            return path;
        }
        return control.attribute("bind")
                .flatMap(id -> binds().stream()
                        .filter(bind -> bind.attribute("id").filter(id::equals).isPresent())
                        .findFirst()
                        .flatMap(bind -> bind.attribute("nodeset")));
    }

    static boolean isXForms(EditableElement element, String name) {
        return element.is(XFORMS, name);
    }
}
