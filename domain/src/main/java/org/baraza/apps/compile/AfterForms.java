// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.baraza.apps.model.AfterForm;
import org.baraza.apps.model.FormLink;
import org.baraza.apps.model.FormSettings;
import org.baraza.xml.EditableElement;

/** Where a form leads when it is done (generated build, sections 8.3, 8.6 and 8.7). */
final class AfterForms {
    private final Menus menus;
    private final Sessions sessions;
    private final Conditions conditions;
    private final Ways ways;
    private final ReturnsToList returns;

    AfterForms(Menus menus, Sessions sessions, Conditions conditions) {
        this.menus = menus;
        this.sessions = sessions;
        this.conditions = conditions;
        this.ways = new Ways(menus, sessions);
        this.returns = new ReturnsToList(menus, sessions, ways);
    }

    Ways ways() {
        return ways;
    }

    /** The stack of a form's entry, none if the home screen follows. */
    Optional<EditableElement> stack(ShownForm form) throws CannotBuild {
        FormSettings settings = form.form().settings();
        List<EditableElement> frames = switch (settings.after()) {
            case HOME -> returns.of(form);
            case LINK -> links(form, settings);
            case FIRST_MENU, PARENT_MENU, MENU, PREVIOUS_SCREEN ->
                List.of(frame(form, settings.after(), Optional.empty()));
        };
        return frames.isEmpty() ? Optional.empty() : Optional.of(tag("stack").add(frames));
    }

    private EditableElement frame(ShownForm form, AfterForm after, Optional<String> condition) throws CannotBuild {
        return Frames.create(condition, way(form, after), sessions.of(form).handedOn());
    }

    private Way way(ShownForm form, AfterForm after) throws CannotBuild {
        return switch (after) {
            case MENU -> ways.toMenu(form.module());
            case PARENT_MENU -> {
                OptionalInt parent = menus.parent(form.module());
                yield parent.isEmpty() ? new Way(List.of()) : ways.toItemsOf(parent.getAsInt());
            }
            case PREVIOUS_SCREEN -> ways.before(form);
            case FIRST_MENU, HOME, LINK -> new Way(List.of());
        };
    }

    /** Links without a condition have no say in whether the way out is written. */
    private List<EditableElement> links(ShownForm form, FormSettings settings) throws CannotBuild {
        List<EditableElement> frames = new ArrayList<>();
        List<String> conditionsOfLinks = new ArrayList<>();
        for (FormLink link : settings.links()) {
            Optional<String> condition = link.condition().isBlank()
                    ? Optional.empty()
                    : Optional.of(conditions.inForm(form, link.condition()));
            condition.ifPresent(conditionsOfLinks::add);
            frames.add(link(form, link, condition));
        }
        AfterForm fallback = settings.afterFallback();
        if (fallback != AfterForm.HOME && fallback != AfterForm.LINK && !conditionsOfLinks.isEmpty()) {
            String none = String.join(
                    " and ",
                    conditionsOfLinks.stream()
                            .map(condition -> "not(" + condition + ")")
                            .toList());
            frames.add(frame(form, fallback, Optional.of(none)));
        }
        return frames;
    }

    private EditableElement link(ShownForm form, FormLink link, Optional<String> condition) throws CannotBuild {
        Way way = target(form, link);
        List<Datum> source = sessions.of(form).handedOn();
        if (link.datums().isEmpty()) {
            return Frames.create(condition, way, source);
        }
        Map<String, String> values = Frames.values(way.datums(), source);
        for (Datum datum : way.datums()) {
            String said = link.datums().get(datum.id());
            if (said != null) {
                values.put(datum.id(), conditions.inForm(form, said));
            } else if (datum.isSelection()) {
                throw new CannotBuild(
                        form.command(), "The link does not say where " + datum.id() + " of its target comes from");
            }
        }
        return Frames.create(condition, way, values);
    }

    /** The menu that the link means: from a shadow to a form of its source it is the shadow. */
    private OptionalInt inShadow(ShownForm form, FormLink link) {
        OptionalInt named = link.formModuleId().map(menus::position).orElse(OptionalInt.empty());
        boolean toSource = named.isEmpty()
                ? link.formId()
                        .flatMap(menus::find)
                        .filter(target -> target.module() == form.source())
                        .isPresent()
                : named.getAsInt() == form.source();
        boolean isThere =
                link.formId().flatMap(id -> menus.find(id, form.module())).isPresent();
        return form.isShadow() && toSource && isThere ? OptionalInt.of(form.module()) : named;
    }

    private Way target(ShownForm form, FormLink link) throws CannotBuild {
        if (link.formId().isPresent()) {
            OptionalInt named = inShadow(form, link);
            Optional<ShownForm> target = named.isPresent()
                    ? menus.find(link.formId().get(), named.getAsInt())
                    : menus.find(link.formId().get());
            return ways.toForm(target.orElseThrow(
                    () -> new CannotBuild(form.command(), "The form links to a form that does not exist")));
        }
        OptionalInt module = link.moduleId().map(menus::position).orElse(OptionalInt.empty());
        if (module.isEmpty()) {
            throw new CannotBuild(form.command(), "The form links to a menu that does not exist");
        }
        return ways.toMenu(module.getAsInt());
    }
}
