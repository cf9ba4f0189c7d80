// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The products of the project in scope. Any member may read them, as they go to phones anyway; changing them needs {@code
 * edit_data}. A product is never deleted, because ledgers name it: it is archived.
 */
public final class Products {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final ProductStore store = new ProductStore();
    private final ProgramStore programs = new ProgramStore();
    private final StockStore stock = new StockStore();

    public Products(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Page<Product> list(ProjectAccess who, ProductQuery query) {
        return transactions.read(tx -> store.page(tx, query));
    }

    public Optional<Product> find(ProjectAccess who, String productId) {
        return transactions.read(tx -> store.find(tx, productId));
    }

    /** Those of the ids that are products of the project. */
    public Map<String, Product> find(ProjectAccess who, Collection<String> productIds) {
        return transactions.read(tx -> store.find(tx, productIds));
    }

    public Product create(ProjectAccess who, ProductWish wanted) {
        who.require(Permission.EDIT_DATA);
        ProductRules.check(wanted);
        return transactions.write(tx -> {
            stock.touch(tx, who.project());
            ProductWish wish = settled(tx, wanted, "");
            Product made = store.insert(
                    tx, who.project(), UUID.randomUUID().toString().replace("-", ""), wish, clock.instant());
            record(tx, who, "product.created", made);
            return made;
        });
    }

    /** Changes what the product is, beginning with what it is now. */
    public Product update(ProjectAccess who, String productId, UnaryOperator<ProductWish> change) {
        who.require(Permission.EDIT_DATA);
        return transactions.write(tx -> {
            stock.touch(tx, who.project());
            Product before = store.find(tx, productId).orElseThrow(Products::unknown);
            ProductWish wish = change.apply(before.wish());
            ProductRules.check(wish);
            Product after = store.update(tx, productId, settled(tx, wish, productId), clock.instant());
            record(tx, who, "product.changed", after);
            return after;
        });
    }

    /** Phones lose an archived product at their next sync, and get it back when it is no longer archived. */
    public Product setArchived(ProjectAccess who, String productId, boolean archived) {
        who.require(Permission.EDIT_DATA);
        return transactions.write(tx -> {
            stock.touch(tx, who.project());
            Product before = store.find(tx, productId).orElseThrow(Products::unknown);
            if (before.archived() == archived) {
                return before;
            }
            Product after = store.setArchived(tx, productId, archived, clock.instant());
            record(tx, who, archived ? "product.archived" : "product.unarchived", after);
            return after;
        });
    }

    /** With a code that is free, and a program that there is. */
    private ProductWish settled(Tx tx, ProductWish wish, String productId) {
        if (!wish.programId().isEmpty() && programs.find(tx, wish.programId()).isEmpty()) {
            throw ProductRules.refused("programId", "PROGRAM_UNKNOWN", "There is no such program.");
        }
        ProductWish coded = wish.code().isEmpty() ? wish.withCode(freeCode(tx, wish.name())) : wish;
        if (store.hasCode(tx, coded.code(), productId)) {
            throw ProductRules.refused("code", "CODE_TAKEN", "Another product has this code.");
        }
        return coded;
    }

    /** The code of the name; with a number behind it where others were called so before. */
    private String freeCode(Tx tx, String name) {
        String code = ProductRules.codeOf(name);
        String free = code;
        for (int number = 2; store.hasCode(tx, free, ""); number++) {
            String ending = "_" + number;
            free = code.substring(0, Math.min(code.length(), ProductRules.LONGEST_CODE - ending.length())) + ending;
        }
        return free;
    }

    private void record(Tx tx, ProjectAccess who, String action, Product product) {
        audit.record(
                tx, who, AuditEntry.of(action, "product", product.productId()).with("code", product.code()));
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("product"));
    }
}
