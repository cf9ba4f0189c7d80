// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.HomeVisits;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.load.Latencies;

/** One connection that stores forms in the role of the application: a call, a commit, the next. */
final class FloorClient implements AutoCloseable {
    private static final int REMEMBERED = 300;
    private static final int PARAMETERS = 27;

    private final Connection connection;
    private final PreparedStatement call;
    private final UUID project;
    private final AtomicInteger caseNumbers;
    private final SplittableRandom random = new SplittableRandom();
    private final List<Known> known = new ArrayList<>();
    private final String userId = UUID.randomUUID().toString().replace("-", "");
    private final byte[] xml;
    private final int xmlLength;

    /** A case that is there, as the row must be written again. */
    private record Known(String caseId, String name, OffsetDateTime opened, int ordinal) {}

    FloorClient(String url, String password, UUID project, AtomicInteger caseNumbers) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", "floor");
        this.connection = DriverManager.getConnection(url, properties);
        this.project = project;
        this.caseNumbers = caseNumbers;
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('baraza.project', '" + project + "', false)");
            statement.execute("set role baraza_app");
        }
        this.call = connection.prepareStatement("select bench.intake(" + "?, ".repeat(PARAMETERS - 1) + "?)");
        PlannedForm sample = new HomeVisits(new PlannedForm.Worker(userId, "floor", ""), 1).next();
        byte[] raw = FormXml.write(sample);
        this.xmlLength = raw.length;
        this.xml = packed(raw);
    }

    Latencies runUntil(long deadline) throws SQLException {
        Latencies latencies = new Latencies();
        while (System.nanoTime() < deadline) {
            Known made = next();
            long sent = System.nanoTime();
            try (ResultSet result = call.executeQuery()) {
                result.next();
                if (!result.getBoolean(1)) {
                    throw new SQLException("a form that was never sent is there");
                }
            }
            latencies.add(System.nanoTime() - sent);
            keep(made);
        }
        return latencies;
    }

    /** Binds the next form; gives the case that it makes. */
    private Known next() throws SQLException {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        byte[] md5 = new byte[16];
        random.nextBytes(md5);
        Known made = new Known(id(), "Child " + Long.toString(random.nextLong(1L << 40), 36), now, 1);
        Known old = known.isEmpty() ? made : known.get(random.nextInt(known.size()));
        int p = 0;
        call.setObject(++p, project);
        call.setString(++p, id());
        call.setString(++p, FormXml.XMLNS);
        call.setString(++p, "Home visit");
        call.setString(++p, "12");
        call.setString(++p, "2.53.1");
        call.setString(++p, userId);
        call.setString(++p, "floor");
        call.setString(++p, "commcare_5f1c2d7e");
        call.setObject(++p, now.minusSeconds(420));
        call.setObject(++p, now);
        call.setObject(++p, now);
        call.setBytes(++p, md5);
        call.setBytes(++p, xml);
        call.setInt(++p, xmlLength);
        call.setString(++p, "/a/floor/receiver/");
        call.setString(++p, made.caseId);
        call.setInt(++p, caseNumbers.incrementAndGet());
        call.setString(++p, made.name);
        call.setObject(++p, FloorRows.born(random), Types.OTHER);
        call.setObject(++p, FloorRows.bornBlocks(userId, now, made.name, random), Types.OTHER);
        call.setString(++p, old.caseId);
        call.setString(++p, old.name);
        call.setObject(++p, old.opened);
        call.setObject(++p, FloorRows.visited(random), Types.OTHER);
        call.setInt(++p, old.ordinal + 1);
        call.setObject(++p, FloorRows.visitedBlocks(userId, now, random), Types.OTHER);
        int place = known.indexOf(old);
        if (place >= 0) {
            known.set(place, new Known(old.caseId, old.name, old.opened, old.ordinal + 1));
        } else {
            made = new Known(made.caseId, made.name, made.opened, 2);
        }
        return made;
    }

    private void keep(Known made) {
        if (known.size() < REMEMBERED) {
            known.add(made);
        } else {
            known.set(random.nextInt(REMEMBERED), made);
        }
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static byte[] packed(byte[] xml) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(xml);
            deflater.finish();
            byte[] buffer = new byte[xml.length];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        } finally {
            deflater.end();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
