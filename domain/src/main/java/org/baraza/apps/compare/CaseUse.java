// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.CaseReferences;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.OpenAdvanced;
import org.baraza.apps.model.OpenSubcase;

/**
 * What the forms of an app read of cases and write to them, put together from case management, from the form builder's
 * notes and from questions that save to cases.
 */
public final class CaseUse {
    private final App app;
    private final List<Property> properties = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    private CaseUse(App app) {
        this.app = app;
    }

    /**
     * A property that a form reads or writes.
     *
     * @param condition when, empty if always
     */
    public record Property(
            String caseType,
            String name,
            AppModule module,
            AppForm form,
            boolean written,
            String question,
            String condition) {}

    /** A form that opens or closes cases of a type. */
    public record Event(String caseType, AppModule module, AppForm form, boolean opens) {}

    /** Cases of one type belong to cases of another by an index. */
    public record Relation(String caseType, String index, String parentType) {}

    public static CaseUse of(App app) {
        CaseUse use = new CaseUse(app);
        for (AppModule module : app.modules()) {
            for (AppForm form : module.forms()) {
                use.form(module, form);
            }
        }
        return use;
    }

    public List<Property> properties() {
        return List.copyOf(properties);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Relation> relations() {
        return relations.stream().distinct().toList();
    }

    /** The types in alphabetical order. */
    public List<String> caseTypes() {
        SortedSet<String> types = new TreeSet<>();
        app.modules().forEach(module -> types.add(module.caseType()));
        properties.forEach(property -> types.add(property.caseType()));
        events.forEach(event -> types.add(event.caseType()));
        types.remove("");
        return List.copyOf(types);
    }

    /** The names of the properties of a type that are written anywhere, or read from it, in alphabetical order. */
    public List<String> propertiesOf(String caseType) {
        SortedSet<String> names = new TreeSet<>();
        properties.stream()
                .filter(property -> property.caseType().equals(caseType))
                .forEach(property -> names.add(property.name()));
        return List.copyOf(names);
    }

    private void form(AppModule module, AppForm form) {
        switch (form) {
            case BasicForm basic -> basic(module, basic);
            case AdvancedForm several -> several(module, several);
        }
        noted(module, form);
    }

    private void basic(AppModule module, BasicForm form) {
        FormActions actions = form.actions();
        String type = module.caseType();
        if (form.opensCase()) {
            events.add(new Event(type, module, form, true));
            writes(type, "name", module, form, actions.openCase().name().question(), "");
        }
        if (form.opensCase() || form.requiresCase()) {
            if (actions.updateCase().active()) {
                actions.updateCase().byProperty().forEach((property, update) -> {
                    String at = form.requiresCase() ? relative(type, property) : type;
                    writes(at, lastName(property), module, form, update.question(), "");
                });
            }
            if (actions.closeCase().active()) {
                events.add(new Event(type, module, form, false));
            }
        }
        actions.subcases().stream().filter(OpenSubcase::active).forEach(subcase -> subcase(module, form, subcase));
        if (form.requiresCase() && actions.preload().active()) {
            actions.preload()
                    .byQuestion()
                    .forEach((question, property) ->
                            reads(relative(type, property), lastName(property), module, form, question));
        }
        if (actions.usercaseUpdate().active()) {
            actions.usercaseUpdate()
                    .byProperty()
                    .forEach((property, update) ->
                            writes("commcare-user", property, module, form, update.question(), ""));
        }
        if (actions.usercasePreload().active()) {
            actions.usercasePreload()
                    .byQuestion()
                    .forEach((question, property) -> reads("commcare-user", property, module, form, question));
        }
    }

    private void subcase(AppModule module, BasicForm form, OpenSubcase subcase) {
        String condition = subcase.condition().expression().orElse("");
        events.add(new Event(subcase.caseType(), module, form, true));
        relations.add(new Relation(subcase.caseType(), subcase.reference(), module.caseType()));
        writes(subcase.caseType(), "name", module, form, subcase.name().question(), condition);
        subcase.properties()
                .forEach((property, update) ->
                        writes(subcase.caseType(), property, module, form, update.question(), condition));
        if (subcase.closeCondition().active()) {
            events.add(new Event(subcase.caseType(), module, form, false));
        }
    }

    private void several(AppModule module, AdvancedForm form) {
        for (LoadCase load : form.loads()) {
            load.properties()
                    .forEach((property, update) ->
                            writes(load.caseType(), property, module, form, update.question(), ""));
            load.preload().forEach((question, property) -> reads(load.caseType(), property, module, form, question));
            if (load.closeCondition().active()) {
                events.add(new Event(load.caseType(), module, form, false));
            }
        }
        for (OpenAdvanced open : form.opens()) {
            if (open.active()) {
                String condition = open.openCondition().expression().orElse("");
                events.add(new Event(open.caseType(), module, form, true));
                writes(open.caseType(), "name", module, form, open.name().question(), condition);
                open.properties()
                        .forEach((property, update) ->
                                writes(open.caseType(), property, module, form, update.question(), condition));
                open.indices()
                        .forEach(index -> typeOf(form, index.tag())
                                .forEach(parent ->
                                        relations.add(new Relation(open.caseType(), index.reference(), parent))));
            }
        }
    }

    private static List<String> typeOf(AdvancedForm form, String tag) {
        List<String> types = new ArrayList<>();
        form.loads().stream().filter(load -> load.tag().equals(tag)).forEach(load -> types.add(load.caseType()));
        form.opens().stream().filter(open -> open.tag().equals(tag)).forEach(open -> types.add(open.caseType()));
        return types;
    }

    /** What the builder wrote down: hashtags by the questions that read them, and questions that save to cases. */
    private void noted(AppModule module, AppForm form) {
        CaseReferences references = form.settings().references();
        references
                .load()
                .forEach((question, tags) -> tags.forEach(tag -> {
                    if (tag.startsWith("#case/")) {
                        String property = tag.substring("#case/".length());
                        reads(relative(module.caseType(), property), lastName(property), module, form, question);
                    } else if (tag.startsWith("#user/")) {
                        reads("commcare-user", lastName(tag), module, form, question);
                    }
                }));
        references.save().forEach((question, save) -> {
            save.properties().forEach(property -> writes(save.caseType(), property, module, form, question, ""));
            if (save.create()) {
                events.add(new Event(save.caseType(), module, form, true));
            }
            if (save.close()) {
                events.add(new Event(save.caseType(), module, form, false));
            }
        });
    }

    private static String lastName(String property) {
        return property.substring(property.lastIndexOf('/') + 1);
    }

    /** The type of the case that a path of indices leads to, as far as the app's own relations and parent lists tell. */
    private String relative(String caseType, String property) {
        String type = caseType;
        for (String index : property.split("/", -1)) {
            if (!property.endsWith("/" + index) && (index.equals("parent") || index.equals("host"))) {
                type = parentOf(type);
            }
        }
        return type;
    }

    private String parentOf(String caseType) {
        return app.modules().stream()
                .filter(module -> module.caseType().equals(caseType)
                        && module.menu().parentSelect().active())
                .flatMap(module -> module.menu().parentSelect().moduleId().flatMap(app::module).stream())
                .map(AppModule::caseType)
                .findFirst()
                .or(() -> relations.stream()
                        .filter(relation -> relation.caseType().equals(caseType))
                        .map(Relation::parentType)
                        .findFirst())
                .orElse(caseType);
    }

    private void writes(
            String caseType, String property, AppModule module, AppForm form, String question, String condition) {
        properties.add(new Property(caseType, property, module, form, true, question, condition));
    }

    private void reads(String caseType, String property, AppModule module, AppForm form, String question) {
        properties.add(new Property(caseType, property, module, form, false, question, ""));
    }
}
