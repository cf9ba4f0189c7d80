// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.identity.Audit;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.baraza.xml.XmlWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProductsTest {
    private final World world = new World();
    private final Products products = new Products(world.transactions, new Audit(), world.clock);
    private final Programs programs = new Programs(world.transactions, new Audit(), world.clock);
    private final StockSettings stock = new StockSettings(world.transactions, new Audit());
    private ProjectAccess admin;
    private ProjectAccess stranger;

    @BeforeAll
    void twoProjects() {
        admin = world.project("demo", world.webUser("admin@example.org"));
        stranger = world.project("other", world.webUser("stranger@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aCodeIsMadeOfTheNameAndNumberedWhereOthersHaveIt() {
        assertThat(create(admin, "Zinc 20 mg").code()).isEqualTo("zinc_20_mg");
        assertThat(create(admin, "zinc (20 MG)").code()).isEqualTo("zinc_20_mg_2");
        assertThat(create(admin, "أقراص").code()).isEqualTo("item");
        assertThat(create(stranger, "Zinc 20 mg").code()).isEqualTo("zinc_20_mg");
        assertThat(codeOf(() -> create(admin, plain("Other").withCode("zinc_20_mg"))))
                .isEqualTo("CODE_TAKEN");
    }

    @Test
    void aPageComesByNameAndKeepsWhatIsArchivedApart() {
        ProjectAccess who = world.project("pages", world.webUser("pages@example.org"));
        for (String name : List.of("Zinc", "amoxicillin", "ORS", "Artemether")) {
            create(who, name);
        }
        Product gone = create(who, "Chloroquine");
        world.in(who, () -> products.setArchived(who, gone.productId(), true));
        Page<Product> first = page(who, "", false, "", 3);
        assertThat(names(first)).containsExactly("amoxicillin", "Artemether", "ORS");
        assertThat(first.total()).hasValue(4);
        assertThat(names(page(who, "", false, ProductQuery.cursor(first.items().getLast()), 3)))
                .containsExactly("Zinc");
        assertThat(names(page(who, "A", false, "", 3))).containsExactly("amoxicillin", "Artemether");
        assertThat(names(page(who, "zinc", false, "", 3))).containsExactly("Zinc");
        assertThat(names(page(who, "", true, "", 3))).containsExactly("Chloroquine");
    }

    @Test
    void whatBreaksARuleIsNamed() {
        assertThat(fieldsOf(() -> create(
                        admin,
                        new ProductWish(" ", "a b", "", "", "", "", new BigDecimal("-1"), Map.of("two words", "x")))))
                .containsExactly("name", "code", "cost", "data");
        assertThat(codeOf(() -> create(admin, new ProductWish("P", "", "", "", "", "nowhere", null, Map.of()))))
                .isEqualTo("PROGRAM_UNKNOWN");
    }

    @Test
    void aProgramGoesOnlyWhenNoProductBelongsToIt() {
        Program malaria = world.in(admin, () -> programs.create(admin, "Malaria", ""));
        assertThat(malaria.code()).isEqualTo("malaria");
        Product nets = create(admin, new ProductWish("Nets", "", "piece", "", "", malaria.programId(), null, Map.of()));
        assertThat(codeOf(() -> world.in(admin, () -> delete(malaria)))).isEqualTo("PROGRAM_IN_USE");
        world.in(
                admin,
                () -> products.update(
                        admin,
                        nets.productId(),
                        wish -> new ProductWish(
                                wish.name(), wish.code(), wish.unit(), "", "", "", wish.cost(), wish.data())));
        world.in(admin, () -> delete(malaria));
        assertThat(world.in(admin, () -> programs.find(admin, malaria.programId())))
                .isEmpty();
    }

    private Optional<Void> delete(Program program) {
        programs.delete(admin, program.programId());
        return Optional.empty();
    }

    @Test
    void anotherProjectNeitherSeesNorChangesThem() {
        Product mine = create(admin, "Mine alone");
        assertThat(world.in(stranger, () -> products.find(stranger, mine.productId())))
                .isEmpty();
        assertThat(codeOf(() -> world.in(stranger, () -> products.setArchived(stranger, mine.productId(), true))))
                .isEqualTo("NOT_FOUND");
        Program program = world.in(admin, () -> programs.create(admin, "Mine too", ""));
        assertThat(codeOf(() ->
                        create(stranger, new ProductWish("P", "", "", "", "", program.programId(), null, Map.of()))))
                .isEqualTo("PROGRAM_UNKNOWN");
    }

    @Test
    void whoMayNotEditDataChangesNothing() {
        var reader = new ProjectAccess(
                admin.project(), "demo", admin.actor(), "Reader", EnumSet.of(Permission.VIEW_REPORTS));
        assertThatThrownBy(() -> create(reader, "Never")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.in(reader, () -> programs.create(reader, "Never", "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.in(reader, () -> stock.setTracksStock(reader, true)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPhoneGetsWhatIsNotArchived() {
        ProjectAccess who = world.project("phones", world.webUser("phones@example.org"));
        world.in(who, () -> stock.setTracksStock(who, true));
        Program child = world.in(who, () -> programs.create(who, "Child health", "ch"));
        Product zinc = create(
                who,
                new ProductWish(
                        "Zinc & co",
                        "zn",
                        "tablet",
                        "d",
                        "drugs",
                        child.programId(),
                        new BigDecimal("1.50"),
                        Map.of("colour", "white")));
        Product old = create(who, "Old");
        world.in(who, () -> products.setArchived(who, old.productId(), true));
        assertThat(fixtures(who))
                .isEqualTo("<schema id=\"commtrack:products\"><indices><index>@id</index><index>code</index>"
                        + "<index>program_id</index><index>category</index></indices></schema>"
                        + "<fixture id=\"commtrack:products\" user_id=\"u-1\" indexed=\"true\"><products>"
                        + "<product id=\"" + zinc.productId() + "\"><name>Zinc &amp; co</name><unit>tablet</unit>"
                        + "<code>zn</code><description>d</description><category>drugs</category><program_id>"
                        + child.programId() + "</program_id><cost>1.5</cost>"
                        + "<product_data><colour>white</colour></product_data></product></products></fixture>"
                        + "<fixture id=\"commtrack:programs\" user_id=\"u-1\"><programs><program id=\""
                        + child.programId()
                        + "\"><name>Child health</name><code>ch</code></program></programs></fixture>");
    }

    @Test
    void aPageOfManyIsReadFromItsIndex() {
        Plans plans = new Plans(world, admin.project());
        plans.fill(admin.project(), """
                insert into products.product (project_id, product_id, name, name_key, code, modified_at)
                select nullif(current_setting('baraza.project', true), '')::uuid, n::text, 'p' || n, 'p' || n, 'p' || n, now()
                from generate_series(1, 8000) n""");
        plans.analyse("products.product");
        assertThat(plans.of(new ProductStore().rows(new ProductQuery("", false, PageRequest.first(50)))))
                .contains("product_by_name")
                .doesNotContain("Sort");
    }

    private Product create(ProjectAccess who, String name) {
        return create(who, plain(name));
    }

    private Product create(ProjectAccess who, ProductWish wish) {
        return world.in(who, () -> products.create(who, wish));
    }

    private static ProductWish plain(String name) {
        return new ProductWish(name, "", "", "", "", "", null, Map.of());
    }

    private Page<Product> page(ProjectAccess who, String search, boolean archived, String after, int first) {
        var query = new ProductQuery(search, archived, new PageRequest(first, after, true));
        return world.in(who, () -> products.list(who, query));
    }

    private static List<String> names(Page<Product> page) {
        return page.items().stream().map(Product::name).toList();
    }

    private String fixtures(ProjectAccess who) {
        var recipient = new FixtureRecipient("u-1", Set.of("u-1"));
        return world.in(
                who,
                () -> world.transactions.read(tx -> {
                    StringBuilder all = new StringBuilder();
                    for (Fixture fixture : new StockFixtures().fixtures(tx, recipient)) {
                        all.append(new String(XmlWriter.bytes(out -> write(fixture, out)), StandardCharsets.UTF_8));
                    }
                    return all.toString();
                }));
    }

    private static void write(Fixture fixture, XmlWriter out) {
        try {
            fixture.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String codeOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused refused) {
            return refused.problem().code();
        }
    }

    private static List<String> fieldsOf(Runnable work) {
        List<String> fields = new ArrayList<>();
        try {
            work.run();
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                invalid.errors().forEach(error -> fields.add(error.field()));
            }
        }
        return fields;
    }
}
