// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Writes the floor's rows as a restore has them, with no more care than the bench's own cases need. */
final class CaseXml {
    private static final int BUFFERED = 8 * 1024;

    private final JsonMapper json = JsonMapper.shared();
    private final OutputStream out;
    private final StringBuilder xml = new StringBuilder(2 * BUFFERED);

    CaseXml(OutputStream out) {
        this.out = out;
    }

    void write(ResultSet row) throws SQLException, IOException {
        xml.append("<case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"")
                .append(row.getString(1))
                .append("\" user_id=\"")
                .append(row.getString(9))
                .append("\" date_modified=\"")
                .append(row.getString(8))
                .append("\"><create>");
        element("case_type", row.getString(2));
        element("case_name", row.getString(3));
        element("owner_id", row.getString(4));
        xml.append("</create><update>");
        element("date_opened", row.getString(7).substring(0, 10));
        if (row.getString(5) != null) {
            element("external_id", row.getString(5));
        }
        properties(row.getString(10));
        xml.append("</update>");
        links(row.getString(11));
        xml.append(row.getBoolean(6) ? "<close/></case>" : "</case>");
        if (xml.length() > BUFFERED) {
            flush();
        }
    }

    private void properties(String object) {
        try (JsonParser parser = json.createParser(object)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                element(name, parser.getString());
            }
        }
    }

    private void links(String array) {
        if (array.length() <= 2) {
            return;
        }
        xml.append("<index>");
        try (JsonParser parser = json.createParser(array)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                link(parser);
            }
        }
        xml.append("</index>");
    }

    private void link(JsonParser parser) {
        Map<String, String> link = new HashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            link.put(key, parser.getString());
        }
        xml.append('<')
                .append(link.get("id"))
                .append(" case_type=\"")
                .append(link.get("type"))
                .append("\" relationship=\"")
                .append(link.get("rel"))
                .append("\">")
                .append(link.get("target"))
                .append("</")
                .append(link.get("id"))
                .append('>');
    }

    private void element(String name, String text) {
        xml.append('<').append(name).append('>');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '&' -> xml.append("&amp;");
                default -> xml.append(c);
            }
        }
        xml.append("</").append(name).append('>');
    }

    void flush() throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }
}
