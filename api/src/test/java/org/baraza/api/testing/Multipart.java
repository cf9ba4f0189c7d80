// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A submission as phones post it: the form and its files, each a part. */
public final class Multipart {
    public static final String TYPE = "multipart/form-data; boundary=----phone";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** With a form. */
    public static Multipart of(String xml) {
        return of(xml.getBytes(UTF_8));
    }

    public static Multipart of(byte[] xml) {
        return new Multipart().file("xml_submission_file", "form.xml", "text/xml", xml);
    }

    public Multipart file(String name, String filename, String contentType, byte[] content) {
        return part(name, "; filename=\"" + filename + "\"\r\nContent-Type: " + contentType, content);
    }

    public Multipart field(String name, String value) {
        return part(name, "", value.getBytes(UTF_8));
    }

    private Multipart part(String name, String more, byte[] content) {
        write(("------phone\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                .getBytes(UTF_8));
        write(content);
        write("\r\n".getBytes(UTF_8));
        return this;
    }

    private void write(byte[] bytes) {
        body.write(bytes, 0, bytes.length);
    }

    /** The whole body, closing boundary included. */
    public byte[] bytes() {
        write("------phone--\r\n".getBytes(UTF_8));
        return body.toByteArray();
    }
}
