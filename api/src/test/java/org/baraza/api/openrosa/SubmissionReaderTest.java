// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baraza.forms.Submission;
import org.baraza.persistence.blobs.FolderBlobStore;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

final class SubmissionReaderTest {
    private final MovableClock clock = new MovableClock();

    /** What came over a fast line meanwhile is older, and so is what was told to other phones. */
    @Test
    void aFormHasArrivedWhenItsLastByteHas(@TempDir Path folder) throws IOException {
        Instant begin = clock.instant();
        SubmissionReader reader = new SubmissionReader(new FolderBlobStore(folder), id -> id, clock);

        Submission submission = reader.read(overASlowLine(), new ProjectId(UUID.randomUUID()), Optional.empty(), null);

        assertThat(submission.receivedOn()).isEqualTo(clock.instant()).isAfter(begin);
    }

    private MockHttpServletRequest overASlowLine() {
        InputStream form = new ByteArrayInputStream("<data/>".getBytes(UTF_8));
        return new MockHttpServletRequest("POST", "/a/slow/receiver/") {
            @Override
            public ServletInputStream getInputStream() {
                return new Slow(form);
            }
        };
    }

    /** Ten minutes pass before its end. */
    private final class Slow extends ServletInputStream {
        private final InputStream bytes;

        Slow(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            if (next < 0) {
                clock.pass(Duration.ofMinutes(10));
            }
            return next;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read as it comes");
        }
    }
}
