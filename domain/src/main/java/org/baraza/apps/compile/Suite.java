// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.xml.EditableElement;

/** The structure of an app as phones read it (generated build, section 4). */
final class Suite {
    static final String PRACTICE = "practice-user-restore";

    private final App app;
    private final BuildContext context;
    private final Resources resources;
    private final Menus menus;
    private final Sessions sessions;
    private final CaseCounts counts;
    private final Optional<Integer> practiceNumber;
    private final InstanceNames instances = new InstanceNames();

    Suite(
            App app,
            BuildContext context,
            Resources resources,
            Menus menus,
            Sessions sessions,
            CaseCounts counts,
            Optional<Integer> practiceNumber) {
        this.counts = counts;
        this.practiceNumber = practiceNumber;
        this.app = app;
        this.context = context;
        this.resources = resources;
        this.menus = menus;
        this.sessions = sessions;
    }

    EditableElement document(Map<String, Integer> formVersions) throws CannotBuild {
        EditableElement suite = tag("suite")
                .set("version", Integer.toString(context.goal().version()))
                .set("descriptor", "Suite File");
        suite.add(forms(formVersions)).add(locales());
        List<EditableElement> details = new Details(
                        menus,
                        sessions.selections(),
                        new ListActions(menus, sessions),
                        context.goal().engine())
                .all();
        suite.add(details);
        practice().ifPresent(suite::add);
        addMenus(suite, new DetailInstances(details, instances));
        return suite;
    }

    private List<EditableElement> forms(Map<String, Integer> versions) {
        List<EditableElement> forms = new ArrayList<>();
        for (int i = 0; i < app.modules().size(); i++) {
            AppModule module = app.modules().get(i);
            for (int j = 0; j < module.forms().size(); j++) {
                AppForm form = module.forms().get(j);
                if (!form.sourceId().equals(form.uniqueId())) {
                    continue;
                }
                forms.add(form(form, module, ShownForm.path(i, j), versions.getOrDefault(form.uniqueId(), 1)));
            }
        }
        return forms;
    }

    private EditableElement form(AppForm form, AppModule module, String path, int version) {
        String descriptor = "Form: (Module " + module.name().shown(app.langs()) + ") - "
                + form.name().shown(app.langs());
        String name = form.settings().releaseNotes() ? "xform-update-info" : "xform";
        return tag(name).add(resources.relative(form.uniqueId(), version, descriptor, path));
    }

    private List<EditableElement> locales() {
        List<EditableElement> locales = new ArrayList<>();
        locales.add(locale("default", "app_default_strings", "Translations: default"));
        app.langs()
                .forEach(language -> locales.add(
                        locale(language, "app_" + language + "_strings", "Translations: " + Languages.name(language))));
        return locales;
    }

    private EditableElement locale(String language, String id, String descriptor) {
        return tag("locale")
                .set("language", language)
                .add(resources.relative(id, context.goal().version(), descriptor, language + "/app_strings.txt"));
    }

    private Optional<EditableElement> practice() {
        return practiceNumber.map(number -> tag("user-restore")
                .add(resources.absolute(PRACTICE, number, "practice user restore", Build.PRACTICE_FILE)));
    }

    private void addMenus(EditableElement suite, DetailInstances details) throws CannotBuild {
        Conditions conditions = new Conditions(menus, sessions);
        AfterForms after = new AfterForms(menus, sessions, conditions);
        SearchRequests requests = new SearchRequests(menus, sessions, instances, details, context, resources.base());
        Entries entries = new Entries(
                menus, sessions, conditions, after, instances, context.goal().engine(), details, requests, counts);
        MenuTags tags = new MenuTags(
                menus, conditions, entries, instances, context.goal().engine());
        for (int i = 0; i < menus.count(); i++) {
            suite.add(entries.of(i));
        }
        tags.home().ifPresent(suite::add);
        tags.training().ifPresent(suite::add);
        for (int i = 0; i < menus.count(); i++) {
            suite.add(tags.of(i));
        }
        Endpoints.Linked linked = new Endpoints(menus, after.ways(), requests).all();
        suite.add(requests.all()).add(linked.claims()).add(linked.endpoints());
    }
}
