// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.identity.Audit;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.SliceRequest;
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
final class LookupTablesTest {
    private final World world = new World();
    private final LookupTables tables = new LookupTables(world.transactions, new Audit(), world.clock);
    private final LookupRows rows = new LookupRows(world.transactions, new Audit(), world.clock);
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
    void rowsAreReadInTheOrderInWhichTheyWereAddedUntilSomebodyMovesOne() {
        UUID table = create(admin, "ordered", true).id();
        for (String name : new String[] {"a", "b", "c"}) {
            add(admin, table, name);
        }
        assertThat(names(page(table, "", 2))).containsExactly("a", "b");
        Page<LookupRow> rest = page(table, page(table, "", 2).items().getLast().cursor(), 2);
        assertThat(names(rest)).containsExactly("c");
        assertThat(rest.more()).isFalse();
        assertThat(rest.total()).hasValue(3);
        UUID last = rest.items().getFirst().id();
        world.in(admin, () -> rows.update(admin, last, row -> row.at(-1)));
        assertThat(names(page(table, "", 9))).containsExactly("c", "a", "b");
        assertThat(add(admin, table, "d").sortKey()).isEqualTo(2);
    }

    @Test
    void rowsThatAreAddedAtOnceGetPlacesOfTheirOwn() throws Exception {
        UUID table = create(admin, "busy", true).id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(IntStream.range(0, 12)
                    .<java.util.concurrent.Callable<LookupRow>>mapToObj(n -> () -> add(admin, table, "n" + n))
                    .toList())) {
                done.get();
            }
        }
        assertThat(page(table, "", 20).items())
                .extracting(LookupRow::sortKey)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void aTagNamesOneTableForAsLongAsItExists() {
        LookupTable table = create(admin, "once", true);
        assertThat(codeOf(() -> create(admin, "once", true))).isEqualTo("TAG_TAKEN");
        assertThat(codeOf(() ->
                        world.in(admin, () -> tables.update(admin, table.id(), before -> definition("twice", true)))))
                .isEqualTo("TAG_CHANGED");
        create(stranger, "once", true);
        add(admin, table.id(), "x");
        world.in(admin, () -> {
            tables.delete(admin, table.id());
            return true;
        });
        assertThat(world.in(admin, () -> tables.withTag(admin, "once"))).isEmpty();
        assertThat(create(admin, "once", true).id()).isNotEqualTo(table.id());
    }

    @Test
    void aLargeTableIsDeletedWhole() {
        UUID table = create(admin, "large", true).id();
        new Plans(world, admin.project())
                .fill(
                        admin.project(),
                        "insert into tables.lookup_row (project_id, table_id, sort_key) select"
                                + " nullif(current_setting('baraza.project', true), '')::uuid, '" + table
                                + "', n from generate_series(1, 2000) n");
        world.in(admin, () -> {
            tables.delete(admin, table);
            return true;
        });
        assertThat(world.in(admin, () -> rows.list(admin, new RowFilter.OfTable(table), new SliceRequest(1, 0)))
                        .total())
                .isZero();
    }

    @Test
    void anotherProjectSeesAndChangesNothingOfIt() {
        LookupTable table = create(admin, "secret", true);
        LookupRow row = add(admin, table.id(), "x");
        assertThat(world.in(stranger, () -> tables.find(stranger, table.id()))).isEmpty();
        assertThat(world.in(stranger, () -> rows.find(stranger, row.id()))).isEmpty();
        assertThat(world.in(stranger, () -> rows.owners(stranger, List.of(row.id()))))
                .isEmpty();
        for (Runnable deed : List.<Runnable>of(
                () -> add(stranger, table.id(), "y"),
                () -> world.in(stranger, () -> rows.delete(stranger, row.id())),
                () -> world.in(stranger, () -> rows.setOwners(stranger, row.id(), List.of())),
                () -> world.in(stranger, () -> rows.update(stranger, row.id(), found -> found)),
                () -> world.in(stranger, () -> tables.update(stranger, table.id(), found -> found)))) {
            assertThat(codeOf(deed)).isEqualTo("NOT_FOUND");
        }
        assertThat(fixtures(stranger, Set.of("u-1"))).doesNotContain("secret");
    }

    @Test
    void whoMayNeitherEditDataNorUseTheApiChangesNothing() {
        var reader = new ProjectAccess(
                admin.project(), "demo", admin.actor(), "Reader", EnumSet.of(Permission.VIEW_REPORTS));
        UUID table = create(admin, "guarded", true).id();
        UUID row = add(admin, table, "x").id();
        for (Runnable deed : List.<Runnable>of(
                () -> create(reader, "never", true),
                () -> add(reader, table, "y"),
                () -> world.in(reader, () -> rows.delete(reader, row)),
                () -> world.in(reader, () -> rows.setOwners(reader, row, List.of())))) {
            assertThatThrownBy(deed::run)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(new Problem.Forbidden("edit_data")));
        }
        assertThat(world.in(reader, () -> tables.find(reader, table))).isPresent();
    }

    @Test
    void aPhoneGetsTablesForAllWholeAndOfOthersWhatItsUserOwns() {
        ProjectAccess place = world.project("phones", world.webUser("phones@example.org"));
        var villages = new TableDefinition(
                "village",
                true,
                "",
                List.of(
                        new TableField("id", List.of(), true),
                        new TableField("name", List.of("lang"), false),
                        new TableField("note", List.of(), false)),
                List.of("kind"));
        UUID global = world.in(place, () -> tables.create(place, villages)).id();
        var names = List.of(
                new FieldValue("Kisima & Mto", Map.of("lang", "sw")), new FieldValue("Well", Map.of("lang", "en")));
        world.in(
                place,
                () -> rows.create(
                        place,
                        global,
                        new RowContent(
                                Map.of(
                                        "id", List.of(FieldValue.plain("v1")),
                                        "name", names,
                                        "unknown", List.of(FieldValue.plain("?"))),
                                Map.of("kind", "rural", "other", "?")),
                        List.of()));
        UUID owned = create(place, "clinic", false).id();
        add(place, owned, "hers", new RowOwner(RowOwner.Kind.USER, "u-1"));
        add(
                place,
                owned,
                "of her group",
                new RowOwner(RowOwner.Kind.GROUP, "g-1"),
                new RowOwner(RowOwner.Kind.USER, "u-1"));
        add(place, owned, "of another", new RowOwner(RowOwner.Kind.LOCATION, "l-9"));
        add(place, owned, "of nobody");
        assertThat(fixtures(place, Set.of("u-1", "g-1")))
                .isEqualTo("<fixture id=\"item-list:clinic\" user_id=\"u-1\"><clinic_list>"
                        + "<clinic><name>hers</name></clinic><clinic><name>of her group</name></clinic>"
                        + "</clinic_list></fixture>"
                        + "<schema id=\"item-list:village\"><indices><index>id</index></indices></schema>"
                        + "<fixture id=\"item-list:village\" user_id=\"u-1\" indexed=\"true\"><village_list>"
                        + "<village kind=\"rural\"><id>v1</id><name lang=\"sw\">Kisima &amp; Mto</name>"
                        + "<name lang=\"en\">Well</name><note/></village></village_list></fixture>");
        assertThat(fixtures(place, Set.of("u-2")))
                .startsWith("<fixture id=\"item-list:clinic\" user_id=\"u-1\"><clinic_list/></fixture>");
    }

    @Test
    void childrenAreFoundByWhatTheyRepeatOfTheirParent() {
        UUID districts = create(admin, "district", true).id();
        UUID wards = create(admin, "ward", true).id();
        UUID parent = add(admin, districts, "north").id();
        add(admin, wards, "north");
        add(admin, wards, "south");
        assertThat(world.in(
                                admin,
                                () -> rows.list(
                                        admin,
                                        new RowFilter.Below(parent, "name", "ward", "name"),
                                        new SliceRequest(9, 0)))
                        .items())
                .hasSize(1);
        assertThat(world.in(
                                admin,
                                () -> rows.list(
                                        admin,
                                        new RowFilter.Below(parent, "nothing", "ward", "name"),
                                        new SliceRequest(9, 0)))
                        .items())
                .isEmpty();
    }

    @Test
    void aPageOfALargeTableAndTheRowsOfOneOwnerAreReadFromTheirIndexes() {
        UUID table = create(admin, "indexed", false).id();
        Plans plans = new Plans(world, admin.project());
        plans.fill(admin.project(), """
                insert into tables.lookup_row (project_id, table_id, sort_key)
                select nullif(current_setting('baraza.project', true), '')::uuid, '%s', n
                from generate_series(1, 8000) n""".formatted(table));
        plans.fill(admin.project(), """
                insert into tables.row_owner (project_id, row_id, owner_kind, owner_id, table_id)
                select project_id, row_id, 'user', 'u-' || sort_key %% 800, table_id
                from tables.lookup_row where table_id = '%s'""".formatted(table));
        plans.analyse("tables.lookup_row");
        plans.analyse("tables.row_owner");
        assertThat(plans.of(new RowStore().rows(table, PageRequest.first(50))))
                .contains("lookup_row_in_order")
                .doesNotContain("Sort");
        assertThat(plans.of(OwnerStore.rowsOf(table, List.of("u-7"))))
                .contains("row_owner_by_owner")
                .doesNotContain("Seq Scan");
    }

    private LookupTable create(ProjectAccess who, String tag, boolean global) {
        return world.in(who, () -> tables.create(who, definition(tag, global)));
    }

    private static TableDefinition definition(String tag, boolean global) {
        return new TableDefinition(tag, global, "", List.of(new TableField("name", List.of(), false)), List.of());
    }

    private LookupRow add(ProjectAccess who, UUID table, String name, RowOwner... owners) {
        var content = new RowContent(Map.of("name", List.of(FieldValue.plain(name))), Map.of());
        return world.in(who, () -> rows.create(who, table, content, List.of(owners)));
    }

    private Page<LookupRow> page(UUID table, String after, int first) {
        return world.in(admin, () -> rows.pages(admin, List.of(table), new PageRequest(first, after, true)))
                .values()
                .iterator()
                .next();
    }

    private static Stream<String> names(Page<LookupRow> page) {
        return page.items().stream()
                .map(row -> row.content().values("name").getFirst().value());
    }

    private String fixtures(ProjectAccess who, Set<String> ownerIds) {
        var recipient = new FixtureRecipient("u-1", ownerIds);
        return world.in(
                who,
                () -> world.transactions.read(tx -> {
                    StringBuilder all = new StringBuilder();
                    for (Fixture fixture : new ItemLists().fixtures(tx, recipient)) {
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
}
