// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads a document whole into an immutable tree, or refuses it.
 *
 * <p>Accepted is well-formed XML 1.0 in UTF-8, UTF-16, US-ASCII or ISO-8859-1 without a document type declaration
 * (device protocol: XML to JSON rule 6). Names follow the fourth edition: the parser knows no names in scripts that
 * came to Unicode later, such as Ethiopic; texts are free. Safe for use by any number of threads.
 */
public final class XmlReader {

    private XmlReader() {}

    /** Reads at most one byte more than the limits allow; the stream is not closed. */
    public static XmlElement read(InputStream document, XmlLimits limits) throws IOException, XmlRejected {
        return read(document.readNBytes(limits.bytes() + 1), limits);
    }

    public static XmlElement read(byte[] document, XmlLimits limits) throws XmlRejected {
        if (document.length > limits.bytes()) {
            throw new XmlRejected(
                    XmlRejected.Reason.TOO_LARGE, "the document is larger than " + limits.bytes() + " bytes");
        }
        if (isBlank(document)) {
            throw new XmlRejected(XmlRejected.Reason.EMPTY, "the document is empty");
        }
        try {
            XMLStreamReader2 parser = XmlParsers.of(document);
            try {
                return new TreeBuilder(parser, limits).tree();
            } finally {
                parser.closeCompletely();
            }
        } catch (XMLStreamException refused) {
            throw Refusals.of(refused);
        }
    }

    static boolean isBlank(byte[] document) {
        for (byte b : document) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
