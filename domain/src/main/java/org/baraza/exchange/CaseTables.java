// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.imports.TableLook;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Tables of cases between their sending and their import, while somebody says what the columns mean and tries it out. Needs
 * {@code edit_data}. A table that is not imported is forgotten after a day.
 */
public final class CaseTables implements BlobReferences {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Transactions transactions;
    private final CaseImports imports;
    private final JobFiles files;
    private final Clock clock;
    private final CaseTableStore store = new CaseTableStore();

    public CaseTables(Transactions transactions, CaseImports imports, JobFiles files, Clock clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Keeps what lies in the blob store, once it was looked at.
     *
     * @throws WorkbookRefused when no import can come of it; it is gone then
     */
    public CaseTable keep(ProjectAccess who, JobFile sent) {
        imports.mayImport(who);
        Path copy = files.copy(sent.key());
        try {
            TableLook look = TableLook.at(copy);
            return transactions.write(tx -> {
                store.forget(tx, clock.instant().minus(KEPT));
                return store.insert(tx, sent, look, who.actor().userId(), clock.instant());
            });
        } catch (RuntimeException refused) {
            files.discard(sent.key());
            throw refused;
        } finally {
            JobFiles.remove(copy);
        }
    }

    public Optional<CaseTable> find(ProjectAccess who, String tableId) {
        imports.mayImport(who);
        return transactions.read(tx -> store.find(tx, tableId));
    }

    /**
     * Starts an import of the table, or a trial of it after which the table is still there.
     *
     * @throws WorkbookRefused when the plan does not fit the table, which stays
     */
    public Job start(ProjectAccess who, String tableId, ImportPlan plan) {
        CaseTable table = find(who, tableId).orElseThrow(CaseTables::unknown);
        if (plan.checkOnly()) {
            return imports.start(who, plan, copyOf(table));
        }
        // Taken first, so that of two clicks one imports.
        if (!transactions.write(tx -> store.remove(tx, tableId))) {
            throw unknown();
        }
        try {
            // Nothing refers to its file any more, so that whoever sweeps the blobs removes it.
            return imports.start(who, plan, copyOf(table));
        } catch (RuntimeException refused) {
            transactions.writing(tx -> store.putBack(tx, table));
            throw refused;
        }
    }

    /** A job removes its file at its end. */
    private JobFile copyOf(CaseTable table) {
        Path copy = files.copy(table.file().key());
        try {
            return new JobFile(
                    files.keep(out -> Files.copy(copy, out)), table.file().name());
        } finally {
            JobFiles.remove(copy);
        }
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("table of cases"));
    }

    @Override
    public Collection<String> referred(Tx tx, Collection<String> keys) {
        return store.referred(tx, keys);
    }
}
