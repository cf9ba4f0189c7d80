// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.OptionalInt;

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
        return toMenu(module).then(sessions.common(module));
    }

    Way toForm(ShownForm form) throws CannotBuild {
        return toItemsOf(form.module())
                .then(new Way.Command(form.command()))
                .then(sessions.of(form).datums());
    }
}
