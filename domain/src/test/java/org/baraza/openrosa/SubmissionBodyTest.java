// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MalformedBody.Reason;
import org.junit.jupiter.api.Test;

class SubmissionBodyTest {

    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n\r\n<d/>\r\n";
    private static final String PHOTO =
            "--b\r\nContent-Disposition: form-data; name=\"a.jpg\"; filename=\"a.jpg\"\r\n\r\nJPEG\r\n";
    private static final String FIELD = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n";

    private final Map<String, String> attachments = new LinkedHashMap<>();

    private String form(String body, String contentType, int limit) throws IOException {
        byte[] form = SubmissionBody.read(
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                contentType,
                limit,
                (headers, content) -> attachments.put(headers.name(), new String(content.readAllBytes(), UTF_8)));
        return new String(form, UTF_8);
    }

    private Reason refusal(String body, String contentType) {
        return catchThrowableOfType(MalformedBody.class, () -> form(body, contentType, 100))
                .reason();
    }

    @Test
    void aFormComesWithItsAttachmentsInAnyOrder() throws IOException {
        assertThat(form(PHOTO + FORM + PHOTO.replace("a.jpg", "b.jpg") + "--b--", MULTIPART, 100))
                .isEqualTo("<d/>");
        assertThat(attachments).containsExactly(Map.entry("a.jpg", "JPEG"), Map.entry("b.jpg", "JPEG"));
    }

    @Test
    void anyOtherTypeOfBodyIsTheForm() throws IOException {
        assertThat(form("<d/>", "text/xml; charset=utf-8", 100)).isEqualTo("<d/>");
        assertThat(form("<d/>", "", 100)).isEqualTo("<d/>");
        assertThat(attachments).isEmpty();
    }

    @Test
    void whatIsNoSubmissionIsRefused() {
        assertThat(refusal(FIELD + FORM + "--b--", MULTIPART)).isEqualTo(Reason.FORM_FIELD);
        assertThat(refusal(PHOTO + "--b--", MULTIPART)).isEqualTo(Reason.NO_FORM);
        assertThat(refusal("--b--", MULTIPART)).isEqualTo(Reason.NO_FORM);
        assertThat(refusal(FORM + FORM + "--b--", MULTIPART)).isEqualTo(Reason.SEVERAL_FORMS);
        assertThat(refusal(FORM.replace("<d/>", "") + "--b--", MULTIPART)).isEqualTo(Reason.EMPTY_FORM);
        assertThat(refusal("", "text/xml")).isEqualTo(Reason.EMPTY_FORM);
        assertThat(refusal(FORM, MULTIPART)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void aFormMayBeAsLargeAsTheLimitAndNoLarger() throws IOException {
        assertThat(form(FORM + "--b--", MULTIPART, 4)).isEqualTo("<d/>");
        assertThat(form("<d/>", "text/xml", 4)).isEqualTo("<d/>");
        assertThat(catchThrowableOfType(BodyTooLarge.class, () -> form(FORM + "--b--", MULTIPART, 3)))
                .isNotNull();
        assertThat(catchThrowableOfType(BodyTooLarge.class, () -> form("<d/>", "text/xml", 3)))
                .isNotNull();
    }
}
