// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.baraza.apps.compile.Build;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of a build as a test looks into them, with the prefixes of the vectors. */
public final class BuiltFiles {
    private static final Map<String, String> PREFIXES = Map.of(
            "h", "http://www.w3.org/1999/xhtml",
            "x", "http://www.w3.org/2002/xforms",
            "jr", "http://openrosa.org/javarosa",
            "orx", "http://openrosa.org/jr/xforms",
            "cc", "http://commcarehq.org/xforms",
            "c", "http://commcarehq.org/case/transaction/v2");

    private final Build build;
    private final Map<String, Document> parsed = new HashMap<>();

    public BuiltFiles(Build build) {
        this.build = build;
    }

    public String string(String file, String xpath) {
        return evaluate(file, xpath, String.class);
    }

    public boolean holds(String file, String xpath) {
        return evaluate(file, xpath, Boolean.class);
    }

    /** The value of a key in a file of texts. */
    public Optional<String> text(String file, String key) {
        return new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    public String content(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        return build.file(file).orElseThrow(() -> new AssertionError("no file " + file));
    }

    private <T> T evaluate(String file, String expression, Class<T> type) {
        Document document = parsed.computeIfAbsent(file, this::parse);
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext(new Namespaces(namespaceOfData(document)));
        try {
            return xpath.evaluateExpression(expression, document, type);
        } catch (XPathExpressionException bad) {
            throw new AssertionError(expression, bad);
        }
    }

    private Document parse(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(file)));
        } catch (Exception bad) {
            throw new AssertionError(file, bad);
        }
    }

    private static String namespaceOfData(Document document) {
        try {
            NodeList data = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            "//*[local-name()='model']/*[local-name()='instance'][1]/*",
                            document,
                            XPathConstants.NODESET);
            return data.getLength() == 0 ? "urn:none" : ((Element) data.item(0)).getNamespaceURI();
        } catch (XPathExpressionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private record Namespaces(String data) implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return prefix.equals("d") ? data : PREFIXES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public String getPrefix(String namespace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            return List.<String>of().iterator();
        }
    }
}
