// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.FormSettings;
import org.baraza.apps.model.LanguageProfile;
import org.baraza.apps.model.MediaEntry;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ReportModule;
import org.baraza.apps.model.ShadowModule;
import org.baraza.apps.model.Texts;

/** What is different about the settings of which there is one of each, in the words of those who set them. */
final class SettingsComparison {
    /** A setting. */
    private record Setting<T>(String what, Function<T, Object> of) {}

    private static final List<Setting<App>> OF_APP = List.of(
            new Setting<>("The comment", App::comment),
            new Setting<>("The worker for practice", App::practiceMobileWorkerId),
            new Setting<>("Which texts of CommCare come along", app -> lower(app.translationStrategy())),
            new Setting<>("Secure submission", App::secureSubmissions),
            new Setting<>("The grid on the home screen", App::gridHome),
            new Setting<>("Which menus are grids", app -> lower(app.gridMenus())),
            new Setting<>("The address of the server", App::customBaseUrl),
            new Setting<>("The package for Android", app -> lower(app.flavour())),
            new Setting<>(
                    "The other apps that must be there", app -> app.settings().dependencies()),
            new Setting<>("What must be true before the app is used", App::assertions));

    private static final List<Setting<MenuSettings>> OF_MENU = List.of(
            new Setting<>("The comment", MenuSettings::comment),
            new Setting<>(
                    "The form in the case list", menu -> menu.caseListForm().formId()),
            new Setting<>(
                    "The name of the button in the case list",
                    menu -> menu.caseListForm().label()),
            new Setting<>(
                    "When the button in the case list shows",
                    menu -> menu.caseListForm().relevancy()),
            new Setting<>(
                    "The picture or sound of the button in the case list",
                    menu -> menu.caseListForm().media()),
            new Setting<>(
                    "The return to the case list after its form",
                    menu -> menu.caseListForm().backToList()),
            new Setting<>("The name of the case list", menu -> menu.caseList().label()),
            new Setting<>(
                    "The picture or sound of the case list",
                    menu -> menu.caseList().media()),
            new Setting<>("The choice of a row before the list", MenuSettings::fixtureSelect),
            new Setting<>(
                    "The menu that the parent case is chosen in",
                    menu -> menu.parentSelect().moduleId()),
            new Setting<>(
                    "The choice of a case only below its parent",
                    menu -> menu.parentSelect().asParent()),
            new Setting<>("The search on the server", MenuSettings::search),
            new Setting<>("The grid", MenuSettings::grid),
            new Setting<>("The choice of the only case by itself", MenuSettings::autoSelect),
            new Setting<>("The place among training", MenuSettings::training),
            new Setting<>("The list that is computed while it is looked at", MenuSettings::lazyFields),
            new Setting<>("The name for links", MenuSettings::endpointId),
            new Setting<>("The name for links of the case list", MenuSettings::caseListEndpointId),
            new Setting<>("The mark on the menu", MenuSettings::badges),
            new Setting<>("The picture or sound", MenuSettings::media),
            new Setting<>("What must be true before the menu is opened", MenuSettings::assertions));

    private static final List<Setting<FormSettings>> OF_FORM = List.of(
            new Setting<>("The comment", FormSettings::comment),
            new Setting<>(
                    "Where it leads if no link fits",
                    form -> form.afterFallback().word()),
            new Setting<>("The note of where it is filled", FormSettings::autoGps),
            new Setting<>("Instances of its own", FormSettings::instances),
            new Setting<>("What must be true before it is opened", FormSettings::assertions),
            new Setting<>("Its showing as release notes", FormSettings::releaseNotes),
            new Setting<>("The name for links", FormSettings::endpointId),
            new Setting<>("The heed of conditions by links", FormSettings::respectRelevancy),
            new Setting<>("The variables that links may give", FormSettings::functionArguments),
            new Setting<>("The text of the button to submit", FormSettings::submitLabel),
            new Setting<>("The text after it is submitted", FormSettings::submitNotificationLabel),
            new Setting<>("The picture or sound", FormSettings::media),
            new Setting<>("The number of cases beside the name", FormSettings::showCount),
            new Setting<>("The mark on the form", FormSettings::badges));

    private static final List<Setting<Detail>> OF_LIST = List.of(
            new Setting<>("The tabs", Detail::tabs),
            new Setting<>("The header while a form is filled", Detail::persistCaseContext),
            new Setting<>("What the header while a form is filled shows", Detail::persistentContextXml),
            new Setting<>("The variables", Detail::variables),
            new Setting<>("The choice of several cases", Detail::multiSelect),
            new Setting<>("The choice of all cases by itself", Detail::autoSelect),
            new Setting<>("How many cases can be chosen", Detail::maxSelect),
            new Setting<>("The text of an empty list", Detail::noItemsText),
            new Setting<>("The text of the button to choose", Detail::selectText),
            new Setting<>("The tile", Detail::tile),
            new Setting<>("The layout of its own", Detail::tileXml),
            new Setting<>("The tile while a form is filled", Detail::persistTile),
            new Setting<>("The menu whose tile shows while a form is filled", Detail::persistentTileFrom),
            new Setting<>("The page that is pulled down from the tile", Detail::pullDownTile),
            new Setting<>("How tiles stand together", Detail::tileGroup));

    private static final List<Setting<Column>> OF_COLUMN = List.of(
            new Setting<>("The calculation in", Column::expression),
            new Setting<>("The format of dates in", Column::dateFormat),
            new Setting<>("The interval of", Column::timeAgoInterval),
            new Setting<>("The days until late in", Column::lateFlag),
            new Setting<>("The filter of", Column::legacyFilter),
            new Setting<>("The list in", Column::nodeset),
            new Setting<>("What a touch opens in", Column::endpointAction),
            new Setting<>("The place in the tile of", Column::cell));

    private final Changes changes;

    SettingsComparison(Changes changes) {
        this.changes = changes;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void app(String place, App was, App is) {
        all(place, "", OF_APP, was, is);
        map(place, "The feature", was.settings().features(), is.settings().features());
        map(place, "The logo", was.logos(), is.logos());
        Map<String, Map<String, String>> languages = new TreeMap<>(was.translations());
        languages.putAll(is.translations());
        languages
                .keySet()
                .forEach(language -> map(
                        place,
                        "The text of CommCare in " + language,
                        was.translations().getOrDefault(language, Map.of()),
                        is.translations().getOrDefault(language, Map.of())));
        media(place, was.media(), is.media());
        changes.lists(
                List.copyOf(was.languageProfiles().entrySet()),
                List.copyOf(is.languageProfiles().entrySet()),
                Map.Entry::getKey,
                new Changes.Each<Map.Entry<String, LanguageProfile>>() {
                    @Override
                    public void added(Map.Entry<String, LanguageProfile> profile) {
                        changes.added(
                                place,
                                "The language profile " + profile.getValue().name() + " is new");
                    }

                    @Override
                    public void removed(Map.Entry<String, LanguageProfile> profile) {
                        changes.removed(
                                place,
                                "The language profile " + profile.getValue().name() + " is gone");
                    }

                    @Override
                    public void both(Map.Entry<String, LanguageProfile> old, Map.Entry<String, LanguageProfile> now) {
                        profile(place, old.getValue(), now.getValue());
                    }
                });
    }

    private void profile(String place, LanguageProfile was, LanguageProfile is) {
        String of = " of the language profile " + is.name();
        changes.text(place, "The name" + of, was.name(), is.name());
        changes.text(place, "The languages" + of, String.join(", ", was.langs()), String.join(", ", is.langs()));
        value(place, "The worker for practice" + of, was.practiceMobileWorkerId(), is.practiceMobileWorkerId());
        map(place, "The device setting" + of, was.settings(), is.settings());
    }

    private void media(String place, Map<String, MediaEntry> was, Map<String, MediaEntry> is) {
        changes.lists(
                List.copyOf(was.entrySet()),
                List.copyOf(is.entrySet()),
                Map.Entry::getKey,
                new Changes.Each<Map.Entry<String, MediaEntry>>() {
                    @Override
                    public void added(Map.Entry<String, MediaEntry> file) {
                        changes.added(place, "The file " + file.getKey() + " is new");
                    }

                    @Override
                    public void removed(Map.Entry<String, MediaEntry> file) {
                        changes.removed(place, "The file " + file.getKey() + " is gone");
                    }

                    @Override
                    public void both(Map.Entry<String, MediaEntry> old, Map.Entry<String, MediaEntry> now) {
                        if (!old.getValue().multimediaId().equals(now.getValue().multimediaId())) {
                            changes.changed(place, "The file " + now.getKey() + " has another content");
                        }
                    }
                });
    }

    void menu(String place, AppModule was, AppModule is) {
        all(place, "", OF_MENU, was.menu(), is.menu());
        if (was instanceof ReportModule old && is instanceof ReportModule now) {
            value(place, "The reports", old.reports(), now.reports());
        }
        if (was instanceof ShadowModule old && is instanceof ShadowModule now) {
            value(place, "The menu that it shows", old.sourceModuleId(), now.sourceModuleId());
            value(place, "The forms that it leaves out", old.excludedFormIds(), now.excludedFormIds());
            value(place, "The names for links of its forms", old.endpointsOfForms(), now.endpointsOfForms());
        }
    }

    void form(String place, AppForm was, AppForm is) {
        all(place, "", OF_FORM, was.settings(), is.settings());
        if (was instanceof BasicForm old && is instanceof BasicForm now) {
            value(
                    place,
                    "The question with the external id",
                    old.actions().openCase().externalId(),
                    now.actions().openCase().externalId());
            map(
                    place,
                    "The property of the user that fills",
                    old.actions().usercasePreload().byQuestion(),
                    now.actions().usercasePreload().byQuestion());
        }
        if (was instanceof AdvancedForm old && is instanceof AdvancedForm now) {
            value(place, "The variables of its own", old.datums(), now.datums());
            value(place, "The form whose questions it shows", old.shadowOf(), now.shadowOf());
        }
    }

    void list(String place, Detail was, Detail is) {
        all(place, "", OF_LIST, was, is);
    }

    void column(String place, String column, Column was, Column is) {
        all(place, " the " + column, OF_COLUMN, was, is);
    }

    void map(String place, String what, Map<String, String> was, Map<String, String> is) {
        Map<String, String> all = new TreeMap<>(was);
        all.putAll(is);
        all.keySet()
                .forEach(key ->
                        changes.text(place, what + " " + key, was.getOrDefault(key, ""), is.getOrDefault(key, "")));
    }

    private <T> void all(String place, String of, List<Setting<T>> settings, T was, T is) {
        settings.forEach(setting -> value(place, setting.what + of, setting.of.apply(was), setting.of.apply(is)));
    }

    /** Words where the values are words; of what has parts, only that it is otherwise. */
    private void value(String place, String what, Object was, Object is) {
        if (was instanceof Texts before && is instanceof Texts after) {
            changes.texts(place, what, before, after);
        } else if (was instanceof Boolean before && is instanceof Boolean after) {
            changes.flag(place, before, after, what + " is on now", what + " is off now");
        } else if (isWord(was) && isWord(is)) {
            changes.text(place, what, word(was), word(is));
        } else if (!was.equals(is)) {
            changes.changed(place, what + " changed");
        }
    }

    private static boolean isWord(Object value) {
        return value instanceof String
                || value instanceof Integer
                || (value instanceof Optional<?> some
                        && some.filter(said -> !(said instanceof String)).isEmpty());
    }

    private static String word(Object value) {
        return value instanceof Optional<?> some ? some.map(Object::toString).orElse("") : value.toString();
    }
}
