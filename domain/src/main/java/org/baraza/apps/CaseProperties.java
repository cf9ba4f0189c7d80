// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Collection;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.FormSettings;
import org.baraza.apps.model.ParentSelect;

/** The properties that the forms of a project's apps write into cases of each type (app model, section 12). */
public final class CaseProperties {
    private static final String PARENT = "parent/";
    private static final String USERCASE = "commcare-user";
    private static final String NAME = "name";

    private final Map<String, TreeSet<String>> byType = new TreeMap<>();

    private CaseProperties() {}

    public static CaseProperties of(Collection<WorkingCopy> apps) {
        CaseProperties properties = new CaseProperties();
        apps.forEach(copy -> properties.read(copy.app()));
        return properties;
    }

    /** The types, in their order. */
    public Collection<String> types() {
        return byType.keySet();
    }

    /** The names of a type's properties, in their order. */
    public SequencedSet<String> named(String caseType) {
        return byType.getOrDefault(caseType, new TreeSet<>());
    }

    private void read(App app) {
        for (AppModule module : app.modules()) {
            String type = module.menu().caseType();
            module.forms().forEach(form -> {
                switch (form) {
                    case BasicForm basic -> basic(app, module, type, basic);
                    case AdvancedForm advanced -> advanced(advanced);
                }
                saves(form.settings());
            });
        }
    }

    private void basic(App app, AppModule module, String type, BasicForm form) {
        FormActions actions = form.actions();
        if (form.opensCase()) {
            add(type, NAME);
        }
        if (actions.updateCase().active()) {
            actions.updateCase().byProperty().keySet().forEach(name -> update(app, module, type, name));
        }
        if (actions.usercaseUpdate().active()) {
            actions.usercaseUpdate().byProperty().keySet().forEach(name -> add(USERCASE, name));
        }
        actions.subcases().stream()
                .filter(subcase -> subcase.condition().active())
                .forEach(subcase -> written(subcase.caseType(), subcase.properties()::forEach));
    }

    /** What a form of a child says of {@code parent/x} is a property of the parent's type. */
    private void update(App app, AppModule module, String type, String name) {
        if (!name.startsWith(PARENT)) {
            add(type, name);
            return;
        }
        ParentSelect parentSelect = module.menu().parentSelect();
        parentSelect
                .moduleId()
                .filter(_ -> parentSelect.active())
                .flatMap(app::module)
                .ifPresent(parent -> update(app, parent, parent.menu().caseType(), name.substring(PARENT.length())));
    }

    private void advanced(AdvancedForm form) {
        form.loads().forEach(load -> load.properties().keySet().forEach(name -> add(load.caseType(), name)));
        form.opens().forEach(open -> written(open.caseType(), open.properties()::forEach));
    }

    private void written(String type, java.util.function.Consumer<BiConsumer<String, Object>> properties) {
        add(type, NAME);
        properties.accept((name, update) -> add(type, name));
    }

    private void saves(FormSettings settings) {
        settings.references()
                .save()
                .values()
                .forEach(save -> save.properties().forEach(name -> add(save.caseType(), name)));
    }

    private void add(String type, String name) {
        if (!type.isBlank() && !name.isBlank() && !name.contains("/")) {
            byType.computeIfAbsent(type, first -> new TreeSet<>()).add(name);
        }
    }
}
