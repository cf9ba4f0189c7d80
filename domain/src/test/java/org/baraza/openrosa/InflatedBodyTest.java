// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MalformedBody.Reason;
import org.junit.jupiter.api.Test;

class InflatedBodyTest {

    private static final int LIMIT = 10 * 1024 * 1024;

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] gzip, long limit) throws IOException {
        try (InflatedBody body = InflatedBody.of(new ByteArrayInputStream(gzip), limit)) {
            return body.readAllBytes();
        }
    }

    private static Reason refusal(byte[] gzip, long limit) {
        return catchThrowableOfType(MalformedBody.class, () -> inflated(gzip, limit))
                .reason();
    }

    @Test
    void aCompressedBodyComesOutWhole() throws IOException {
        byte[] form = "<data>Habari</data>".repeat(50_000).getBytes(UTF_8);
        assertThat(inflated(gzip(form), LIMIT)).isEqualTo(form);
        assertThat(inflated(gzip(new byte[0]), LIMIT)).isEmpty();
        try (InflatedBody body = InflatedBody.of(new ByteArrayInputStream(gzip(new byte[] {(byte) 0xFF})), 1)) {
            assertThat(body.read()).isEqualTo(0xFF);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyLargerThanTheLimitIsRefused() throws IOException {
        byte[] form = gzip(new byte[1_001]);
        assertThat(inflated(form, 1_001)).hasSize(1_001);
        assertThat(catchThrowableOfType(BodyTooLarge.class, () -> inflated(form, 1_000)))
                .isNotNull();
    }

    @Test
    void aBombIsRefusedLongBeforeTheLimit() throws IOException {
        assertThat(refusal(gzip(new byte[50_000_000]), 1_000_000_000)).isEqualTo(Reason.COMPRESSION_BOMB);
    }

    @Test
    void aBodyCutShortOrBrokenIsRefused() throws IOException {
        byte[] gzip = gzip("<data>Habari za leo</data>".getBytes(UTF_8));
        for (int length = 10; length < gzip.length; length++) {
            assertThat(refusal(Arrays.copyOf(gzip, length), LIMIT))
                    .as("cut at %d", length)
                    .isEqualTo(Reason.TRUNCATED);
        }
        assertThat(refusal("<data/>".getBytes(UTF_8), LIMIT)).isEqualTo(Reason.NOT_GZIP);
        assertThat(refusal(new byte[0], LIMIT)).isEqualTo(Reason.NOT_GZIP);
        byte[] wrongSum = gzip.clone();
        wrongSum[gzip.length - 8] ^= 1;
        assertThat(refusal(wrongSum, LIMIT)).isEqualTo(Reason.NOT_GZIP);
    }
}
