// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Requests as the bytes that go over the wire. */
public final class Requests {
    private static final String BOUNDARY = "----baraza-bench-7d1c0b5e";

    private Requests() {}

    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] get(String path, String authorization, String... headers) {
        return (head("GET", path, authorization, headers) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] json(String path, String authorization, String body) {
        return post(path, authorization, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A form as CommCare on Android sends it. */
    public static byte[] submission(String project, String authorization, byte[] xml) {
        return submission(project, authorization, xml, "", new byte[0]);
    }

    /** @param attachment name of the file that goes with it; empty for none */
    public static byte[] submission(
            String project, String authorization, byte[] xml, String attachment, byte[] content) {
        return submission(
                project,
                authorization,
                xml,
                attachment,
                content,
                "X-OpenRosa-Version: 3.0",
                "x-openrosa-deviceid: bench",
                "Accept-Language: en");
    }

    /** @param headers besides those that any request of its kind has */
    public static byte[] submission(
            String project, String authorization, byte[] xml, String attachment, byte[] content, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(xml.length + content.length + 512);
        part(body, "xml_submission_file", "form.xml", "text/xml", xml);
        if (!attachment.isEmpty()) {
            part(body, attachment, attachment, "image/jpeg", content);
        }
        body.writeBytes(HttpConnection.ascii("--" + BOUNDARY + "--\r\n"));
        return post(
                "/a/" + project + "/receiver/",
                authorization,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.toByteArray(),
                headers);
    }

    /** A file with fields, as a browser or a partner's script uploads it. */
    public static byte[] upload(
            String path, String authorization, Map<String, String> fields, String file, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 1024);
        fields.forEach((name, value) -> body.writeBytes(HttpConnection.ascii("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        part(body, "file", file, "application/octet-stream", content);
        body.writeBytes(HttpConnection.ascii("--" + BOUNDARY + "--\r\n"));
        return post(path, authorization, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String name, String file, String type, byte[] content) {
        body.writeBytes(HttpConnection.ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + file + "\"\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: binary\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(HttpConnection.ascii("\r\n"));
    }

    private static byte[] post(String path, String authorization, String type, byte[] body, String... headers) {
        byte[] head = HttpConnection.ascii(head("POST", path, authorization, headers) + "Content-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static String head(String method, String path, String authorization, String... headers) {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nUser-Agent: baraza-bench\r\n");
        if (!authorization.isEmpty()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }
}
