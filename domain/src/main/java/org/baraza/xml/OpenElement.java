// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element whose end tag has not come yet. */
final class OpenElement {

    private final String name;
    private final String namespace;
    private final List<XmlAttribute> attributes;
    private @Nullable List<XmlElement> children;
    private String text = "";
    private @Nullable StringBuilder longText;

    OpenElement(String name, String namespace, List<XmlAttribute> attributes) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
    }

    /** Text after a child is lost (device protocol: XML to JSON rule 5). */
    boolean keepsText() {
        return children == null;
    }

    /** Adds a piece of text unless the whole would be longer than allowed; says whether it fitted. */
    boolean text(char[] characters, int start, int length, int maximum, BlankTexts blanks) {
        int already = longText == null ? text.length() : longText.length();
        if (already + length > maximum) {
            return false;
        }
        if (already == 0) {
            text = blanks.text(characters, start, length);
        } else {
            if (longText == null) {
                longText = new StringBuilder(text);
            }
            longText.append(characters, start, length);
        }
        return true;
    }

    void child(XmlElement child) {
        if (children == null) {
            children = new ArrayList<>();
        }
        children.add(child);
    }

    XmlElement closed() {
        return new XmlElement(
                name,
                namespace,
                attributes,
                children == null ? List.of() : children,
                longText == null ? text : longText.toString());
    }
}
