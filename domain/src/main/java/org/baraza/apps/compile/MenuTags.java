// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.baraza.apps.model.App;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ShadowModule;
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
    Optional<EditableElement> home() throws CannotBuild {
        App app = menus.app();
        if (!app.gridHome() && app.assertions().isEmpty()) {
            return Optional.empty();
        }
        EditableElement home = tag("menu").set("id", "root");
        if (app.gridHome()) {
            home.set("style", "grid");
        }
        home.add(tag("text"));
        declare(conditions.ofHome(), home, Menus.HOME);
        assertions(app.assertions(), "custom_assertion.root.").ifPresent(home::add);
        return Optional.of(home);
    }

    /** The menu that menus for training stand in; forms that are put into the menu above are its own. */
    Optional<EditableElement> training() throws CannotBuild {
        boolean any =
                menus.app().modules().stream().anyMatch(module -> module.menu().training());
        if (!any) {
            return Optional.empty();
        }
        EditableElement training = tag("menu").set("id", "training-root").add(Tags.text("training.root.title"));
        for (int i = 0; i < menus.count(); i++) {
            if (isPartOfTraining(i)) {
                training.add(commands(i, Set.of()));
            }
        }
        return Optional.of(training);
    }

    private boolean isPartOfTraining(int module) {
        MenuSettings menu = menus.module(module).menu();
        return menu.training() && menu.putInRoot();
    }

    /** A menu where it stands, and again below each older shadow of the menu that it stands in (section 8.11). */
    List<EditableElement> of(int module) throws CannotBuild {
        List<EditableElement> tags = new ArrayList<>();
        if (isPartOfTraining(module)) {
            return tags;
        }
        of(module, menus.menuId(module), menus.rootId(module), Set.of()).ifPresent(tags::add);
        boolean put = menus.module(module).menu().putInRoot();
        for (int shadow : menus.olderShadowsOfParent(module)) {
            String shadowId = menus.menuId(shadow);
            Set<String> excluded = ((ShadowModule) menus.module(shadow)).excludedFormIds();
            of(
                            module,
                            put ? shadowId : Ids.menu(module) + "." + shadowId,
                            put ? menus.rootId(shadow) : Optional.of(shadowId),
                            excluded)
                    .ifPresent(tags::add);
        }
        return tags;
    }

    private Optional<EditableElement> of(int module, String id, Optional<String> root, Set<String> excluded)
            throws CannotBuild {
        List<EditableElement> commands = commands(module, excluded);
        if (commands.isEmpty() && !holdsMenus(module)) {
            return Optional.empty();
        }
        MenuSettings settings = menus.module(module).menu();
        EditableElement menu = tag("menu").set("id", id);
        root.ifPresent(above -> menu.set("root", above));
        if (isGrid(id, settings)) {
            menu.set("style", "grid");
        }
        Optional<String> condition = conditions.ofMenu(module);
        condition.ifPresent(relevant -> menu.set("relevant", relevant));
        menu.add(Tags.display(
                Ids.menuText(named(module)), Ids.menuText(module), menus.shown(settings.media()), settings.badges()));
        declare(conditions.ofWholeMenu(module), menu, Ids.menu(module));
        menu.add(commands);
        assertions(settings.assertions(), "custom_assertion." + Ids.menu(module) + ".")
                .ifPresent(menu::add);
        return Optional.of(menu);
    }

    /** The menu whose name is shown: phones make one menu of one and of what is put in it. */
    private int named(int module) {
        OptionalInt parent = menus.parent(module);
        boolean isPart = menus.module(module).menu().putInRoot()
                && parent.isPresent()
                && !menus.module(parent.getAsInt()).menu().putInRoot();
        return isPart ? parent.getAsInt() : module;
    }

    /** Newer engines look for the instances of a menu in the menu, older ones in the entries of its forms. */
    private void declare(List<String> expressions, EditableElement menu, String place) throws CannotBuild {
        if (engine.isAtLeast(2, 54)) {
            menu.add(InstanceNames.declarations(instances.ofAll(expressions), Map.of(), place));
        }
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

    private boolean isGrid(String id, MenuSettings settings) {
        if (id.equals("root")) {
            return menus.app().gridHome();
        }
        return switch (menus.app().gridMenus()) {
            case ALL -> true;
            case SOME -> settings.grid();
            case NONE -> false;
        };
    }

    private List<EditableElement> commands(int module, Set<String> excluded) throws CannotBuild {
        List<EditableElement> commands = new ArrayList<>();
        for (ShownForm form : menus.forms(module)) {
            if (form.form().settings().releaseNotes()
                    || excluded.contains(form.form().uniqueId())) {
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
            element.add(Entries.assertion(
                    Hashtags.WITHOUT_CASE.expand(assertions.get(i).test()), keys + i));
        }
        return Optional.of(element);
    }
}
