// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class XmlReaderTest {

    private static XmlElement read(String document) throws XmlRejected {
        return XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM);
    }

    @Test
    void anElementHasItsNamesAttributesChildrenAndText() throws XmlRejected {
        XmlElement root = read("<v xmlns='u' a='1' xmlns:p='w' p:b='2'>t<c>x</c><p:c>y</p:c>tail<d xmlns=''/></v>");
        assertThat(root)
                .isEqualTo(new XmlElement(
                        "v",
                        "u",
                        List.of(new XmlAttribute("a", "", "1"), new XmlAttribute("b", "w", "2")),
                        List.of(
                                new XmlElement("c", "u", List.of(), List.of(), "x"),
                                new XmlElement("c", "w", List.of(), List.of(), "y"),
                                new XmlElement("d", "", List.of(), List.of(), "")),
                        "t"));
        assertThat(root.child("c").map(XmlElement::text)).contains("x");
        assertThat(root.child("e")).isEmpty();
        assertThat(root.children("c")).extracting(XmlElement::text).containsExactly("x", "y");
        assertThat(root.attribute("a")).contains("1");
        assertThat(root.attribute("b")).as("a namespaced attribute").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<d>a<!-- c -->b</d>, ab",
                "<d>a<?p i?>b</d>, ab",
                "<d><![CDATA[a < b]]></d>, a < b",
                "<d>a<![CDATA[<b>]]>c</d>, a<b>c",
                "<d>&lt;&gt;&amp;&quot;&apos;</d>, <>&\"'",
                "<d>&#65;&#x1F642;</d>, A🙂",
                "<d>` a `</d>, ` a `",
                "<d><!-- c --></d>, ``",
                "<d><!-- c -->a<e/>b</d>, a"
            })
    void textIsWhatStandsBeforeTheFirstChild(String document, String text) throws XmlRejected {
        assertThat(read(document.replace("`", "")).text()).isEqualTo(text);
    }

    @Test
    void lineEndsBecomeOneCharacter() throws XmlRejected {
        assertThat(read("<d a='x\r\ny'>1\r\n2\r3</d>"))
                .isEqualTo(new XmlElement("d", "", List.of(new XmlAttribute("a", "", "x y")), List.of(), "1\n2\n3"));
    }

    @Test
    void aTextLongerThanTheParsersBufferStaysWhole() throws XmlRejected {
        String text = "ab&amp;".repeat(50_000);
        assertThat(read("<d>" + text + "</d>").text()).isEqualTo("ab&".repeat(50_000));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("", "", UTF_8),
                Arguments.of("\uFEFF", "", UTF_8),
                Arguments.of("\uFEFF", "utf-8", UTF_8),
                Arguments.of("\uFEFF", "UTF-16", UTF_16BE),
                Arguments.of("\uFEFF", "", UTF_16LE),
                Arguments.of("", "UTF-16", UTF_16BE),
                Arguments.of("", "UTF-16LE", UTF_16LE),
                Arguments.of("", "ISO-8859-1", ISO_8859_1),
                Arguments.of("", "iso-8859-1", ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingDevicesUseIsRead(String mark, String declared, Charset charset) throws XmlRejected {
        String declaration = declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
        byte[] document = (mark + declaration + "<d>é</d>").getBytes(charset);
        assertThat(XmlReader.read(document, XmlLimits.FORM).text()).isEqualTo("é");
    }

    @Test
    void anAsciiDocumentIsRead() throws XmlRejected {
        assertThat(read("<?xml version='1.0' encoding='us-ascii'?><d>e</d>").text())
                .isEqualTo("e");
    }

    @Test
    void aStreamIsReadToItsEndAndNoFurtherThanTheLimit() throws Exception {
        byte[] document = "<d>1234567890</d>".getBytes(UTF_8);
        assertThat(XmlReader.read(new ByteArrayInputStream(document), XmlLimits.FORM)
                        .text())
                .isEqualTo("1234567890");
        ByteArrayInputStream large = new ByteArrayInputStream(new byte[1_000]);
        assertThatThrownBy(() -> XmlReader.read(large, XmlLimits.FORM.withBytes(10)))
                .isInstanceOf(XmlRejected.class);
        assertThat(large.available()).isEqualTo(1_000 - 11);
    }

    @Test
    void limitsMustBeWithinWhatTheParserHolds() {
        assertThatThrownBy(() -> new XmlLimits(1, 1_001, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new XmlLimits(0, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
