// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes XML as UTF-8 to a stream, as it comes, with a small buffer of its own.
 *
 * <p>What is written is well-formed as long as every {@link #start} has its {@link #end}: names are checked, text and
 * values are escaped, and characters XML 1.0 forbids become U+FFFD. Namespaces are the caller's business: declare them
 * with {@code attribute("xmlns", …)}. Not safe for several threads at once; the stream is never closed.
 */
public final class XmlWriter {
    private static final int MOST_NAMES = 2_000;

    private final XmlBytes out;
    /** Names as they are written; a payload says few of them very often. */
    private final Map<String, byte[]> names = new HashMap<>();

    private final List<byte[]> open = new ArrayList<>();
    private boolean inStartTag;

    public XmlWriter(OutputStream out) {
        this.out = new XmlBytes(out);
    }

    /** What a piece of writing makes, in memory. */
    public static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            XmlWriter writer = new XmlWriter(bytes);
            content.writeTo(writer);
            writer.flush();
        } catch (IOException impossible) {
            throw new AssertionError("memory does not fail to take bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /** Something that can be written as XML. */
    @FunctionalInterface
    public interface Content {
        void writeTo(XmlWriter writer) throws IOException;
    }

    /** {@code <?xml version='1.0' encoding='UTF-8'?>} and a line end. */
    public XmlWriter declaration() throws IOException {
        out.markup("<?xml version='1.0' encoding='UTF-8'?>\n");
        return this;
    }

    /**
     * Begins an element.
     *
     * @throws IllegalArgumentException if the name is not one XML allows
     */
    public XmlWriter start(String name) throws IOException {
        byte[] written = name(name);
        closeStartTag();
        out.markup('<');
        out.bytes(written, 0, written.length);
        open.add(written);
        inStartTag = true;
        return this;
    }

    /** An attribute, or a namespace declaration, of the element just started. */
    public XmlWriter attribute(String name, String value) throws IOException {
        byte[] written = name(name);
        if (!inStartTag) {
            throw new IllegalStateException("an attribute must follow the start of its element");
        }
        out.markup(' ');
        out.bytes(written, 0, written.length);
        out.markup("=\"");
        out.attributeValue(value);
        out.markup('"');
        return this;
    }

    public XmlWriter text(String text) throws IOException {
        if (!text.isEmpty()) {
            closeStartTag();
            out.text(text);
        }
        return this;
    }

    public XmlWriter end() throws IOException {
        if (open.isEmpty()) {
            throw new IllegalStateException("no element is open");
        }
        byte[] name = open.removeLast();
        if (inStartTag) {
            out.markup("/>");
            inStartTag = false;
        } else {
            out.markup("</");
            out.bytes(name, 0, name.length);
            out.markup('>');
        }
        return this;
    }

    /** An element with nothing but text. */
    public XmlWriter element(String name, String text) throws IOException {
        return start(name).text(text).end();
    }

    /** A fragment that is well-formed UTF-8 XML already, copied as it is. */
    public XmlWriter fragment(byte[] xml) throws IOException {
        return fragment(xml, 0, xml.length);
    }

    public XmlWriter fragment(byte[] xml, int from, int length) throws IOException {
        closeStartTag();
        out.bytes(xml, from, length);
        return this;
    }

    /** A whole tree, with the namespace declarations it needs. */
    public XmlWriter tree(XmlElement element) throws IOException {
        new XmlTree(this).write(element, "");
        return this;
    }

    /** Sends everything written so far to the stream and flushes it. */
    public void flush() throws IOException {
        out.flush();
    }

    private void closeStartTag() throws IOException {
        if (inStartTag) {
            out.markup('>');
            inStartTag = false;
        }
    }

    private byte[] name(String name) {
        byte[] known = names.get(name);
        if (known != null) {
            return known;
        }
        if (!XmlNames.isName(name)) {
            throw new IllegalArgumentException("not a name in XML");
        }
        if (names.size() == MOST_NAMES) {
            names.clear();
        }
        byte[] written = name.getBytes(StandardCharsets.UTF_8);
        names.put(name, written);
        return written;
    }
}
