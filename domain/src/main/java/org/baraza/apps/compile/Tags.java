// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import org.baraza.apps.model.Media;
import org.baraza.apps.model.MenuSettings;
import org.baraza.xml.EditableElement;

/** Pieces that the files of a build are put together from. */
final class Tags {
    private Tags() {}

    static EditableElement tag(String name) {
        return EditableElement.of(name);
    }

    /** A text that is looked up by its key. */
    static EditableElement text(String key) {
        return tag("text").add(tag("locale").set("id", key));
    }

    static EditableElement text(String key, String form) {
        return text(key).set("form", form);
    }

    /** The text of a command or a menu, with picture and sound if it has any. */
    static EditableElement display(String key, Media media) {
        return media.isEmpty() ? text(key) : displayed(key, media);
    }

    /** The same with a mark on it, if it has any: a text, or an expression. */
    static EditableElement display(String key, Media media, List<MenuSettings.Badge> badges) {
        return display(key, key, media, badges);
    }

    /** The same under the name of something else. */
    static EditableElement display(String nameKey, String key, Media media, List<MenuSettings.Badge> badges) {
        if (badges.isEmpty()) {
            return media.isEmpty() ? text(nameKey) : displayed(nameKey, key, media);
        }
        MenuSettings.Badge badge = badges.getFirst();
        return displayed(nameKey, key, media)
                .add(
                        badge.xpath().isBlank()
                                ? text(key + ".badge", "badge")
                                : tag("text")
                                        .set("form", "badge")
                                        .add(xpath(Hashtags.WITHOUT_CASE.expand(badge.xpath()))));
    }

    /** The same where a display is always wanted. */
    static EditableElement displayed(String key, Media media) {
        return displayed(key, key, media);
    }

    private static EditableElement displayed(String nameKey, String key, Media media) {
        EditableElement display = tag("display").add(text(nameKey));
        if (media.hasImage()) {
            display.add(text(key + ".icon", "image"));
        }
        if (media.hasAudio()) {
            display.add(text(key + ".audio", "audio"));
        }
        return display;
    }

    static EditableElement xpath(String function) {
        return tag("xpath").set("function", function);
    }
}
