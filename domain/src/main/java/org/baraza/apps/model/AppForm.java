// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** A form of an app: its place, its name and what it does with cases; its questions are in its source. */
public sealed interface AppForm permits BasicForm, AdvancedForm {

    FormSettings settings();

    default String uniqueId() {
        return settings().uniqueId();
    }

    /** The form whose questions it shows: itself, but for one that shadows another. */
    default String sourceId() {
        return uniqueId();
    }

    default Texts name() {
        return settings().name();
    }

    default String xmlns() {
        return settings().xmlns();
    }
}
