// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.zip.Deflater;
import org.baraza.bench.server.ServerHome;

/** Puts forms and cases straight into the database of a server: a million of them over HTTP would take all night. */
public final class ExportRows {
    public static final String XMLNS = "http://example.org/bench/export";
    public static final String CASE_TYPE = "bench-export";

    private static final int AT_ONCE = 50_000;
    private static final int VARIANTS = 16;
    private static final int QUESTIONS = 20;

    private static final String FORMS = """
            insert into forms.form (project_id, form_id, state, xmlns, name, app_id, user_id, username, device_id, time_start,
                time_end, received_on, content_md5, xml, xml_length, path, indexed_on, server_modified_on)
            select ?, 'f' || n, 1, ?, 'Visit', 'app', 'u' || n % 200, 'worker-' || n % 200, 'device', at, at, at,
                decode(md5(n::text), 'hex'), (?::bytea[])[1 + n % 16], (?::int[])[1 + n % 16], '/a/bench/receiver/',
                at + n * interval '1 microsecond', at
            from (select n, timestamptz '2026-01-01' + n * interval '1 second' as at
                  from generate_series(?::int, ?::int) as n) as numbers""";

    private static final String CASES = """
            insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, opened_on, opened_by,
                modified_on, modified_by, server_modified_on, properties, last_ordinal, indexed_on)
            select ?, 'c' || n, n, ?, 'Case ' || n, 'u' || n % 200, at, 'u' || n % 200, at, 'u' || n % 200, at,
                jsonb_build_object('village', 'Village ' || n % 500, 'weight', (n % 90)::text, 'visits', (n % 9)::text,
                    'phone', '0722' || n, 'status', 'active', 'risk', case when n % 7 = 0 then 'high' else 'low' end,
                    'last_visit', '2026-01-01', 'note', 'Seen at home, all is well with her'),
                1, at + n * interval '1 microsecond'
            from (select n, timestamptz '2026-01-01' + n * interval '1 second' as at
                  from generate_series(?::int, ?::int) as n) as numbers""";

    private ExportRows() {}

    /** So many forms, numbered from 1 on; their ids are {@code f} and the number. */
    public static void forms(ServerHome home, UUID project, int count) throws SQLException, IOException {
        byte[][] packed = new byte[VARIANTS][];
        Integer[] lengths = new Integer[VARIANTS];
        for (int variant = 0; variant < VARIANTS; variant++) {
            byte[] xml = xml(variant);
            packed[variant] = pack(xml);
            lengths[variant] = xml.length;
        }
        try (Connection connection = home.superuser();
                PreparedStatement insert = connection.prepareStatement(FORMS)) {
            insert.setObject(1, project);
            insert.setString(2, XMLNS);
            insert.setArray(3, connection.createArrayOf("bytea", packed));
            insert.setArray(4, connection.createArrayOf("int4", lengths));
            inParts(insert, 5, count);
            settle(connection, "forms.form");
        }
    }

    /** So many cases, numbered from 1 on; their ids are {@code c} and the number. */
    public static void cases(ServerHome home, UUID project, int count) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement insert = connection.prepareStatement(CASES)) {
            insert.setObject(1, project);
            insert.setString(2, CASE_TYPE);
            inParts(insert, 3, count);
            settle(connection, "cases.case_record");
        }
    }

    private static void inParts(PreparedStatement insert, int place, int count) throws SQLException {
        for (int first = 1; first <= count; first += AT_ONCE) {
            insert.setInt(place, first);
            insert.setInt(place + 1, Math.min(count, first + AT_ONCE - 1));
            insert.execute();
        }
    }

    private static void settle(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze " + table);
        }
    }

    public static UUID project(ServerHome home, String name) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement query =
                        connection.prepareStatement("select project_id from tenancy.project where name = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getObject(1, UUID.class);
            }
        }
    }

    private static byte[] xml(int variant) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><data xmlns=\"" + XMLNS + "\" name=\"Visit\">");
        for (int question = 0; question < QUESTIONS; question++) {
            xml.append("<question_%1$d>answer %2$d of visit %1$d</question_%1$d>".formatted(question, variant));
        }
        return xml.append("<weight>5")
                .append(variant)
                .append("</weight><meta xmlns=\"http://openrosa.org/jr/xforms\">")
                .append("<deviceID>device</deviceID><timeStart>2026-01-01T08:00:00.000+03:00</timeStart>")
                .append("<timeEnd>2026-01-01T08:05:00.000+03:00</timeEnd><username>worker</username>")
                .append("<userID>u1</userID><instanceID>f</instanceID></meta></data>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As the server keeps forms. */
    private static byte[] pack(byte[] xml) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(xml);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[4_096];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
