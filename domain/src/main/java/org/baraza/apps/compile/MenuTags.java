// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.App;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.MenuSettings;
import org.baraza.xml.EditableElement;

/** The menus of a suite (generated build, section 8.1). */
final class MenuTags {
    private final Menus menus;
    private final Conditions conditions;
    private final Entries entries;
    private final InstanceNames instances;
    private final EngineVersion engine;

    MenuTags(Menus menus, Conditions conditions, Entries entries, InstanceNames instances, EngineVersion engine) {
        this.menus = menus;
        this.conditions = conditions;
        this.entries = entries;
        this.instances = instances;
        this.engine = engine;
    }

    /** The home screen, where it has anything of its own. */
    Optional<EditableElement> home() {
        App app = menus.app();
        if (!app.gridHome() && app.assertions().isEmpty()) {
            return Optional.empty();
        }
        EditableElement home = tag("menu").set("id", "root");
        if (app.gridHome()) {
            home.set("style", "grid");
        }
        home.add(tag("text"));
        assertions(app.assertions(), "custom_assertion.root.").ifPresent(home::add);
        return Optional.of(home);
    }

    Optional<EditableElement> training() {
        boolean any =
                menus.app().modules().stream().anyMatch(module -> module.menu().training());
        return any
                ? Optional.of(tag("menu").set("id", "training-root").add(Tags.text("training.root.title")))
                : Optional.empty();
    }

    Optional<EditableElement> of(int module) throws CannotBuild {
        List<EditableElement> commands = commands(module);
        if (commands.isEmpty() && !holdsMenus(module)) {
            return Optional.empty();
        }
        MenuSettings settings = menus.module(module).menu();
        EditableElement menu = tag("menu").set("id", menus.menuId(module));
        menus.rootId(module).ifPresent(root -> menu.set("root", root));
        if (isGrid(settings)) {
            menu.set("style", "grid");
        }
        Optional<String> condition = conditions.ofMenu(module);
        condition.ifPresent(relevant -> menu.set("relevant", relevant));
        menu.add(display(module, settings));
        if (engine.isAtLeast(2, 54) && condition.isPresent()) {
            menu.add(InstanceNames.declarations(instances.in(condition.get()), Map.of(), Ids.menu(module)));
        }
        menu.add(commands);
        assertions(settings.assertions(), "custom_assertion." + Ids.menu(module) + ".")
                .ifPresent(menu::add);
        return Optional.of(menu);
    }

    /** A menu of nothing but menus must be there for those to stand in. */
    private boolean holdsMenus(int module) {
        for (int i = 0; i < menus.count(); i++) {
            if (menus.ancestors(i).contains(module) && !menus.forms(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isGrid(MenuSettings settings) {
        return switch (menus.app().gridMenus()) {
            case ALL -> true;
            case SOME -> settings.grid();
            case NONE -> false;
        };
    }

    private static EditableElement display(int module, MenuSettings settings) {
        String key = Ids.menuText(module);
        EditableElement display = Tags.display(key, settings.media());
        if (settings.badges().isEmpty()) {
            return display;
        }
        EditableElement full = settings.media().isEmpty() ? tag("display").add(display) : display;
        MenuSettings.Badge badge = settings.badges().getFirst();
        full.add(
                badge.xpath().isBlank()
                        ? Tags.text(key + ".badge", "badge")
                        : tag("text").set("form", "badge").add(Tags.xpath(badge.xpath())));
        return full;
    }

    private List<EditableElement> commands(int module) throws CannotBuild {
        List<EditableElement> commands = new ArrayList<>();
        for (ShownForm form : menus.forms(module)) {
            if (form.form().settings().releaseNotes()) {
                continue;
            }
            EditableElement command = tag("command").set("id", form.command());
            conditions.ofForm(form).ifPresent(relevant -> command.set("relevant", relevant));
            commands.add(command);
        }
        if (entries.showsList(module)) {
            commands.add(tag("command").set("id", Ids.caseListCommand(module)));
        }
        return commands;
    }

    private static Optional<EditableElement> assertions(List<Assertion> assertions, String keys) {
        if (assertions.isEmpty()) {
            return Optional.empty();
        }
        EditableElement element = tag("assertions");
        for (int i = 0; i < assertions.size(); i++) {
            element.add(Entries.assertion(assertions.get(i).test(), keys + i));
        }
        return Optional.of(element);
    }
}
