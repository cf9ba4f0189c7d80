// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {

    private static final String LETTERS = "aZ09 &<>\"']\t\n\ré߿ࠀ힣�𐀀🙂አ";

    private static String written(XmlWriter.Content content) {
        return new String(XmlWriter.bytes(content), UTF_8);
    }

    @Test
    void elementsNestAndEmptyOnesAreShort() {
        assertThat(written(w -> w.start("a")
                        .attribute("xmlns", "u")
                        .attribute("b", "c")
                        .start("d")
                        .end()
                        .element("e", "f")
                        .element("p:g", "")
                        .text("h")
                        .fragment("<i/>".getBytes(UTF_8))
                        .end()))
                .isEqualTo("<a xmlns=\"u\" b=\"c\"><d/><e>f</e><p:g/>h<i/></a>");
    }

    @Test
    void aDeclarationNamesTheEncoding() {
        assertThat(written(w -> w.declaration().start("a").end()))
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?>\n<a/>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"&, &amp;", "<, &lt;", "]]>, ]]&gt;", "', '", "é🙂, é🙂"})
    void whatMeansSomethingInXmlIsEscaped(String text, String escaped) {
        assertThat(written(w -> w.element("a", text))).isEqualTo("<a>" + escaped + "</a>");
        assertThat(written(w -> w.start("a").attribute("b", text).end())).isEqualTo("<a b=\"" + escaped + "\"/>");
    }

    @Test
    void blanksThatAParserWouldChangeAreEscaped() {
        assertThat(written(w ->
                        w.start("a").attribute("b", " \t\n\r").text(" \t\n\r").end()))
                .isEqualTo("<a b=\" &#9;&#10;&#13;\"> \t\n&#13;</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"})
    void charactersXmlForbidsAreReplaced(String text) {
        assertThat(written(w -> w.element("a", "x" + text + "y"))).isEqualTo("<a>x\uFFFDy</a>");
        assertThat(written(w -> w.element("a", text))).isEqualTo("<a>\uFFFD</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a>", "a:", ":a", "a:b:c", "-a", "a\u0000", "a\"", "×", "a/", "\uD800"})
    void aNameThatXmlDoesNotAllowIsAMistake(String name) {
        assertThatThrownBy(() -> written(w -> w.start(name))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.start("a").attribute(name, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ስም", "ឈ្មោះ", "𐀀"})
    void aNameOfAScriptThatCameToUnicodeLateIsWritten(String name) {
        assertThat(written(w -> w.start(name).end())).isEqualTo("<" + name + "/>");
    }

    @Test
    void aQuoteEndsAValueButNoText() {
        assertThat(written(w -> w.start("a").attribute("b", "\"").text("\"").end()))
                .isEqualTo("<a b=\"&quot;\">\"</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "a-1.b", "p:a", "jina_la_mtoto", "é", "имя", "نام"})
    void aNameThatXmlAllowsIsRead(String name) throws XmlRejected {
        assertThat(XmlNames.isName(name)).isTrue();
        String declared = name.replace("p:", "xmlns:p='u' ").contains(" ") ? " xmlns:p='u'" : "";
        byte[] document = ("<" + name + declared + "/>").getBytes(UTF_8);
        assertThat(name).endsWith(XmlReader.read(document, XmlLimits.FORM).name());
    }

    @Test
    void anAttributeInTheWrongPlaceOrAnEndTooManyIsAMistake() {
        assertThatThrownBy(() -> written(w -> w.start("a").text("b").attribute("c", "d")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written(XmlWriter::end)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyLengthCrossesTheBufferWhole() throws Exception {
        for (int length = 8_180; length < 8_200; length++) {
            String text = "x".repeat(length) + "🙂é&";
            byte[] document = XmlWriter.bytes(w -> w.start("a")
                    .text(text)
                    .fragment(new byte[] {'<', 'b', '/', '>'})
                    .end());
            assertThat(XmlReader.read(document, XmlLimits.FORM).text()).isEqualTo(text);
        }
        byte[] large = ("<b>" + "y".repeat(20_000) + "</b>").getBytes(UTF_8);
        assertThat(XmlReader.read(
                                XmlWriter.bytes(
                                        w -> w.start("a").fragment(large).end()),
                                XmlLimits.FORM)
                        .child("b")
                        .orElseThrow()
                        .text())
                .hasSize(20_000);
    }

    @Test
    void flushingInTheMiddleChangesNothing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter writer = new XmlWriter(bytes);
        writer.start("a").flush();
        writer.attribute("b", "c").end().flush();
        assertThat(bytes.toString(UTF_8)).isEqualTo("<a b=\"c\"/>");
    }

    @Test
    void anyTreeWrittenIsReadBackEqual() throws XmlRejected {
        for (long seed = 0; seed < 2_000; seed++) {
            XmlElement tree = element(new Random(seed), 0);
            byte[] document = XmlWriter.bytes(w -> w.tree(tree));
            assertThat(XmlReader.read(document, XmlLimits.FORM))
                    .as("seed %d", seed)
                    .isEqualTo(tree);
        }
    }

    private static XmlElement element(Random random, int depth) {
        List<XmlAttribute> attributes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = "a" + i;
            attributes.add(new XmlAttribute(name, namespace(random), text(random)));
        }
        List<XmlElement> children = new ArrayList<>();
        for (int i = depth > 5 ? 0 : random.nextInt(4); i > 0; i--) {
            children.add(element(random, depth + 1));
        }
        return new XmlElement("e" + random.nextInt(3), namespace(random), attributes, children, text(random));
    }

    private static String namespace(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "http://example.org/a?b&c";
            case 1 -> "urn:two";
            default -> "";
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
