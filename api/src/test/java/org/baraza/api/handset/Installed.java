// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.handset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code InstallCommand} left in a folder: the profile's properties, the forms, and what the suite asks before each. */
final class Installed {
    private static final String XFORMS = "http://www.w3.org/2002/xforms";

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Document> suites = new ArrayList<>();
    private final Map<String, String> forms = new LinkedHashMap<>();

    private Installed() {}

    static Installed in(Path folder) throws IOException {
        Installed installed = new Installed();
        for (String line : Files.readAllLines(folder.resolve("installed.tsv"))) {
            String[] part = line.split("\t", -1);
            installed.add(part[2], Files.readAllBytes(folder.resolve(part[4])));
        }
        return installed;
    }

    private void add(String kind, byte[] content) throws IOException {
        switch (kind) {
            case "profile" ->
                elements(document(content), "property")
                        .forEach(property ->
                                properties.put(property.getAttribute("key"), property.getAttribute("value")));
            case "suite" -> suites.add(document(content));
            case "xform" -> {
                Element title = elements(document(content), "title").getFirst();
                forms.put(title.getTextContent(), new String(content, StandardCharsets.UTF_8));
            }
            default -> {}
        }
    }

    String property(String key) {
        return needed(properties.get(key), "property " + key);
    }

    /** The form that people know by that name. */
    String form(String name) {
        return needed(forms.get(name), "form " + name + " among " + forms.keySet());
    }

    /** The suite's datums of the form's entry: their ids, each with its function, or empty for a case to be chosen. */
    Map<String, String> datums(String form) throws IOException {
        String xmlns = xmlns(form);
        Map<String, String> datums = new LinkedHashMap<>();
        for (Document suite : suites) {
            for (Element entry : elements(suite, "entry")) {
                List<Element> named = elements(entry, "form");
                if (!named.isEmpty()
                        && named.getFirst().getTextContent().strip().equals(xmlns)) {
                    elements(entry, "datum")
                            .forEach(datum -> datums.put(datum.getAttribute("id"), datum.getAttribute("function")));
                }
            }
        }
        return datums;
    }

    private static String xmlns(String form) throws IOException {
        Document read = document(form.getBytes(StandardCharsets.UTF_8));
        NodeList instances = read.getElementsByTagNameNS(XFORMS, "instance");
        for (var child = instances.item(0).getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element data) {
                return data.getNamespaceURI();
            }
        }
        throw new NoSuchElementException("main instance");
    }

    private static <T> T needed(@org.jspecify.annotations.Nullable T found, String what) {
        if (found == null) {
            throw new NoSuchElementException(what);
        }
        return found;
    }

    private static Document document(byte[] content) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
