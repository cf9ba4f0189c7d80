// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.xml.XmlRejected.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents meant to read files, call out, fill the heap or hold a thread. */
class HostileXmlTest {

    private static final Duration QUICK = Duration.ofSeconds(1);

    private static XmlRejected refused(byte[] document) {
        long before = System.nanoTime();
        XmlRejected refusal = catchThrowableOfType(XmlRejected.class, () -> XmlReader.read(document, XmlLimits.FORM));
        assertThat(refusal).as("the refusal").isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(QUICK);
        return refusal;
    }

    private static Reason reason(String document) {
        return refused(document.getBytes(UTF_8)).reason();
    }

    @Nested
    class Entities {

        @Test
        void anExternalEntityIsNeverFetched() throws IOException {
            try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                trap.setSoTimeout(300);
                String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
                assertThat(reason("<!DOCTYPE d SYSTEM '" + url + "'><d/>")).isEqualTo(Reason.DOCTYPE);
                assertThat(reason("<!DOCTYPE d [<!ENTITY x SYSTEM '" + url + "'>]><d>&x;</d>"))
                        .isEqualTo(Reason.DOCTYPE);
                assertThat(reason("<!DOCTYPE d [<!ENTITY % x SYSTEM '" + url + "'> %x;]><d/>"))
                        .isEqualTo(Reason.DOCTYPE);
                assertThat(reason("<d xmlns:x='http://www.w3.org/2001/XInclude' a='&" + url + ";'/>"))
                        .isIn(Reason.NOT_WELL_FORMED, Reason.ENTITY);
                assertThat(catchThrowableOfType(SocketTimeoutException.class, trap::accept))
                        .as("nobody called")
                        .isNotNull();
            }
        }

        @Test
        void aFileIsNeverRead() {
            assertThat(reason("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>"))
                    .isEqualTo(Reason.DOCTYPE);
        }

        @Test
        void entitiesThatMultiplyAreNeverExpanded() {
            String laughs = IntStream.range(1, 12)
                    .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                    .collect(Collectors.joining("", "<!DOCTYPE d [<!ENTITY l0 'ha'>", "]><d>&l11;</d>"));
            assertThat(reason(laughs)).isEqualTo(Reason.DOCTYPE);
            assertThat(reason("<!DOCTYPE d [<!ENTITY q '" + "a".repeat(100_000) + "'>]><d>" + "&q;".repeat(100_000)
                            + "</d>"))
                    .isEqualTo(Reason.DOCTYPE);
            assertThat(reason("<!DOCTYPE d [" + "<!ENTITY a 'b'>".repeat(400_000) + "]><d/>"))
                    .isEqualTo(Reason.DOCTYPE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<d>&nbsp;</d>", "<d a='&nbsp;'/>", "<d><e/>&copy;</d>"})
        void anEntityThatXmlDoesNotKnowIsRefused(String document) {
            assertThat(reason(document)).isEqualTo(Reason.ENTITY);
        }
    }

    @Nested
    class Sizes {

        @ParameterizedTest
        @ValueSource(ints = {257, 1_000, 10_000, 100_000})
        void deepNestingIsRefused(int depth) {
            assertThat(reason("<a>".repeat(depth) + "</a>".repeat(depth))).isEqualTo(Reason.DEPTH);
        }

        @Test
        void nestingUpToTheLimitIsRead() throws XmlRejected {
            String document = "<a>".repeat(256) + "</a>".repeat(256);
            assertThat(XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM).name())
                    .isEqualTo("a");
        }

        @ParameterizedTest
        @ValueSource(ints = {257, 1_000, 100_000})
        void aCrowdOfAttributesIsRefused(int count) {
            String document = IntStream.range(0, count)
                    .mapToObj(i -> " a" + i + "='1'")
                    .collect(Collectors.joining("", "<d", "/>"));
            assertThat(reason(document)).isEqualTo(Reason.ATTRIBUTES);
        }

        @ParameterizedTest
        @ValueSource(ints = {257, 1_000, 100_000})
        void aCrowdOfNamespacesIsRefused(int count) {
            String document = IntStream.range(0, count)
                    .mapToObj(i -> " xmlns:a" + i + "='u" + i + "'")
                    .collect(Collectors.joining("", "<d", "/>"));
            assertThat(reason(document)).isEqualTo(Reason.ATTRIBUTES);
        }

        @Test
        void attributesUpToTheLimitAreRead() throws XmlRejected {
            String document = IntStream.range(0, 256)
                    .mapToObj(i -> " a" + i + "='1'")
                    .collect(Collectors.joining("", "<d", "/>"));
            assertThat(XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM).attributes())
                    .hasSize(256);
        }

        @Test
        void aLongAttributeIsRefused() {
            assertThat(reason("<d a='" + "x".repeat(9_000_000) + "'/>")).isEqualTo(Reason.TEXT_LENGTH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"%s", "<![CDATA[%s]]>", "a&lt;%s", "%s<!-- c -->%1$s"})
        void aLongTextIsRefused(String shape) {
            String document = "<d>" + shape.formatted("x".repeat(1024 * 1024 + 1)) + "</d>";
            assertThat(reason(document)).isEqualTo(Reason.TEXT_LENGTH);
        }

        @Test
        void longTextsUpToTheLimitAreRead() throws XmlRejected {
            String text = "x".repeat(1024 * 1024);
            XmlElement root = XmlReader.read(("<d a='" + text + "'>" + text + "</d>").getBytes(UTF_8), XmlLimits.FORM);
            assertThat(root.text()).isEqualTo(text);
            assertThat(root.attribute("a")).contains(text);
        }

        @Test
        void aCrowdOfElementsIsRefused() {
            assertThat(reason("<d>" + "<e/>".repeat(200_000) + "</d>")).isEqualTo(Reason.ELEMENTS);
        }

        @Test
        void aLongNameIsRefused() {
            assertThat(reason("<" + "n".repeat(1_001) + "/>")).isEqualTo(Reason.NAME_LENGTH);
            assertThat(reason("<d " + "n".repeat(1_000_000) + "='1'/>")).isEqualTo(Reason.NAME_LENGTH);
        }

        @Test
        void aLargeDocumentIsRefusedBeforeItIsRead() {
            byte[] document = new byte[10 * 1024 * 1024 + 1];
            assertThat(refused(document).reason()).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void hostileDocumentsTakeLittleHeap() {
            String entities = "<!DOCTYPE d [<!ENTITY a '" + "b".repeat(1_000) + "'>]><d>" + "&a;".repeat(1_000_000);
            byte[] document = entities.getBytes(UTF_8);
            long before = allocated();
            refused(document);
            assertThat(allocated() - before).isLessThan(16 * 1024 * 1024);
        }

        private static long allocated() {
            var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
            return threads.getCurrentThreadAllocatedBytes();
        }
    }

    @Nested
    class Malformed {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<d",
                    "<d>",
                    "<d></e>",
                    "<d/><e/>",
                    "text",
                    "<d/>text",
                    "<d a='1' a='2'/>",
                    "<d xmlns:p='u' xmlns:q='u' p:a='1' q:a='2'/>",
                    "<d xmlns:p='u' xmlns:p='v'/>",
                    "<d xmlns='u' xmlns='v'/>",
                    "<p:d/>",
                    "<d p:a='1'/>",
                    "<d xmlns:p=''/>",
                    "<d a=1/>",
                    "<d a='<'/>",
                    "<d>]]></d>",
                    "<d>&#0;</d>",
                    "<d>&#1;</d>",
                    "<d>&#xFFFE;</d>",
                    "<d>&#xD800;</d>",
                    "<d>&#x110000;</d>",
                    "<d>\u0000</d>",
                    "<d>\u0001</d>",
                    "<d a='\u0000'/>",
                    "<d><!-- a -- b --></d>",
                    "<d><?xml version='1.0'?></d>",
                    " <?xml version='1.0'?><d/>",
                    "<a:b:c xmlns:a='u'/>",
                    "<1/>"
                })
        void isRefused(String document) {
            assertThat(reason(document)).isEqualTo(Reason.NOT_WELL_FORMED);
        }

        @ParameterizedTest
        @CsvSource({
            "3C643EC0803C2F643E, an overlong NUL",
            "3C643EC1BF3C2F643E, an overlong letter",
            "3C643EE0809F3C2F643E, an overlong character of three bytes",
            "3C643EF08080803C2F643E, an overlong character of four bytes",
            "3C643EFF3C2F643E, a byte UTF-8 never has",
            "3C643E803C2F643E, a continuation without a start",
            "3C643EC33C2F643E, a start without a continuation",
            "3C643EEDA0803C2F643E, half of a surrogate pair",
            "3C643EF49080803C2F643E, a character beyond Unicode",
            "3C643EEFBFBF3C2F643E, U+FFFF"
        })
        void bytesThatAreNoUtf8AreRefused(String hex, String what) {
            assertThat(refused(HexFormat.of().parseHex(hex)).reason())
                    .as(what)
                    .isIn(Reason.ENCODING, Reason.NOT_WELL_FORMED);
        }

        @ParameterizedTest
        @CsvSource({
            "FEFF003C0064003ED8000041003C002F0064003E, a lonely surrogate",
            "FEFF003C0064003EFFFE003C002F0064003E, U+FFFE",
            "FEFF003C00, half a character",
            "0000FEFF0000003C, UTF-32",
            "FFFE00003C000000, UTF-32 turned round",
            "003C0064003E0000003C002F0064003E, NUL"
        })
        void badWideDocumentsAreRefused(String hex, String what) {
            assertThat(refused(HexFormat.of().parseHex(hex)).reason())
                    .as(what)
                    .isIn(Reason.ENCODING, Reason.NOT_WELL_FORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"windows-1252", "UTF-7", "EBCDIC-CP-US", "UTF-32", "UTF-16", "no-such"})
        void encodingsThatDoNotFitAreRefused(String encoding) {
            byte[] document = ("<?xml version='1.0' encoding='" + encoding + "'?><d/>").getBytes(ISO_8859_1);
            assertThat(refused(document).reason()).isIn(Reason.ENCODING, Reason.NOT_WELL_FORMED);
        }

        @Test
        void aWideDocumentThatClaimsToBeNarrowIsRefused() {
            byte[] document = "<?xml version='1.0' encoding='UTF-8'?><d/>".getBytes(UTF_16BE);
            assertThat(refused(document).reason()).isEqualTo(Reason.ENCODING);
        }

        @Test
        void anAsciiDocumentWithABroaderByteIsRefused() {
            byte[] document = "<?xml version='1.0' encoding='US-ASCII'?><d>é</d>".getBytes(ISO_8859_1);
            assertThat(refused(document).reason()).isEqualTo(Reason.ENCODING);
        }

        @Test
        void anotherVersionOfXmlIsRefused() {
            assertThat(reason("<?xml version='1.1'?><d>&#1;</d>")).isEqualTo(Reason.VERSION);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t "})
        void anEmptyDocumentIsRefused(String document) {
            assertThat(reason(document)).isEqualTo(Reason.EMPTY);
        }

        @Test
        void theMessageSaysWhereAndQuotesNothing() {
            XmlRejected refusal = refused("<d>\n<patient name='Amina Otieno'></pat></d>".getBytes(UTF_8));
            assertThat(refusal).hasMessageMatching(".* at line 2, column \\d+");
            assertThat(refusal.getMessage()).doesNotContain("pat", "Amina");
        }
    }
}
