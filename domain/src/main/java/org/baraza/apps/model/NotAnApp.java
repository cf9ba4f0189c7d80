// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** A document that cannot be read as an app; the message says why in plain words. */
public final class NotAnApp extends Exception {
    private static final long serialVersionUID = 1L;

    NotAnApp(String message) {
        super(message, null, false, true);
    }
}
