// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** Which of the menus below the home screen are grids. */
public enum GridMenus {
    NONE,
    ALL,
    /** Those that say so themselves. */
    SOME;

    static GridMenus of(String text) {
        return switch (text) {
            case "all" -> ALL;
            case "some" -> SOME;
            default -> NONE;
        };
    }
}
