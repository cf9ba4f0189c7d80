// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;

/** Makes of a form's source what phones open (generated build, section 9). */
final class FormCompiler {
    private final App app;
    private final Menus menus;
    private final Sessions sessions;
    private final InstanceNames instances = new InstanceNames();

    FormCompiler(App app, Menus menus, Sessions sessions) {
        this.app = app;
        this.menus = menus;
        this.sessions = sessions;
    }

    /** A form that lacks only its version. */
    static final class Compiled {
        private final XForm form;

        private Compiled(XForm form) {
            this.form = form;
        }

        /** What its content is, whichever version it has. */
        String hash() {
            return Ids.md5(bytes(0));
        }

        byte[] bytes(int version) {
            form.data().set("version", Integer.toString(version));
            return EditableDocuments.compactBytes(form.root());
        }

        XForm form() {
            return form;
        }
    }

    Compiled compile(ShownForm shown, String source) throws CannotBuild {
        XForm form = read(shown, source);
        FormSession session = sessions.of(shown);
        new FormExpansion(new Hashtags(
                        Optional.of(form.dataPath()),
                        session.lastSelection().map(datum -> SessionPaths.variable(datum.id())),
                        true))
                .apply(form);
        FormLanguages.apply(form, app.langs());
        form.data()
                .set("uiVersion", "1")
                .set("version", "0")
                .set(
                        "name",
                        form.data()
                                .attribute("name")
                                .orElseGet(() -> shown.form().name().shown(app.langs())));
        FormMeta.dropOlder(form);
        FormEdit edit = new FormEdit(form);
        switch (shown.form()) {
            case BasicForm basic ->
                new BasicCases(edit, session, menus.caseType(shown.module()), app.caseSharing(), basic).add();
            case AdvancedForm several ->
                new AdvancedCases(edit, session, app.caseSharing(), several, shown.command()).add();
        }
        new FormMeta(edit).add(app.autoGps() || shown.form().settings().autoGps());
        declareInstances(shown, form);
        return new Compiled(form);
    }

    private static XForm read(ShownForm shown, String source) throws CannotBuild {
        try {
            return XForm.read(source);
        } catch (BadForm bad) {
            throw new CannotBuild(shown.command(), bad.sentence());
        }
    }

    private void declareInstances(ShownForm shown, XForm form) throws CannotBuild {
        Set<String> missing = new TreeSet<>(instances.in(List.of(form.root())));
        form.root().walk(element -> {
            element.attribute("calculate").ifPresent(text -> missing.addAll(instances.in(text)));
            element.attribute("constraint").ifPresent(text -> missing.addAll(instances.in(text)));
            element.attribute("required").ifPresent(text -> missing.addAll(instances.in(text)));
            element.attribute("readonly").ifPresent(text -> missing.addAll(instances.in(text)));
            element.attribute(Namespaces.JAVAROSA, "count").ifPresent(text -> missing.addAll(instances.in(text)));
        });
        sessions.of(shown).datums().stream()
                .filter(datum -> datum.kind() == Datum.Kind.SELECT_SEVERAL)
                .forEach(datum -> missing.add(datum.id()));
        form.otherInstances().forEach(instance -> instance.attribute("id").ifPresent(missing::remove));
        Map<String, String> authored = shown.form().settings().instances();
        for (EditableElement declared : InstanceNames.declarations(missing, authored, shown.command())) {
            EditableElement instance = EditableElement.of("instance", Namespaces.XFORMS);
            declared.eachAttribute((namespace, name, value) -> instance.set(name, value));
            form.model().addAfterLast("instance", instance);
        }
    }
}
