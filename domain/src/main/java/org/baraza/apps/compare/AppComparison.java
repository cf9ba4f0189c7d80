// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.model.MenuSettings;

/** Says in words what is different between two versions of an app; menus and forms are the same if their ids are. */
public final class AppComparison {
    private final App before;
    private final App after;
    private final FormSources sourcesBefore;
    private final FormSources sourcesAfter;
    private final Changes changes = new Changes();
    private final SettingsComparison settings = new SettingsComparison(changes);

    private AppComparison(App before, FormSources sourcesBefore, App after, FormSources sourcesAfter) {
        this.before = before;
        this.after = after;
        this.sourcesBefore = sourcesBefore;
        this.sourcesAfter = sourcesAfter;
    }

    /** The changes from the earlier version to the later one, in the order of the later one's menus. */
    public static List<Change> of(App before, FormSources sourcesBefore, App after, FormSources sourcesAfter) {
        AppComparison comparison = new AppComparison(before, sourcesBefore, after, sourcesAfter);
        comparison.app();
        return comparison.changes.all();
    }

    private void app() {
        changes.text("App", "The name", before.name(), after.name());
        languages();
        settings.map(
                "App",
                "The device setting",
                before.settings().properties(),
                after.settings().properties());
        settings.map(
                "App",
                "The device setting",
                before.settings().customProperties(),
                after.settings().customProperties());
        changes.text(
                "App",
                "The least engine version",
                before.engine().toString(),
                after.engine().toString());
        changes.flag(
                "App",
                before.caseSharing(),
                after.caseSharing(),
                "Cases are shared within groups now",
                "Cases are no longer shared within groups");
        changes.flag(
                "App",
                before.autoGps(),
                after.autoGps(),
                "Every form notes where it is filled now",
                "Forms no longer note where they are filled");
        settings.app("App", before, after);
        changes.order(
                "App",
                "The menus",
                before.modules().stream().map(AppModule::uniqueId).toList(),
                after.modules().stream().map(AppModule::uniqueId).toList());
        changes.lists(before.modules(), after.modules(), AppModule::uniqueId, new Changes.Each<AppModule>() {
            @Override
            public void added(AppModule module) {
                changes.added(name(after, module), "The menu is new");
                module.forms().forEach(form -> changes.added(name(after, module, form), "The form is new"));
            }

            @Override
            public void removed(AppModule module) {
                changes.removed(name(before, module), "The menu is gone");
                module.forms().forEach(form -> {
                    if (after.forms().noneMatch(other -> other.uniqueId().equals(form.uniqueId()))) {
                        changes.removed(name(before, module, form), "The form is gone");
                    }
                });
            }

            @Override
            public void both(AppModule was, AppModule is) {
                module(was, is);
            }
        });
    }

    private void languages() {
        Set<String> was = new TreeSet<>(before.langs());
        Set<String> is = new TreeSet<>(after.langs());
        is.stream()
                .filter(language -> !was.contains(language))
                .forEach(language -> changes.added("App", "The language " + language + " is new"));
        was.stream()
                .filter(language -> !is.contains(language))
                .forEach(language -> changes.removed("App", "The language " + language + " is gone"));
        changes.text(
                "App",
                "The first language",
                before.langs().getFirst(),
                after.langs().getFirst());
    }

    private void module(AppModule was, AppModule is) {
        String place = name(after, is);
        MenuSettings old = was.menu();
        MenuSettings now = is.menu();
        DetailComparison details = new DetailComparison(changes, before, after);
        changes.texts(place, "The name", was.name(), is.name());
        changes.text(place, "The case type", was.caseType(), is.caseType());
        changes.text(place, "The display condition", old.filter(), now.filter());
        changes.text(place, "The menu that it stands in", root(before, was), root(after, is));
        changes.flag(
                place,
                old.putInRoot(),
                now.putInRoot(),
                "Its forms show in the menu above now",
                "Its forms show in a menu of their own now");
        changes.flag(
                place,
                old.parentSelect().active(),
                now.parentSelect().active(),
                "A parent case is chosen first now",
                "No parent case is chosen any more");
        changes.flag(
                place,
                old.caseList().show(),
                now.caseList().show(),
                "The case list can be opened by itself now",
                "The case list can no longer be opened by itself");
        settings.menu(place, was, is);
        details.compare(place + " › case list", old.shortDetail(), now.shortDetail());
        details.compare(place + " › case detail", old.longDetail(), now.longDetail());
        changes.order(
                place,
                "The forms",
                was.forms().stream().map(AppForm::uniqueId).toList(),
                is.forms().stream().map(AppForm::uniqueId).toList());
        forms(was, is);
    }

    private static String root(App app, AppModule module) {
        return module.rootModuleId()
                .flatMap(app::module)
                .map(root -> root.name().shown(app.langs()))
                .orElse("");
    }

    private void forms(AppModule was, AppModule is) {
        changes.lists(
                List.<AppForm>copyOf(was.forms()),
                List.<AppForm>copyOf(is.forms()),
                AppForm::uniqueId,
                new Changes.Each<AppForm>() {
                    @Override
                    public void added(AppForm form) {
                        boolean moved = before.forms()
                                .anyMatch(other -> other.uniqueId().equals(form.uniqueId()));
                        changes.added(
                                name(after, is, form), moved ? "The form has moved to this menu" : "The form is new");
                    }

                    @Override
                    public void removed(AppForm form) {
                        if (after.forms().noneMatch(other -> other.uniqueId().equals(form.uniqueId()))) {
                            changes.removed(name(before, was, form), "The form is gone");
                        }
                    }

                    @Override
                    public void both(AppForm old, AppForm now) {
                        String place = name(after, is, now);
                        changes.texts(place, "The name", old.name(), now.name());
                        settings.form(place, old, now);
                        new FormComparison(changes, place).compare(old, now);
                        new QuestionComparison(changes, place)
                                .compare(sourcesBefore.of(old.uniqueId()), sourcesAfter.of(now.uniqueId()));
                    }
                });
    }

    private static String name(App app, AppModule module) {
        return module.name().shown(app.langs());
    }

    private static String name(App app, AppModule module, AppForm form) {
        return name(app, module) + " › " + form.name().shown(app.langs());
    }
}
