// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.Condition;
import org.baraza.apps.model.FormSettings;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.OpenAdvanced;
import org.baraza.apps.model.OpenSubcase;
import org.baraza.apps.model.Update;

/** What is different about a form's settings and what it does with cases. */
final class FormComparison {
    private final Changes changes;
    private final String place;

    FormComparison(Changes changes, String place) {
        this.changes = changes;
        this.place = place;
    }

    void compare(AppForm was, AppForm is) {
        FormSettings old = was.settings();
        FormSettings now = is.settings();
        changes.text(place, "The display condition", old.filter(), now.filter());
        changes.text(
                place,
                "Where it leads afterwards",
                old.after().word(),
                now.after().word());
        changes.flag(place, false, !old.links().equals(now.links()), "Its links to other forms are others", "");
        if (was instanceof BasicForm basicBefore && is instanceof BasicForm basicNow) {
            basic(basicBefore, basicNow);
        } else if (was instanceof AdvancedForm severalBefore && is instanceof AdvancedForm severalNow) {
            several(severalBefore, severalNow);
        } else {
            changes.changed(place, "It works with cases in another way, because its menu is of another kind");
        }
    }

    private void basic(BasicForm was, BasicForm is) {
        changes.flag(
                place,
                was.requiresCase(),
                is.requiresCase(),
                "A case must be chosen before it now",
                "No case is chosen before it any more");
        changes.flag(place, was.opensCase(), is.opensCase(), "It opens a case now", "It opens no case any more");
        condition(
                "opens a case",
                was.actions().openCase().condition(),
                is.actions().openCase().condition());
        changes.text(
                place,
                "The question that names the case",
                was.actions().openCase().name().question(),
                is.actions().openCase().name().question());
        updates(
                "",
                was.actions().updateCase().byProperty(),
                is.actions().updateCase().byProperty());
        condition("closes the case", was.actions().closeCase(), is.actions().closeCase());
        map(
                "The property that fills",
                was.actions().preload().byQuestion(),
                is.actions().preload().byQuestion());
        List<OpenSubcase> before = was.actions().subcases();
        List<OpenSubcase> after = is.actions().subcases();
        changes.flag(place, false, !before.equals(after), "It opens child cases in another way", "");
        updates(
                " of the user",
                was.actions().usercaseUpdate().byProperty(),
                is.actions().usercaseUpdate().byProperty());
    }

    private void condition(String what, Condition was, Condition is) {
        if (was.equals(is)) {
            return;
        }
        changes.text(place, "When it " + what, words(was), words(is));
    }

    private static String words(Condition condition) {
        return switch (condition.type()) {
            case NEVER -> "never";
            case ALWAYS -> "always";
            case IF -> condition.expression().orElse("");
        };
    }

    private void updates(String of, Map<String, Update> was, Map<String, Update> is) {
        Map<String, String> before = new TreeMap<>();
        was.forEach((property, update) -> before.put(property, said(update)));
        Map<String, String> after = new TreeMap<>();
        is.forEach((property, update) -> after.put(property, said(update)));
        map("What is saved to the property" + of, before, after);
    }

    private static String said(Update update) {
        return update.question() + (update.onlyIfChanged() ? " if it changed" : "");
    }

    private void map(String what, Map<String, String> was, Map<String, String> is) {
        Map<String, String> all = new TreeMap<>(was);
        all.putAll(is);
        all.keySet()
                .forEach(key ->
                        changes.text(place, what + " " + key, was.getOrDefault(key, ""), is.getOrDefault(key, "")));
    }

    private void several(AdvancedForm was, AdvancedForm is) {
        changes.lists(was.loads(), is.loads(), LoadCase::tag, new Said<>("chooses", LoadCase::tag));
        changes.lists(was.opens(), is.opens(), OpenAdvanced::tag, new Said<>("opens", OpenAdvanced::tag));
    }

    private final class Said<T> implements Changes.Each<T> {
        private final String verb;
        private final Function<T, String> tag;

        Said(String verb, Function<T, String> tag) {
            this.verb = verb;
            this.tag = tag;
        }

        @Override
        public void added(T item) {
            changes.added(place, "It " + verb + " the case " + tag.apply(item) + " now");
        }

        @Override
        public void removed(T item) {
            changes.removed(place, "The case " + tag.apply(item) + ", which it " + verb + ", is gone");
        }

        @Override
        public void both(T before, T after) {
            if (!before.equals(after)) {
                changes.changed(place, "It " + verb + " the case " + tag.apply(after) + " in another way");
            }
        }
    }
}
