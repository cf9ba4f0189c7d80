// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.baraza.apps.model.Texts;
import org.jspecify.annotations.Nullable;

/** Collects changes while two versions are gone through side by side. */
final class Changes {
    private final List<Change> all = new ArrayList<>();

    List<Change> all() {
        return List.copyOf(all);
    }

    void added(String place, String sentence) {
        all.add(new Change(Change.Kind.ADDED, place, sentence));
    }

    void removed(String place, String sentence) {
        all.add(new Change(Change.Kind.REMOVED, place, sentence));
    }

    void changed(String place, String sentence) {
        all.add(new Change(Change.Kind.CHANGED, place, sentence));
    }

    /** A text of the app that may have been blank before, or be blank now. */
    void text(String place, String what, String before, String after) {
        String was = before.strip();
        String is = after.strip();
        if (was.equals(is)) {
            return;
        }
        if (was.isEmpty()) {
            changed(place, what + " is now \"" + is + "\"");
        } else if (is.isEmpty()) {
            changed(place, what + " \"" + was + "\" was taken away");
        } else {
            changed(place, what + " changed from \"" + was + "\" to \"" + is + "\"");
        }
    }

    void flag(String place, boolean before, boolean after, String nowTrue, String nowFalse) {
        if (before != after) {
            changed(place, after ? nowTrue : nowFalse);
        }
    }

    /** Whether what both have stands in another order. */
    void order(String place, String what, List<String> was, List<String> is) {
        List<String> stayedBefore = new ArrayList<>(was);
        stayedBefore.retainAll(new HashSet<>(is));
        List<String> stayedAfter = new ArrayList<>(is);
        stayedAfter.retainAll(new HashSet<>(was));
        if (!stayedBefore.equals(stayedAfter)) {
            changed(place, what + " stand in another order");
        }
    }

    /** A text in every language that either version has it in. */
    void texts(String place, String what, Texts was, Texts is) {
        Set<String> languages = new TreeSet<>(was.byLanguage().keySet());
        languages.addAll(is.byLanguage().keySet());
        languages.forEach(language -> text(
                place,
                what + " in " + language,
                was.in(language).orElse(""),
                is.in(language).orElse("")));
    }

    /** What only one of two lists has is new or gone; what both have is compared. */
    <T> void lists(List<T> before, List<T> after, Function<T, String> key, Each<T> each) {
        Set<String> keys = new LinkedHashSet<>();
        after.forEach(item -> keys.add(key.apply(item)));
        before.forEach(item -> keys.add(key.apply(item)));
        for (String one : keys) {
            T was = find(before, key, one);
            T is = find(after, key, one);
            if (was == null) {
                each.added(Objects.requireNonNull(is));
            } else if (is == null) {
                each.removed(was);
            } else {
                each.both(was, is);
            }
        }
    }

    private static <T> @Nullable T find(List<T> items, Function<T, String> key, String wanted) {
        for (T item : items) {
            if (key.apply(item).equals(wanted)) {
                return item;
            }
        }
        return null;
    }

    /** What is said of the items of two lists. */
    interface Each<T> {
        void added(T item);

        void removed(T item);

        void both(T before, T after);
    }
}
