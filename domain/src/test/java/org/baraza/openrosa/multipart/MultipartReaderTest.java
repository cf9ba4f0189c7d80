// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.baraza.openrosa.multipart.MalformedBody.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

    private static final String TYPE = "multipart/form-data; boundary=XX";
    private static final String BODY = """
            --XX
            Content-Disposition: form-data; name="xml_submission_file"; filename="form.xml"
            Content-Type: text/xml

            <d>
            </d>
            --XX
            content-disposition: form-data; name="photo"; filename="a.jpg"
            Content-Transfer-Encoding: binary

            \0--XX-\r--X\n--XY\n-- XX--
            --XX--
            """;

    private record Read(String name, String filename, String type, String content) {}

    private static List<Read> parts(InputStream body, String contentType) throws IOException {
        MultipartReader reader = MultipartReader.of(body, contentType, MultipartLimits.SUBMISSION);
        List<Read> parts = new ArrayList<>();
        for (Optional<Part> next = reader.next(); next.isPresent(); next = reader.next()) {
            PartHeaders headers = next.get().headers();
            parts.add(new Read(
                    headers.name(),
                    headers.filename().orElse("none"),
                    headers.contentType().orElse("none"),
                    new String(next.get().bytes(1_000_000), ISO_8859_1)));
        }
        return parts;
    }

    private static List<Read> parts(String body) throws IOException {
        return parts(new ByteArrayInputStream(body.getBytes(UTF_8)), TYPE);
    }

    private static Reason reason(String body) {
        return reason(body, TYPE);
    }

    private static Reason reason(String body, String contentType) {
        return catchThrowableOfType(
                        MalformedBody.class, () -> parts(new ByteArrayInputStream(body.getBytes(UTF_8)), contentType))
                .reason();
    }

    private static String crlf(String body) {
        return body.replace("\n", "\r\n");
    }

    private static String part(String disposition) {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\nx\r\n--XX--";
    }

    @Nested
    class Bodies {

        @Test
        void partsComeInOrderWithTheirBytes() throws IOException {
            assertThat(parts(crlf(BODY)))
                    .containsExactly(
                            new Read("xml_submission_file", "form.xml", "text/xml", "<d>\r\n</d>"),
                            new Read("photo", "a.jpg", "none", "\0--XX-\r--X\r\n--XY\r\n-- XX--"));
        }

        @Test
        void linesMayEndInOneCharacter() throws IOException {
            assertThat(parts(BODY))
                    .extracting(Read::content)
                    .containsExactly("<d>\n</d>", "\0--XX-\r--X\n--XY\n-- XX--");
        }

        @Test
        void theCutsOfTheStreamNeverShow() throws IOException {
            for (String body : List.of(BODY, crlf(BODY), crlf("preamble\n" + BODY + "epilogue\n--XX\n"))) {
                List<Read> whole = parts(body);
                assertThat(whole).hasSize(2);
                for (int cut = 0; cut <= body.length(); cut++) {
                    assertThat(parts(new Cut(body.getBytes(UTF_8), cut), TYPE))
                            .as("cut at %d", cut)
                            .isEqualTo(whole);
                }
            }
        }

        @Test
        void anyPartsInAnyPiecesAreReadAsTheyWereWritten() throws IOException {
            for (long seed = 0; seed < 400; seed++) {
                Random random = new Random(seed);
                List<Read> written = new ArrayList<>();
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    String content = content(random);
                    written.add(new Read("p" + i, "f", "none", content));
                    body.write(("--XX\r\nContent-Disposition: form-data; name=p" + i + "; filename=f\r\n\r\n" + content
                                    + "\r\n")
                            .getBytes(ISO_8859_1));
                }
                body.write("--XX--\r\n".getBytes(ISO_8859_1));
                InputStream pieces = new Pieces(body.toByteArray(), random);
                assertThat(parts(pieces, TYPE)).as("seed %d", seed).isEqualTo(written);
            }
        }

        @Test
        void aBodyCutAnywhereIsNeverTakenAsWhole() {
            byte[] body = crlf(BODY).getBytes(UTF_8);
            int closed = body.length - 2;
            for (int length = 0; length < closed; length++) {
                byte[] cut = Arrays.copyOf(body, length);
                assertThat(catchThrowableOfType(MalformedBody.class, () -> parts(new ByteArrayInputStream(cut), TYPE)))
                        .as("cut at %d", length)
                        .isNotNull();
            }
        }

        @Test
        void theClosingBoundaryNeedsNoLineEnd() throws IOException {
            assertThat(parts(part("name=a"))).containsExactly(new Read("a", "none", "none", "x"));
            assertThat(parts(part("name=a") + "\r")).isNotNull().hasSize(1);
        }

        @Test
        void boundariesMayBeFollowedByBlanks() throws IOException {
            assertThat(parts("--XX \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX--  \r\n"))
                    .hasSize(1);
        }

        @Test
        void aPartMayBeEmptyWithOrWithoutALineEndOfItsOwn() throws IOException {
            String head = "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n";
            assertThat(parts(head + "\r\n--XX--")).containsExactly(new Read("a", "none", "none", ""));
            assertThat(parts(head + "--XX--")).containsExactly(new Read("a", "none", "none", ""));
        }

        @Test
        void partsLeftUnreadAreSkipped() throws IOException {
            MultipartReader reader = MultipartReader.of(
                    new ByteArrayInputStream(crlf(BODY).getBytes(UTF_8)), TYPE, MultipartLimits.SUBMISSION);
            assertThat(reader.next().orElseThrow().content().read()).isEqualTo('<');
            assertThat(reader.next().orElseThrow().headers().name()).isEqualTo("photo");
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }

        @Test
        void aPartLargerThanAllowedIsRefused() throws IOException {
            MultipartReader reader = MultipartReader.of(
                    new ByteArrayInputStream(crlf(BODY).getBytes(UTF_8)), TYPE, MultipartLimits.SUBMISSION);
            Part part = reader.next().orElseThrow();
            assertThat(catchThrowableOfType(BodyTooLarge.class, () -> part.bytes(8))
                            .limitBytes())
                    .isEqualTo(8);
        }

        private static String content(Random random) {
            String[] pieces = {"\r\n", "--XX", "\r", "\n", "--", "XX", "abc", "\0", "ÿ", "--XX-", "\r\n--X", "\n--XXX"};
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                String piece = pieces[random.nextInt(pieces.length)];
                content.append(piece.repeat(random.nextInt(60) == 0 ? 9_000 : 1));
            }
            String safe = content + ".";
            for (String line : List.of("\n--XX\r\n", "\n--XX\n", "\n--XX--\r\n", "\n--XX--\n")) {
                while (safe.contains(line)) {
                    safe = safe.replace(line, "\n");
                }
            }
            return safe.startsWith("--XX") ? "." + safe : safe;
        }
    }

    @Nested
    class Headers {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "name=a; filename=b.jpg, b.jpg",
                    "name=\"a\"; filename=\"b c.jpg\", b c.jpg",
                    "filename=\"b;c=d.jpg\"; name=\"a\", b;c=d.jpg",
                    "name=\"a\"; filename=\"b\\\"c.jpg\", b\"c.jpg",
                    "name=\"a\"; filename=\"C:\\fotos\\b.jpg\", C:\\fotos\\b.jpg",
                    "name=\"a\"; filename=\"x.jpg\"; filename*=UTF-8''%E1%89%A5+b.jpg, ብ+b.jpg",
                    "name=\"a\"; filename*=UTF-8''%E9%ZZ; filename=\"b.jpg\", b.jpg",
                    "name=\"a\"; filename=\"ብ.jpg\", ብ.jpg",
                    "NAME=a;FILENAME=b.jpg, b.jpg",
                    "name=a; flag; filename = \"b.jpg\", b.jpg",
                    "name=a; filename=b.jpg; filename=c.jpg, b.jpg",
                    "name=\"a\"; filename=\"\", ``"
                })
        void nameTheFileInAnySpelling(String disposition, String filename) throws IOException {
            MultipartReader reader = MultipartReader.of(
                    new ByteArrayInputStream(part(disposition).getBytes(UTF_8)), TYPE, MultipartLimits.SUBMISSION);
            PartHeaders headers = reader.next().orElseThrow().headers();
            assertThat(headers.name()).isEqualTo("a");
            assertThat(headers.filename()).contains(filename);
        }

        @Test
        void mayGoOnInTheNextLine() throws IOException {
            assertThat(parts(part("name=a;\r\n filename=b"))).containsExactly(new Read("a", "b", "none", "x"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "multipart/form-data; boundary=XX",
                    "multipart/form-data; boundary=\"XX\"",
                    "Multipart/Form-Data; charset=utf-8; Boundary=XX",
                    "multipart/form-data;boundary=XX;charset=utf-8"
                })
        void nameTheBoundaryInAnySpelling(String contentType) throws IOException {
            assertThat(parts(new ByteArrayInputStream(BODY.getBytes(UTF_8)), contentType))
                    .hasSize(2);
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/xml",
                    "multipart/form-data",
                    "multipart/mixed; boundary=XX",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=\"\"",
                    "multipart/form-data; boundary=é",
                    ""
                })
        void isATypeWithoutABoundary(String contentType) {
            assertThat(reason(BODY, contentType)).isEqualTo(Reason.NO_BOUNDARY);
        }

        @Test
        void isABoundaryThatIsTooLong() {
            assertThat(reason(BODY, "multipart/form-data; boundary=" + "X".repeat(201)))
                    .isEqualTo(Reason.NO_BOUNDARY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<d/>", "--YY\r\n\r\n--YY--", "--XXX\r\n"})
        void isABodyThatHasNoBoundary(String body) {
            assertThat(reason(body)).isEqualTo(Reason.NO_PARTS);
        }

        @Test
        void isAnEndlessPreamble() {
            assertThat(reason("x".repeat(100_000))).isEqualTo(Reason.NO_PARTS);
        }

        @Test
        void isAPartWithLongHeaders() {
            assertThat(reason("--XX\r\nX: " + "y".repeat(1_000_000))).isEqualTo(Reason.LONG_HEADERS);
            assertThat(reason("--XX\r\n" + "X: y\r\n".repeat(10_000))).isEqualTo(Reason.LONG_HEADERS);
        }

        @Test
        void isACrowdOfParts() {
            String part = "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
            assertThat(reason(part.repeat(1_001) + "--XX--")).isEqualTo(Reason.TOO_MANY_PARTS);
            assertThat(reason(part.repeat(10_000) + "--XX--")).isEqualTo(Reason.TOO_MANY_PARTS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\r\nx", "Content-Type: a/b\r\n\r\nx", "garbage\r\n\r\nx", ": x\r\n\r\n"})
        void isAPartThatHasNoName(String part) {
            assertThat(reason("--XX\r\n" + part + "\r\n--XX--")).isEqualTo(Reason.BAD_HEADERS);
        }

        @Test
        void isAPartInATransferEncoding() {
            assertThat(reason(part("name=a\r\nContent-Transfer-Encoding: base64")))
                    .isEqualTo(Reason.TRANSFER_ENCODING);
        }
    }

    /** A stream that gives everything up to one place, and the rest only when asked again. */
    private static final class Cut extends ByteArrayInputStream {

        private final int cut;

        Cut(byte[] bytes, int cut) {
            super(bytes);
            this.cut = cut;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, pos < cut ? Math.min(length, cut - pos) : length);
        }
    }

    /** A stream that gives a few bytes at a time. */
    private static final class Pieces extends ByteArrayInputStream {

        private final Random random;

        Pieces(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 3 : 20_000)));
        }
    }
}
