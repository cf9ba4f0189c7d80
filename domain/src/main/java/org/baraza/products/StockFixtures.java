// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;

/**
 * Products and programs on phones, where a project keeps stock (device protocol: fixtures commtrack:products and
 * commtrack:programs). A phone that holds them is given empty lists once the project keeps none any more.
 */
public final class StockFixtures implements FixtureProvider {
    private static final String PRODUCTS = "commtrack:products";
    private static final String PROGRAMS = "commtrack:programs";
    private static final List<String> INDEXES = List.of("@id", "code", "program_id", "category");

    private final StockStore stock = new StockStore();
    private final ProductStore products = new ProductStore();
    private final ProgramStore programs = new ProgramStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        StockState state = stock.state(tx);
        if (!state.tracksStock() && recipient.held().forgotten(PRODUCTS).isEmpty()) {
            return List.of();
        }
        if (!state.tracksStock()) {
            return List.of(
                    StockFixtures::writeSchema,
                    out -> writeProducts(out, recipient.userId(), _ -> {}),
                    out -> writePrograms(out, recipient.userId(), List.of()));
        }
        String stamp = Long.toString(state.version());
        List<Fixture> fixtures = new ArrayList<>(recipient
                .held()
                .unlessHeld(
                        PRODUCTS,
                        stamp,
                        List.of(
                                StockFixtures::writeSchema,
                                out -> writeProducts(
                                        out, recipient.userId(), row -> products.forEachActive(tx, row)))));
        fixtures.addAll(recipient
                .held()
                .unlessHeld(PROGRAMS, stamp, List.of(out -> writePrograms(out, recipient.userId(), programs.all(tx)))));
        return fixtures;
    }

    private static void writeSchema(XmlWriter out) throws IOException {
        out.start("schema").attribute("id", PRODUCTS).start("indices");
        for (String index : INDEXES) {
            out.element("index", index);
        }
        out.end().end();
    }

    /** Gives each product to a writer. */
    private interface Rows {
        void forEach(ProductStore.Reader reader) throws IOException;
    }

    private static void writeProducts(XmlWriter out, String userId, Rows rows) throws IOException {
        out.start("fixture")
                .attribute("id", PRODUCTS)
                .attribute("user_id", userId)
                .attribute("indexed", "true")
                .start("products");
        rows.forEach(product -> write(out, product));
        out.end().end();
    }

    private static void write(XmlWriter out, Product product) throws IOException {
        out.start("product").attribute("id", product.productId());
        out.element("name", product.name());
        out.element("unit", product.unit());
        out.element("code", product.code());
        out.element("description", product.description());
        out.element("category", product.category());
        out.element("program_id", product.programId());
        out.element(
                "cost",
                product.cost() == null
                        ? ""
                        : product.cost().stripTrailingZeros().toPlainString());
        out.start("product_data");
        for (Map.Entry<String, String> noted : new TreeMap<>(product.data()).entrySet()) {
            out.element(noted.getKey(), noted.getValue());
        }
        out.end().end();
    }

    private static void writePrograms(XmlWriter out, String userId, List<Program> programs) throws IOException {
        out.start("fixture")
                .attribute("id", PROGRAMS)
                .attribute("user_id", userId)
                .start("programs");
        for (Program program : programs) {
            out.start("program").attribute("id", program.programId());
            out.element("name", program.name());
            out.element("code", program.code());
            out.end();
        }
        out.end().end();
    }
}
