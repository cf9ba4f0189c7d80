// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.util.Collection;
import java.util.List;

/** Parts of a document that changes touch, and whether two of them are in each other's way. */
public final class Places {
    private Places() {}

    /** Whether some place of one side is a place of the other, or within or around one. */
    public static boolean meet(Collection<String> one, Collection<String> other) {
        return one.stream()
                .anyMatch(here -> other.stream().anyMatch(there -> isWithin(here, there) || isWithin(there, here)));
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || outer.isEmpty() || inner.startsWith(outer + ".");
    }

    static String menu(String id) {
        return "menus[" + id + "]";
    }

    static String form(String id) {
        return "forms[" + id + "]";
    }

    static String source(String formId) {
        return form(formId) + ".source";
    }

    /** Which menus there are, and in which order. */
    static List<String> order() {
        return List.of("menus");
    }

    /** Which forms a menu has, and in which order. */
    static String formsOf(String menuId) {
        return menu(menuId) + ".forms";
    }
}
