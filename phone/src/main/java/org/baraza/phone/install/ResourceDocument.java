// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A profile or a suite as the engine reads it: the attributes of its root, its properties, and the resources that it names. */
final class ResourceDocument {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Resource> resources = new ArrayList<>();

    private ResourceDocument() {}

    static ResourceDocument read(byte[] bytes, String root) throws InstallRefused {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        ResourceDocument document = new ResourceDocument();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            xml.nextTag();
            if (!xml.getLocalName().equals(root)) {
                throw new InstallRefused("a " + root + " begins with <" + xml.getLocalName() + ">");
            }
            for (int place = 0; place < xml.getAttributeCount(); place++) {
                document.attributes.put(xml.getAttributeLocalName(place), xml.getAttributeValue(place));
            }
            document.readBody(xml);
        } catch (XMLStreamException unreadable) {
            throw new InstallRefused("not well-formed: " + unreadable.getMessage());
        }
        return document;
    }

    private void readBody(XMLStreamReader xml) throws XMLStreamException, InstallRefused {
        String parent = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "resource" -> resources.add(resource(xml, parent));
                case "property" -> properties.put(needed(xml, "key"), needed(xml, "value"));
                default -> parent = xml.getLocalName();
            }
        }
    }

    private static Resource resource(XMLStreamReader xml, String parent) throws XMLStreamException, InstallRefused {
        String id = needed(xml, "id");
        int version = wholeNumber(needed(xml, "version"));
        List<String> remote = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String authority = needed(xml, "authority");
            String location = xml.getElementText().strip();
            if (authority.equals("remote")) {
                remote.add(location);
            }
        }
        return new Resource(id, version, parent, remote);
    }

    private static String needed(XMLStreamReader xml, String attribute) throws InstallRefused {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            throw new InstallRefused("<" + xml.getLocalName() + "> has no " + attribute);
        }
        return value;
    }

    static int wholeNumber(String text) throws InstallRefused {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new InstallRefused("no whole number: " + text);
        }
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    int version() throws InstallRefused {
        Optional<String> version = attribute("version");
        if (version.isEmpty()) {
            throw new InstallRefused("no version");
        }
        return wholeNumber(version.get());
    }

    Map<String, String> properties() {
        return properties;
    }

    List<Resource> resources() {
        return resources;
    }
}
