// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The one place where XML parsers are made: no DTD, no external entity, no entity expansion, and ceilings that hold
 * before an element reaches the tree builder.
 */
final class XmlParsers {

    static final int DEPTH_CEILING = 1_000;
    static final int ATTRIBUTES_CEILING = 256;
    static final int TEXT_CEILING = 1024 * 1024;

    private static final Set<String> ENCODINGS =
            Set.of("UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859-1", "ISO8859-1", "LATIN1");

    /** Thread-safe once configured; it is never touched again. */
    private static final WstxInputFactory FACTORY = hardened();

    private XmlParsers() {}

    static XMLStreamReader2 of(byte[] document) throws XMLStreamException, XmlRejected {
        Optional<String> wide = WideEncoding.decoded(document);
        XMLStreamReader2 parser = wide.isPresent()
                ? (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(wide.get()))
                : (XMLStreamReader2) FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
        requireKnownEncoding(parser.getCharacterEncodingScheme(), wide.isPresent());
        if (wide.isEmpty() && isUtf8(parser.getCharacterEncodingScheme())) {
            Utf8.requireValid(document);
        }
        if (parser.getVersion() != null && !"1.0".equals(parser.getVersion())) {
            throw new XmlRejected(XmlRejected.Reason.VERSION, "only XML 1.0 is accepted");
        }
        return parser;
    }

    private static void requireKnownEncoding(@Nullable String declared, boolean wide) throws XmlRejected {
        if (declared == null) {
            return;
        }
        String name = declared.toUpperCase(Locale.ROOT);
        if (wide ? !name.startsWith("UTF-16") : !ENCODINGS.contains(name)) {
            throw new XmlRejected(
                    XmlRejected.Reason.ENCODING, "the encoding must be UTF-8, UTF-16, US-ASCII or ISO-8859-1");
        }
    }

    private static boolean isUtf8(@Nullable String declared) {
        return declared == null || declared.regionMatches(true, 0, "UTF", 0, 3);
    }

    private static WstxInputFactory hardened() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH_CEILING);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES_CEILING);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, TEXT_CEILING);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        factory.setProperty(XMLInputFactory.RESOLVER, (XMLResolver) (publicId, systemId, base, name) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }
}
