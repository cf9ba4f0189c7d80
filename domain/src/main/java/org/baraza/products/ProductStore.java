// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import static org.baraza.persistence.schema.products.Tables.PRODUCT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.schema.products.tables.records.ProductRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Products; lists are read in the order of the index product_by_name. */
final class ProductStore {
    private static final int FETCH_SIZE = 500;
    /** Sorts after every character of a name. */
    private static final String END = "\uDBFF\uDFFF";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** Takes one product. */
    interface Reader {
        void read(Product product) throws IOException;
    }

    Product insert(Tx tx, ProjectId project, String productId, ProductWish wish, Instant now) {
        ProductRecord row = tx.sql().newRecord(PRODUCT);
        row.setProjectId(project.value());
        row.setProductId(productId);
        fill(row, wish, now);
        row.insert();
        return find(tx, productId).orElseThrow();
    }

    Product update(Tx tx, String productId, ProductWish wish, Instant now) {
        ProductRecord row = tx.sql().newRecord(PRODUCT);
        fill(row, wish, now);
        return tx.sql()
                .update(PRODUCT)
                .set(row)
                .where(PRODUCT.PRODUCT_ID.eq(productId))
                .returning()
                .fetchSingle(ProductStore::product);
    }

    private static void fill(ProductRecord row, ProductWish wish, Instant now) {
        row.setName(wish.name());
        row.setNameKey(ProductRules.key(wish.name()));
        row.setCode(wish.code());
        row.setUnit(wish.unit());
        row.setDescription(wish.description());
        row.setCategory(wish.category());
        row.setProgramId(wish.programId().isEmpty() ? null : wish.programId());
        row.setCost(wish.cost());
        row.setData(JSONB.valueOf(JSON.writeValueAsString(new TreeMap<>(wish.data()))));
        row.setModifiedAt(now);
    }

    Product setArchived(Tx tx, String productId, boolean archived, Instant now) {
        return tx.sql()
                .update(PRODUCT)
                .set(PRODUCT.ARCHIVED, archived)
                .set(PRODUCT.MODIFIED_AT, now)
                .where(PRODUCT.PRODUCT_ID.eq(productId))
                .returning()
                .fetchSingle(ProductStore::product);
    }

    Optional<Product> find(Tx tx, String productId) {
        return tx.sql()
                .selectFrom(PRODUCT)
                .where(PRODUCT.PRODUCT_ID.eq(productId))
                .fetchOptional(ProductStore::product);
    }

    /** By primary key. */
    Map<String, Product> find(Tx tx, Collection<String> productIds) {
        return tx.sql()
                .selectFrom(PRODUCT)
                .where(PRODUCT.PRODUCT_ID.eq(any(productIds.toArray(String[]::new))))
                .fetchMap(PRODUCT.PRODUCT_ID, ProductStore::product);
    }

    /** Index product_by_code. */
    boolean hasCode(Tx tx, String code, String exceptId) {
        return tx.sql().fetchExists(PRODUCT, PRODUCT.CODE.eq(code).and(PRODUCT.PRODUCT_ID.ne(exceptId)));
    }

    /** Index product_by_program. */
    boolean hasProgram(Tx tx, String programId) {
        return tx.sql().fetchExists(PRODUCT, PRODUCT.PROGRAM_ID.eq(programId));
    }

    Page<Product> page(Tx tx, ProductQuery query) {
        List<Product> rows = tx.sql().fetch(rows(query)).map(ProductStore::product);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(PRODUCT, wanted(query)));
    }

    /** One row more than the page has. */
    ResultQuery<ProductRecord> rows(ProductQuery query) {
        return DSL.selectFrom(PRODUCT)
                .where(wanted(query))
                .and(behind(query.page().after()))
                .orderBy(PRODUCT.NAME_KEY, PRODUCT.PRODUCT_ID)
                .limit(query.page().first() + 1);
    }

    private static Condition wanted(ProductQuery query) {
        return PRODUCT.ARCHIVED.eq(query.archived()).and(matches(query.search()));
    }

    private static Condition matches(String search) {
        String beginning = ProductRules.key(search);
        // A range rather than LIKE, which row-level security would keep from using an index.
        return beginning.isEmpty()
                ? noCondition()
                : PRODUCT.NAME_KEY.between(beginning, beginning + END).or(PRODUCT.CODE.eq(search.strip()));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, ProductQuery.LIST, 2);
        return row(PRODUCT.NAME_KEY, PRODUCT.PRODUCT_ID).gt(cursor.text(0), cursor.text(1));
    }

    /** Those that phones are given, by name. */
    void forEachActive(Tx tx, Reader reader) throws IOException {
        try (var rows = tx.sql()
                .selectFrom(PRODUCT)
                .where(PRODUCT.ARCHIVED.eq(false))
                .orderBy(PRODUCT.NAME_KEY, PRODUCT.PRODUCT_ID)
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (ProductRecord row : rows) {
                reader.read(product(row));
            }
        }
    }

    private static Product product(ProductRecord row) {
        String programId = row.getProgramId();
        return new Product(
                row.getProductId(),
                row.getName(),
                row.getCode(),
                row.getUnit(),
                row.getDescription(),
                row.getCategory(),
                programId == null ? "" : programId,
                row.getCost(),
                JSON.readValue(row.getData().data(), TEXTS),
                row.getArchived(),
                row.getModifiedAt());
    }
}
