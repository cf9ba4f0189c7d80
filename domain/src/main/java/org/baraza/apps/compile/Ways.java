// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds the ways to the menus and forms of an app (generated build, section 8.4). */
final class Ways {
    private final Menus menus;
    private final Sessions sessions;

    Ways(Menus menus, Sessions sessions) {
        this.menus = menus;
        this.sessions = sessions;
    }

    /** Through the menus above, with what is chosen in each of them, to a menu. */
    Way toMenu(int module) throws CannotBuild {
        OptionalInt parent = menus.parent(module);
        Way way = parent.isEmpty() ? new Way(List.of()) : toItemsOf(parent.getAsInt());
        return menus.module(module).menu().putInRoot() ? way : way.then(new Way.Command(Ids.menu(module)));
    }

    /** To a menu and past what all of its forms begin with, which is asked before its items show. */
    Way toItemsOf(int module) throws CannotBuild {
        return toMenu(module).then(sessions.common(together(module)));
    }

    /** The menus whose forms show as one: all that are put on the home screen, or one by itself. */
    private List<Integer> together(int module) {
        return menus.menuId(module).equals(Menus.HOME)
                ? IntStream.range(0, menus.count())
                        .filter(other -> menus.module(other).menu().putInRoot())
                        .boxed()
                        .toList()
                : List.of(module);
    }

    /**
     * The screen before a form: the menus above with what all forms of both begin with, and the form without what is chosen
     * last.
     */
    Way before(ShownForm form) throws CannotBuild {
        int module = form.module();
        OptionalInt parent = menus.parent(module);
        if (parent.isEmpty() || menus.menuId(module).equals(Menus.HOME)) {
            return toForm(form).before();
        }
        Way way = new Way(List.of());
        String above = menus.menuId(parent.getAsInt());
        String own = menus.menuId(module);
        if (!above.equals(Menus.HOME)) {
            way = way.then(new Way.Command(above));
        }
        if (!own.equals(above)) {
            way = way.then(new Way.Command(own));
        }
        return way.then(sessions.common(List.of(module, parent.getAsInt())))
                .then(new Way.Command(form.command()))
                .then(sessions.of(form).datums())
                .before();
    }

    Way toForm(ShownForm form) throws CannotBuild {
        return toItemsOf(form.module())
                .then(new Way.Command(form.command()))
                .then(sessions.of(form).datums());
    }
}
