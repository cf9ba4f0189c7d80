// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Something that is done to an app. Menus and forms are named by their unique ids, which moving never changes. */
public sealed interface AppChange {

    /**
     * Puts a value into the document.
     *
     * @param path names of keys with dots between them, of the app, or behind {@code menus[ID]} or {@code forms[ID]}
     * @param value null or missing takes away what is there
     */
    record Put(String path, JsonNode value) implements AppChange {}

    /** What a new menu has (app model, section 3). */
    enum MenuKind {
        /** Forms that are about one case each. */
        BASIC,
        /** Forms that may choose and open several cases each. */
        ADVANCED,
        /** The forms of another menu, with lists, conditions and a place of its own. */
        SHADOW
    }

    /**
     * Adds a menu. A shadow of a menu that has others below it comes with shadows of these.
     *
     * @param caseType empty for surveys; a shadow has that of its source
     * @param sourceMenuId whose forms a shadow shows
     * @param position last when empty
     */
    record AddMenu(
            String name, MenuKind kind, String caseType, Optional<String> sourceMenuId, Optional<Integer> position)
            implements AppChange {}

    /** What a new form is for. */
    enum FormKind {
        /** Touches no case. */
        SURVEY,
        /** Opens a case. */
        REGISTRATION,
        /** Is about a case that is chosen first. */
        FOLLOWUP
    }

    /** Adds a form to a menu, with the questions that its kind cannot be without. */
    record AddForm(String menuId, String name, FormKind kind, Optional<Integer> position) implements AppChange {}

    /** Adds a form beside another, with the same questions and a namespace of its own. */
    record CopyForm(String formId, String name) implements AppChange {}

    /** Takes a menu with its forms, or a form, away. */
    record Remove(String id) implements AppChange {}

    /**
     * Puts a menu, or a form, to another place.
     *
     * @param menuId for a form, the menu it goes to; where it is when empty
     */
    record Move(String id, Optional<String> menuId, int position) implements AppChange {}

    /**
     * Replaces the XForm of a form.
     *
     * @param basedOn digest of the source that this one was made from; empty to replace whatever there is
     */
    record PutSource(String formId, String source, Optional<String> basedOn) implements AppChange {}

    /**
     * Says which content is shown under a path of media.
     *
     * @param path as forms name it
     * @param mediaType the class in its address: {@code CommCareImage}, …
     */
    record PutMedia(String path, String mediaId, String mediaType) implements AppChange {}
}
