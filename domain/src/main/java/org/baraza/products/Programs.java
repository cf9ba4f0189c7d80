// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The programs of the project in scope. Any member may read them; changing them needs {@code edit_data}. */
public final class Programs {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final ProgramStore store = new ProgramStore();
    private final ProductStore products = new ProductStore();
    private final StockStore stock = new StockStore();

    public Programs(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of them by name. */
    public Page<Program> list(ProjectAccess who, PageRequest page) {
        return transactions.read(tx -> store.page(tx, page));
    }

    public Optional<Program> find(ProjectAccess who, String programId) {
        return transactions.read(tx -> store.find(tx, programId));
    }

    /** Those of the ids that are programs of the project. */
    public Map<String, Program> find(ProjectAccess who, Collection<String> programIds) {
        return transactions.read(tx -> store.find(tx, programIds));
    }

    /** @param code made of the name when it is empty */
    public Program create(ProjectAccess who, String name, String code) {
        who.require(Permission.EDIT_DATA);
        ProductRules.checkProgram(name, code);
        return transactions.write(tx -> {
            stock.touch(tx, who.project());
            String settled = code.isEmpty() ? ProductRules.codeOf(name) : code;
            refuseNamesakes(tx, name, settled, "");
            Program made = store.insert(
                    tx,
                    who.project(),
                    UUID.randomUUID().toString().replace("-", ""),
                    name.strip(),
                    settled,
                    clock.instant());
            record(tx, who, "program.created", made);
            return made;
        });
    }

    public Program update(ProjectAccess who, String programId, Optional<String> name, Optional<String> code) {
        who.require(Permission.EDIT_DATA);
        return transactions.write(tx -> {
            stock.touch(tx, who.project());
            Program before = store.find(tx, programId).orElseThrow(Programs::unknown);
            String newName = name.orElse(before.name());
            String newCode = code.filter(given -> !given.isEmpty()).orElse(before.code());
            ProductRules.checkProgram(newName, newCode);
            refuseNamesakes(tx, newName, newCode, programId);
            Program after = store.update(tx, programId, newName.strip(), newCode, clock.instant());
            record(tx, who, "program.changed", after);
            return after;
        });
    }

    /** Deletes a program that no product belongs to. */
    public void delete(ProjectAccess who, String programId) {
        who.require(Permission.EDIT_DATA);
        transactions.writing(tx -> {
            stock.touch(tx, who.project());
            Program gone = store.find(tx, programId).orElseThrow(Programs::unknown);
            if (products.hasProgram(tx, programId)) {
                throw new Refused(new Problem.Conflict(
                        "PROGRAM_IN_USE", "Products belong to this program; give them another one first."));
            }
            store.delete(tx, programId);
            record(tx, who, "program.deleted", gone);
        });
    }

    private void refuseNamesakes(Tx tx, String name, String code, String exceptId) {
        if (store.hasName(tx, name, exceptId)) {
            throw ProductRules.refused("name", "NAME_TAKEN", "Another program has this name.");
        }
        if (store.hasCode(tx, code, exceptId)) {
            throw ProductRules.refused("code", "CODE_TAKEN", "Another program has this code.");
        }
    }

    private void record(Tx tx, ProjectAccess who, String action, Program program) {
        audit.record(
                tx, who, AuditEntry.of(action, "program", program.programId()).with("code", program.code()));
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("program"));
    }
}
