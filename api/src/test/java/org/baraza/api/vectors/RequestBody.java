// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/** What a vector sends with a request. */
record RequestBody(String contentType, byte[] bytes) {
    private static final RequestBody NOTHING = new RequestBody("", new byte[0]);

    static RequestBody of(JsonNode request) {
        if (request.has("json")) {
            return new RequestBody("application/json", utf8(request.path("json").toString()));
        }
        if (request.has("form")) {
            return new RequestBody("application/x-www-form-urlencoded", utf8(urlEncoded(request.path("form"))));
        }
        if (request.has("text")) {
            return new RequestBody("", utf8(request.path("text").asString()));
        }
        return request.has("multipart") ? multipart(request.path("multipart")) : NOTHING;
    }

    /** A list is a repeated parameter. */
    static String urlEncoded(JsonNode parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.properties().forEach(parameter -> {
            JsonNode value = parameter.getValue();
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                pairs.add(encoded(parameter.getKey()) + "=" + encoded(one.asString()));
            }
        });
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RequestBody multipart(JsonNode parts) {
        String boundary = "----vector" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (JsonNode part : parts) {
            StringBuilder head = new StringBuilder("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                    .append(part.path("name").asString())
                    .append('"');
            if (part.has("filename")) {
                head.append("; filename=\"")
                        .append(part.path("filename").asString())
                        .append('"');
            }
            if (part.has("content_type")) {
                head.append("\r\nContent-Type: ")
                        .append(part.path("content_type").asString());
            }
            body.writeBytes(utf8(head + "\r\n\r\n"));
            body.writeBytes(content(part));
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--" + boundary + "--\r\n"));
        return new RequestBody("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static byte[] content(JsonNode part) {
        return part.has("xlsx")
                ? workbook(part.path("xlsx"))
                : utf8(part.path(part.has("value") ? "value" : "text").asString(""));
    }

    /** Sheets of rows: numbers are numeric cells, null is no cell. */
    private static byte[] workbook(JsonNode sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Vectors", "1.0")) {
            sheets.properties().forEach(sheet -> fill(workbook.newWorksheet(sheet.getKey()), sheet.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, JsonNode rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                JsonNode cell = rows.get(row).get(column);
                if (cell.isNumber()) {
                    sheet.value(row, column, cell.decimalValue());
                } else if (!cell.isNull()) {
                    sheet.inlineString(row, column, cell.asString());
                }
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
