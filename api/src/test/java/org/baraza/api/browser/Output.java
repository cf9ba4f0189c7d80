// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.browser;

/** Passes on what a child process says, line by line: its own streams belong to Maven. */
record Output(String who) {
    static Output to(String who) {
        return new Output(who);
    }

    @SuppressWarnings("SystemOut")
    void line(String text) {
        System.out.println("[" + who + "] " + text);
    }
}
