// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.Media;
import org.baraza.apps.model.ReportModule;
import org.baraza.apps.model.SearchConfig;
import org.baraza.apps.model.ShadowModule;

/** The menus of an app with what each of them shows, and how they stand in each other. */
final class Menus {
    static final String HOME = "root";
    private static final String TRAINING = "training-root";

    private final App app;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<List<ShownForm>> forms = new ArrayList<>();

    Menus(App app) {
        this.app = app;
        for (int i = 0; i < app.modules().size(); i++) {
            positions.putIfAbsent(app.modules().get(i).uniqueId(), i);
        }
        for (int i = 0; i < app.modules().size(); i++) {
            forms.add(shown(i));
        }
    }

    private List<ShownForm> shown(int module) {
        AppModule menu = app.modules().get(module);
        if (menu instanceof ReportModule) {
            return List.of();
        }
        int source = source(module);
        if (source == module && menu instanceof ShadowModule) {
            return List.of();
        }
        List<ShownForm> shown = new ArrayList<>();
        List<? extends AppForm> all = app.modules().get(source).forms();
        for (int i = 0; i < all.size(); i++) {
            AppForm form = all.get(i);
            if (!(menu instanceof ShadowModule shadow)
                    || !shadow.excludedFormIds().contains(form.uniqueId())) {
                shown.add(new ShownForm(module, menu, source, i, form));
            }
        }
        return List.copyOf(shown);
    }

    App app() {
        return app;
    }

    int count() {
        return app.modules().size();
    }

    AppModule module(int position) {
        return app.modules().get(position);
    }

    /** The menu whose forms a menu shows: another one for a shadow that has a source. */
    int source(int module) {
        return module(module) instanceof ShadowModule shadow
                ? positions.getOrDefault(shadow.sourceModuleId(), module)
                : module;
    }

    /** Whether the list of a menu offers a search on the server, and goes on with what it found. */
    boolean offersSearch(int module) {
        SearchConfig search = module(module).menu().search();
        return search.active() && !search.inline();
    }

    /** Whether the list of a menu shows nothing but what a search on the server found. */
    boolean searchesInline(int module) {
        SearchConfig search = module(module).menu().search();
        return search.active() && search.inline();
    }

    /** Of a picture and a sound what readers of the app's languages are shown. */
    Media shown(Media media) {
        return media.in(app.langs());
    }

    List<ShownForm> forms(int module) {
        return forms.get(module);
    }

    /** The case type of a menu's list; a shadow has that of its source. */
    String caseType(int module) {
        return app.caseTypeOf(module(module));
    }

    /** The same, and the further types that a menu's search finds. */
    List<String> caseTypes(int module) {
        List<String> types = new ArrayList<>(List.of(caseType(module)));
        module(module).menu().search().additionalCaseTypes().stream()
                .sorted()
                .filter(type -> !types.contains(type))
                .forEach(types::add);
        return types;
    }

    OptionalInt position(String moduleId) {
        Integer position = positions.get(moduleId);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The menu that this one stands in, none if it stands in itself some menus up; checks report that. */
    OptionalInt parent(int module) {
        OptionalInt parent = said(module);
        OptionalInt above = parent;
        for (int i = 0; i < count() && above.isPresent(); i++) {
            if (above.getAsInt() == module) {
                return OptionalInt.empty();
            }
            above = said(above.getAsInt());
        }
        return above.isPresent() ? OptionalInt.empty() : parent;
    }

    /** A shadow of the first kind stands where its source does. */
    private OptionalInt said(int module) {
        AppModule menu = module(module);
        Optional<String> root = menu.rootModuleId();
        if (menu instanceof ShadowModule shadow && shadow.version() == 1) {
            root = app.module(shadow.sourceModuleId()).flatMap(AppModule::rootModuleId);
        }
        return root.map(this::position).orElse(OptionalInt.empty());
    }

    /** Shadows of the first kind of the menu that this one stands in: it stands below each of them, too. */
    List<Integer> olderShadowsOfParent(int module) {
        OptionalInt parent = parent(module);
        List<Integer> shadows = new ArrayList<>();
        boolean isOlderShadow = module(module) instanceof ShadowModule own && own.version() == 1;
        if (parent.isEmpty() || isOlderShadow) {
            return shadows;
        }
        String parentId = module(parent.getAsInt()).uniqueId();
        for (int i = 0; i < count(); i++) {
            if (i != module
                    && module(i) instanceof ShadowModule shadow
                    && shadow.version() == 1
                    && shadow.sourceModuleId().equals(parentId)) {
                shadows.add(i);
            }
        }
        return shadows;
    }

    /** Parent first, at most as many as there are menus, so that a circle ends. */
    List<Integer> ancestors(int module) {
        List<Integer> ancestors = new ArrayList<>();
        OptionalInt parent = parent(module);
        while (parent.isPresent() && !ancestors.contains(parent.getAsInt())) {
            ancestors.addFirst(parent.getAsInt());
            parent = parent(parent.getAsInt());
        }
        return ancestors;
    }

    /** The id that a menu is written with: forms that are put in the menu above are written as a part of it. */
    String menuId(int module) {
        if (!module(module).menu().putInRoot()) {
            return Ids.menu(module);
        }
        OptionalInt parent = parent(module);
        return parent.isEmpty() ? HOME : menuId(parent.getAsInt());
    }

    /** The menu that this one is an item of, none for those of the home screen. */
    Optional<String> rootId(int module) {
        if (module(module).menu().training()) {
            return Optional.of(TRAINING);
        }
        OptionalInt parent = parent(module);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        int at = parent.getAsInt();
        return module(module).menu().putInRoot() ? rootId(at) : Optional.of(menuId(at));
    }

    /** Where a form is shown first, in its own menu before any shadow. */
    Optional<ShownForm> find(String formId) {
        return forms.stream()
                .flatMap(List::stream)
                .filter(shown -> shown.form().uniqueId().equals(formId) && !shown.isShadow())
                .findFirst();
    }

    /** Where a menu shows a form. */
    Optional<ShownForm> find(String formId, int module) {
        return forms.get(module).stream()
                .filter(shown -> shown.form().uniqueId().equals(formId))
                .findFirst();
    }
}
