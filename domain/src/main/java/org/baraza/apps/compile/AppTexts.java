// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.FormSettings;
import org.baraza.apps.model.Media;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.SearchConfig;
import org.baraza.apps.model.SearchProperty;
import org.baraza.apps.model.Texts;

/** Every text that an app itself says outside its forms, by its key (generated build, section 5). */
final class AppTexts {
    /** Blank, or with a number already. */
    private static final Pattern NUMBERED = Pattern.compile("(?s)\\s*|\\d.*");

    private final SortedMap<String, Texts> texts = new TreeMap<>();
    private final SortedMap<String, Texts> media = new TreeMap<>();

    private final boolean numbered;
    private final Set<String> counted;
    private final boolean listsSayMore;

    /**
     * @param counted keys of the names that say how many cases there are, see {@link CaseCounts}
     * @param numbered whether items of menus are chosen by their numbers, as on phones with keys
     * @param listsSayMore whether lists have texts of their own for when they are empty and for their button
     */
    private AppTexts(boolean numbered, Set<String> counted, boolean listsSayMore) {
        this.numbered = numbered;
        this.counted = counted;
        this.listsSayMore = listsSayMore;
    }

    static AppTexts of(Menus menus, Set<String> counted) {
        AppTexts app = new AppTexts(
                menus.app().settings().isNumbered(),
                counted,
                menus.app().engine().isAtLeast(2, 54));
        app.assertions("custom_assertion.root.", menus.app().assertions());
        for (int i = 0; i < menus.count(); i++) {
            app.menu(i, menus.module(i).menu());
            List<? extends AppForm> forms = menus.module(i).forms();
            for (int j = 0; j < forms.size(); j++) {
                app.form(i, j, forms.get(j).settings());
            }
        }
        return app;
    }

    /** Words by key; a language that lacks one shows it in another. */
    SortedMap<String, Texts> texts() {
        return texts;
    }

    /** Paths of pictures and sounds by key; they count in their very language only. */
    SortedMap<String, Texts> media() {
        return media;
    }

    private Texts numbered(Texts name) {
        return numbered ? name.map(text -> NUMBERED.matcher(text).matches() ? text : "${0} " + text) : name;
    }

    private void menu(int module, MenuSettings menu) {
        String id = Ids.menu(module);
        put(Ids.menuText(module), numbered(menu.name()));
        put(Ids.menuText(module), menu.media());
        badge(Ids.menuText(module), menu.badges());
        if (menu.caseListForm().formId().isPresent()) {
            put(Ids.caseListFormText(module), menu.caseListForm().label().or("Create a new Case"));
            put(Ids.caseListFormText(module), menu.caseListForm().media());
        }
        if (menu.caseList().show()) {
            put(Ids.caseListText(module), menu.caseList().label().or("Case List"));
            put(Ids.caseListText(module), menu.caseList().media());
        }
        texts.putAll(DetailFields.texts(module, "case_short", menu.shortDetail()));
        texts.putAll(DetailFields.texts(module, "case_long", menu.longDetail()));
        List<Detail.Tab> tabs = menu.longDetail().tabs();
        for (int i = 0; i < tabs.size(); i++) {
            put(Details.tabKey(module, i), tabs.get(i).header());
        }
        if (listsSayMore && menu.shortDetail().isShown()) {
            put(
                    Ids.detail(module, "no_items_text"),
                    menu.shortDetail().noItemsText().or("List is empty."));
            put(
                    Ids.detail(module, "select_text"),
                    menu.shortDetail().selectText().or("Continue"));
        }
        assertions("custom_assertion." + id + ".", menu.assertions());
        if (menu.search().active()) {
            search(module, menu.search());
        }
    }

    private void badge(String key, List<MenuSettings.Badge> badges) {
        if (!badges.isEmpty() && badges.getFirst().xpath().isBlank()) {
            put(key + ".badge", badges.getFirst().text());
        }
    }

    private void search(int module, SearchConfig search) {
        String key = "case_search." + Ids.menu(module);
        put(key, search.label().or("Search All Cases"));
        put(key, search.labelMedia());
        put(key + ".again", search.again().or("Search Again"));
        put(key + ".again", search.againMedia());
        put(key + ".inputs", search.title());
        put(key + ".description", search.description());
        for (SearchProperty property : search.properties()) {
            String at = SearchRequests.propertyKey(module, property);
            put(at, property.label().or(property.name()));
            put(at + ".hint", property.hint());
            property.required().ifPresent(required -> put(at + ".required.text", required.text()));
            for (int i = 0; i < property.validations().size(); i++) {
                put(
                        at + ".validation." + i + ".text",
                        property.validations().get(i).text());
            }
        }
    }

    private void form(int module, int index, FormSettings form) {
        String key = Ids.formText(module, index);
        put(key, counted.contains(key) ? CaseCounts.said(form.name()) : numbered(form.name()));
        put(key, form.media());
        badge(key, form.badges());
        put(key + ".submit_label", form.submitLabel());
        put(key + ".submit_notification_label", form.submitNotificationLabel());
        assertions("custom_assertion.m" + module + ".f" + index + ".", form.assertions());
    }

    private void assertions(String keys, List<Assertion> assertions) {
        for (int i = 0; i < assertions.size(); i++) {
            put(keys + i, assertions.get(i).text());
        }
    }

    private void put(String key, Texts text) {
        if (!text.isBlank()) {
            texts.put(key, text);
        }
    }

    private void put(String key, Media of) {
        if (of.hasImage()) {
            media.put(key + ".icon", of.image());
        }
        if (of.hasAudio()) {
            media.put(key + ".audio", of.audio());
        }
    }

    /** All pictures and sounds that readers of the languages see; values of mapped columns are among them. */
    Set<String> paths(List<String> languages) {
        Set<String> paths = new TreeSet<>();
        for (String language : languages) {
            media.values().forEach(path -> path.in(language).ifPresent(paths::add));
            texts.values().forEach(text -> text.in(language, languages).ifPresent(paths::add));
        }
        paths.removeIf(path -> !path.startsWith(MediaSuite.PREFIX));
        return paths;
    }
}
