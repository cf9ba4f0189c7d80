// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The floor's own process: rows of cases under row-level security, by prepared statements, as XML through gzip of level 1.
 * It decides nothing and remembers nothing. One line in ({@code full PROJECT OWNER} or {@code some PROJECT ID,ID,…}), one line
 * out: nanoseconds and rows.
 */
public final class RowsFloor {
    private static final int FETCH_SIZE = 1_000;
    private static final String COLUMNS = "select case_id, type, name, owner_id, external_id, closed, opened_on,"
            + " modified_on, modified_by, properties, indices from cases.case_record where ";

    private final Connection connection;
    private final PreparedStatement full;
    private final PreparedStatement some;

    private RowsFloor(String url, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", "floor");
        connection = DriverManager.getConnection(url, properties);
        try (var statement = connection.createStatement()) {
            statement.execute("set role baraza_app");
        }
        connection.setAutoCommit(false);
        full = connection.prepareStatement(COLUMNS + "owner_id = ? and not closed and deleted_on is null");
        some = connection.prepareStatement(COLUMNS + "case_id = any(?)");
        full.setFetchSize(FETCH_SIZE);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        RowsFloor floor = new RowsFloor(arguments[0], System.getenv("FLOOR_PASSWORD"));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(floor.run(order.split(" ")));
        }
    }

    private String run(String[] order) throws SQLException, IOException {
        UUID project = UUID.fromString(order[1]);
        long began = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('baraza.project', '" + project + "', true)");
        }
        int count;
        if (order[0].equals("full")) {
            full.setString(1, order[2]);
            count = write(full);
        } else {
            some.setArray(1, connection.createArrayOf("text", order[2].split(",")));
            count = write(some);
        }
        connection.commit();
        return (System.nanoTime() - began) + " " + count;
    }

    private static int write(PreparedStatement statement) throws SQLException, IOException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery();
                var gzip = new GZIPOutputStream(OutputStream.nullOutputStream(), 16 * 1024) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                }) {
            CaseXml xml = new CaseXml(gzip);
            while (rows.next()) {
                xml.write(rows);
                count++;
            }
            xml.flush();
        }
        return count;
    }
}
