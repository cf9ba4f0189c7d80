// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes parsed elements back: elements in default namespaces, namespaced attributes with prefixes of their own. */
final class XmlTree {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final XmlWriter out;

    XmlTree(XmlWriter out) {
        this.out = out;
    }

    void write(XmlElement element, String defaultNamespace) throws IOException {
        out.start(element.name());
        if (!element.namespace().equals(defaultNamespace)) {
            out.attribute("xmlns", element.namespace());
        }
        writeAttributes(element.attributes());
        out.text(element.text());
        for (XmlElement child : element.children()) {
            write(child, element.namespace());
        }
        out.end();
    }

    private void writeAttributes(List<XmlAttribute> attributes) throws IOException {
        List<String> declared = new ArrayList<>(0);
        for (XmlAttribute attribute : attributes) {
            String namespace = attribute.namespace();
            if (namespace.isEmpty()) {
                out.attribute(attribute.name(), attribute.value());
            } else if (namespace.equals(XML_NAMESPACE)) {
                out.attribute("xml:" + attribute.name(), attribute.value());
            } else {
                if (!declared.contains(namespace)) {
                    declared.add(namespace);
                    out.attribute("xmlns:a" + declared.indexOf(namespace), namespace);
                }
                out.attribute("a" + declared.indexOf(namespace) + ":" + attribute.name(), attribute.value());
            }
        }
    }
}
