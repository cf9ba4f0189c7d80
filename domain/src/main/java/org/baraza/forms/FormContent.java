// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.openrosa.FormQuestion;
import org.baraza.openrosa.FormQuestions;
import org.baraza.openrosa.FormTexts;
import org.baraza.openrosa.FormTexts.FormText;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.FormJson;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form says.
 *
 * @param xml the raw bytes, as they arrived
 * @param root the same, read; empty when it cannot be
 */
public record FormContent(byte[] xml, Optional<XmlElement> root) {

    static FormContent of(byte[] xml) {
        try {
            return new FormContent(xml, Optional.of(XmlReader.read(xml, XmlLimits.FORM)));
        } catch (XmlRejected e) {
            return new FormContent(xml, Optional.empty());
        }
    }

    /** The raw bytes as text; what is no UTF-8 becomes replacement characters. */
    public String text() {
        return new String(xml, StandardCharsets.UTF_8);
    }

    /** In CommCare HQ's shape. */
    public Optional<ObjectNode> json() {
        return root.map(FormJson::of);
    }

    /** The texts that people may correct, in document order; none when it cannot be read. */
    public List<FormText> texts() {
        try {
            return FormTexts.of(EditableDocuments.read(xml, XmlLimits.FORM));
        } catch (XmlRejected unreadable) {
            return List.of();
        }
    }

    /** Questions and groups in document order; none when it cannot be read. */
    public List<FormQuestion> questions() {
        return root.map(FormQuestions::of).orElse(List.of());
    }
}
