// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms.testing;

import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.baraza.persistence.schema.tenancy.Tables.PROJECT;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.cases.CaseState;
import org.baraza.devices.DeviceLogs;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormIntake;
import org.baraza.forms.FormState;
import org.baraza.forms.Receipt;
import org.baraza.forms.Submission;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.persistence.testing.TestDatabase;

/** The intake on a database of its own, with as many projects as a test asks for. */
public final class IntakeFixture implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final CaseBookStore books;
    private final FormIntake intake;
    private final FormArchive archive;

    private IntakeFixture() {
        Login app = database.settings().app();
        pool = Databases.pool("test", database.settings().url(), app.user(), app.password(), 8);
        transactions = new Transactions(pool);
        CaseNumbers numbers = new CaseNumbers(transactions, new CaseNumberStore());
        books = new CaseBookStore(numbers);
        ChangeLog changes = new ChangeLog(() -> {});
        intake = new FormIntake(transactions, numbers, books, changes, new DeviceLogs(transactions));
        archive = new FormArchive(transactions, books, changes, new Audit(), Clock.systemUTC());
    }

    public static IntakeFixture open() {
        return new IntakeFixture();
    }

    /** The intake of another node on the same database. */
    public FormIntake anotherNode() {
        CaseNumbers numbers = new CaseNumbers(transactions, new CaseNumberStore());
        return new FormIntake(
                transactions,
                numbers,
                new CaseBookStore(numbers),
                new ChangeLog(() -> {}),
                new DeviceLogs(transactions));
    }

    public TestDatabase database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** A new project. */
    public World world() {
        ProjectId id = new ProjectId(UUID.randomUUID());
        transactions.writeAs(
                Visibility.project(id),
                tx -> tx.sql()
                        .insertInto(PROJECT)
                        .set(PROJECT.PROJECT_ID, id.value())
                        .set(PROJECT.NAME, "p" + id.value().toString().substring(0, 13))
                        .set(PROJECT.DISPLAY_NAME, "Test")
                        .set(PROJECT.CREATED_BY, "test")
                        .execute());
        return new World(id);
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }

    /** A form as it is stored. */
    public record Kept(FormState state, String xmlns, String userId, boolean edited, String xml) {}

    /** One project, as a phone and an administrator use it. */
    public final class World {
        private final ProjectId id;
        private final ProjectAccess admin;

        World(ProjectId id) {
            this.id = id;
            this.admin = new ProjectAccess(
                    id,
                    "test",
                    new Actor.WebUser("w-admin", "admin@example.org", true, Optional.empty()),
                    "Admin",
                    EnumSet.allOf(Permission.class));
        }

        public ProjectId id() {
            return id;
        }

        public ProjectAccess admin() {
            return admin;
        }

        public Receipt submit(String xml) {
            return submit(xml.getBytes(StandardCharsets.UTF_8));
        }

        public Receipt submit(byte[] xml) {
            return submit(xml, List.of());
        }

        public Receipt submit(byte[] xml, List<Submission.Attachment> attachments) {
            return submit(intake, xml, attachments);
        }

        /** On a node of one's choice. */
        public Receipt submit(FormIntake node, String xml) {
            return submit(node, xml.getBytes(StandardCharsets.UTF_8), List.of());
        }

        private Receipt submit(FormIntake node, byte[] xml, List<Submission.Attachment> attachments) {
            Envelope envelope = new Envelope("/a/test/receiver/", null, null, "3.0", null, null, null, "u-amina");
            return ProjectScope.in(id, () -> node.receive(new Submission(xml, Instant.now(), envelope, attachments)));
        }

        public void archive(String formId) {
            ProjectScope.run(id, () -> archive.archive(admin, formId));
        }

        public void unarchive(String formId) {
            ProjectScope.run(id, () -> archive.unarchive(admin, formId));
        }

        public Optional<CaseState> caseState(String caseId) {
            return ProjectScope.in(
                    id,
                    () -> transactions.write(
                            tx -> books.open(tx, List.of(caseId), Set.of()).find(caseId)));
        }

        public Optional<Kept> form(String formId) {
            return ProjectScope.in(
                    id,
                    () -> transactions.read(tx -> tx.sql()
                            .selectFrom(FORM)
                            .where(FORM.FORM_ID.eq(formId))
                            .fetchOptional(row -> new Kept(
                                    state(row.getState()),
                                    row.getXmlns(),
                                    row.getUserId(),
                                    row.getEditedOn() != null,
                                    new String(unpack(row.getXml(), row.getXmlLength()), StandardCharsets.UTF_8)))));
        }

        public List<String> formIds(FormState state) {
            return ProjectScope.in(
                    id,
                    () -> transactions.read(tx -> tx.sql()
                            .select(FORM.FORM_ID)
                            .from(FORM)
                            .where(FORM.STATE.eq((short) state.bit()))
                            .fetch(FORM.FORM_ID)));
        }

        /** How many forms there are in each state, by the lower-case name of the state. */
        public Map<String, Integer> formCounts() {
            Map<String, Integer> counts = new TreeMap<>();
            ProjectScope.run(
                    id,
                    () -> transactions
                            .read(tx -> tx.sql().select(FORM.STATE).from(FORM).fetch(FORM.STATE))
                            .stream()
                            .map(bit -> state(bit).name().toLowerCase(Locale.ROOT))
                            .forEach(state -> counts.merge(state, 1, Integer::sum)));
            return counts;
        }
    }

    private static FormState state(short bit) {
        for (FormState state : FormState.values()) {
            if (state.bit() == bit) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state " + bit);
    }

    private static byte[] unpack(byte[] packed, int length) {
        var inflater = new java.util.zip.Inflater(true);
        inflater.setInput(packed);
        byte[] xml = new byte[length];
        try {
            inflater.inflate(xml);
        } catch (java.util.zip.DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
        return xml;
    }
}
