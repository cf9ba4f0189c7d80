// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.baraza.bench.judge.Snapshot.CaseRow;
import org.baraza.bench.judge.Snapshot.ChangeRow;
import org.baraza.bench.judge.Snapshot.Feed;
import org.baraza.bench.judge.Snapshot.FormRow;
import org.baraza.bench.judge.Snapshot.LinkRow;
import org.baraza.bench.judge.Snapshot.PhotoRow;
import org.baraza.bench.judge.Snapshot.Step;
import org.baraza.bench.judge.Snapshot.StockRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables of a project, as a superuser, with SQL of its own. */
final class SnapshotReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final UUID project;

    private SnapshotReader(Connection connection, UUID project) {
        this.connection = connection;
        this.project = project;
    }

    static Snapshot read(Connection connection, UUID project) throws SQLException {
        return new SnapshotReader(connection, project).read();
    }

    private Snapshot read() throws SQLException {
        Map<String, CaseRow> cases = new HashMap<>();
        for (CaseRow row : rows("select * from cases.case_record where project_id = ?", SnapshotReader::caseRow)) {
            cases.put(row.caseId(), row);
        }
        return new Snapshot(
                project,
                rows(
                        "select form_id, state, orig_id, content_md5, xml, xml_length from forms.form"
                                + " where project_id = ?",
                        SnapshotReader::formRow),
                cases,
                rows(
                        "select * from cases.case_transaction where project_id = ? order by case_id, ordinal",
                        row -> new Step(
                                row.getString("case_id"),
                                row.getInt("ordinal"),
                                row.getString("form_id"),
                                row.getBoolean("revoked"))),
                rows(
                        "select * from cases.case_index where project_id = ? and target_id <> ''",
                        row -> new LinkRow(
                                row.getString("case_id"),
                                row.getString("identifier"),
                                row.getString("case_type"),
                                row.getString("target_id"),
                                row.getString("relationship"))),
                rows(
                        "select * from cases.ledger_value where project_id = ?",
                        row -> new StockRow(
                                row.getString("case_id"),
                                row.getString("section_id"),
                                row.getString("entry_id"),
                                row.getLong("balance"))),
                rows(
                        "select * from feed.change where project_id = ? and kind = 'form' order by change_id",
                        SnapshotReader::changeRow),
                rows(
                        "select * from forms.attachment where project_id = ?",
                        row -> new PhotoRow(
                                row.getString("form_id"),
                                row.getString("name"),
                                row.getLong("length"),
                                String.valueOf(row.getString("blob_key")))),
                feed());
    }

    private Feed feed() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*), count(*) filter (where feed_position is null), count(distinct feed_position),"
                                + " coalesce(max(feed_position), 0), (select last_position from feed.head)"
                                + " from feed.change")) {
            row.next();
            return new Feed(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    private static FormRow formRow(ResultSet row) throws SQLException {
        return new FormRow(
                row.getString("form_id"),
                row.getInt("state"),
                row.getString("orig_id"),
                Digests.hex(row.getBytes("content_md5")),
                Digests.md5(Digests.inflated(row.getBytes("xml"), row.getInt("xml_length"))));
    }

    private static CaseRow caseRow(ResultSet row) throws SQLException {
        String caseId = row.getString("case_id");
        Map<String, String> properties = new HashMap<>();
        JSON.readTree(row.getString("properties"))
                .properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asString()));
        return new CaseRow(
                caseId,
                row.getInt("case_no"),
                row.getString("type"),
                row.getString("name"),
                row.getString("owner_id"),
                row.getBoolean("closed"),
                row.getTimestamp("deleted_on") != null,
                instant(row, "opened_on"),
                row.getString("opened_by"),
                instant(row, "modified_on"),
                row.getString("modified_by"),
                instant(row, "closed_on"),
                properties,
                links(caseId, row.getString("indices")),
                row.getInt("last_ordinal"));
    }

    private static Set<LinkRow> links(String caseId, String json) {
        Set<LinkRow> links = new HashSet<>();
        for (JsonNode link : JSON.readTree(json)) {
            if (!link.path("target").asString().isEmpty()) {
                links.add(new LinkRow(
                        caseId,
                        link.path("id").asString(),
                        link.path("type").asString(),
                        link.path("target").asString(),
                        link.path("rel").asString()));
            }
        }
        return links;
    }

    private static ChangeRow changeRow(ResultSet row) throws SQLException {
        long position = row.getLong("feed_position");
        return new ChangeRow(
                row.getLong("change_id"),
                row.wasNull() ? null : position,
                row.getString("document_id"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("case_ids").getArray())));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, project);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
        }
        return rows;
    }
}
