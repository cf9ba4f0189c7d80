// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.places.FlatLocations;
import org.baraza.places.LocationFixtures;
import org.baraza.places.NestedLocations;
import org.baraza.places.Organisation;
import org.baraza.places.Ownership;
import org.baraza.places.RestoreSettings;
import org.baraza.places.UserGroups;
import org.baraza.products.ProductWish;
import org.baraza.products.Products;
import org.baraza.products.StockFixtures;
import org.baraza.products.StockSettings;
import org.baraza.sync.RestoreRequest.Wish;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;
import org.baraza.tables.FieldValue;
import org.baraza.tables.ItemLists;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTable;
import org.baraza.tables.LookupTables;
import org.baraza.tables.RowContent;
import org.baraza.tables.RowOwner;
import org.baraza.tables.TableDefinition;
import org.baraza.tables.TableField;
import org.baraza.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixturesOverSyncsTest {
    private static final String GROUPS = "user-groups";
    private static final String FLAT = "locations";
    private static final String NESTED = "commtrack:locations";

    private final World world = new World();
    private final LookupTables tables = new LookupTables(world.transactions, new Audit(), world.clock);
    private final LookupRows rows = new LookupRows(world.transactions, new Audit(), world.clock);
    private final RestoreSettings settings = new RestoreSettings(world.transactions, new Audit());
    private Restore restore;
    private ProjectAccess admin;
    private Organisation places;
    private ProjectAccess worker;
    private int projects;

    @BeforeAll
    void open(@TempDir Path spools) {
        var logs = new SyncLogStore();
        var reading = new RestoreReading(
                world.transactions,
                new RecipientStore(new Ownership()),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                world.clock,
                List.of(
                        new UserGroups(),
                        new ItemLists(),
                        new StockFixtures(),
                        new NestedLocations(),
                        new FlatLocations()));
        restore = new Restore(world.transactions, logs, reading, spools, world.clock);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void freshProject() {
        admin = world.project("fixtures-" + ++projects, world.webUser("a" + projects + "@example.org"));
        places = new Organisation(world, admin);
        var made = world.worker(admin, "amina");
        var project = world.in(admin, () -> world.node.projects.byName(admin.projectName()))
                .orElseThrow();
        worker = world.node
                .access
                .to(new Actor.MobileWorker(made.userId(), "amina", admin.project()), project)
                .orElseThrow();
    }

    private CheckedRestore sync(@Nullable String since, Wish... wishes) {
        return sync(since, "app-1", wishes);
    }

    private CheckedRestore sync(@Nullable String since, String appId, Wish... wishes) {
        var request = new RestoreRequest(since, null, null, "phone-1", appId, true, false, Set.of(wishes));
        var answer = ProjectScope.in(worker.project(), () -> restore.prepare(worker, request));
        try (InputStream bytes = ((RestoreAnswer.Payload) answer).bytes()) {
            return RestoreChecker.check(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LookupTable table(String tag, boolean global, boolean indexed) {
        var field = new TableField("name", List.of(), indexed);
        return world.in(
                admin, () -> tables.create(admin, new TableDefinition(tag, global, "", List.of(field), List.of())));
    }

    private void row(LookupTable table, String value, RowOwner... owners) {
        var content = new RowContent(Map.of("name", List.of(new FieldValue(value, Map.of()))), Map.of());
        world.in(admin, () -> rows.create(admin, table.id(), content, List.of(owners)));
    }

    @Test
    void aTableComesWhenItChangedAndNotElse() {
        LookupTable villages = table("villages", true, true);
        LookupTable drugs = table("drugs", true, false);
        row(villages, "Ahero");
        CheckedRestore first = sync(null);
        assertThat(first.fixtures()).containsExactly(GROUPS, "item-list:drugs", "item-list:villages");
        CheckedRestore second = sync(first.restoreId());
        assertThat(second.fixtures()).containsExactly(GROUPS);
        row(drugs, "Zinc");
        CheckedRestore third = sync(second.restoreId());
        assertThat(third.fixtures()).containsExactly(GROUPS, "item-list:drugs");
        // Its answer was lost: the phone still holds what it held.
        CheckedRestore again = sync(second.restoreId());
        assertThat(again.fixtures()).containsExactly(GROUPS, "item-list:drugs");
        assertThat(sync(again.restoreId()).fixtures()).containsExactly(GROUPS);
    }

    @Test
    void productsAndProgramsComeWhileTheProjectKeepsStockAndGoEmptyAfterwards() {
        var stock = new StockSettings(world.transactions, new Audit());
        var products = new Products(world.transactions, new Audit(), world.clock);
        world.in(admin, () -> products.create(admin, wish("Zinc")));
        CheckedRestore without = sync(null);
        assertThat(without.fixtures()).containsExactly(GROUPS);
        world.in(admin, () -> stock.setTracksStock(admin, true));
        CheckedRestore with = sync(without.restoreId());
        assertThat(with.fixtures()).containsExactly(GROUPS, "commtrack:products", "commtrack:programs");
        CheckedRestore unchanged = sync(with.restoreId());
        assertThat(unchanged.fixtures()).containsExactly(GROUPS);
        world.in(admin, () -> products.create(admin, wish("ORS")));
        CheckedRestore changed = sync(unchanged.restoreId());
        // Programs once more: what was sent to a phone that held none was not digested.
        assertThat(changed.fixtures()).containsExactly(GROUPS, "commtrack:products", "commtrack:programs");
        world.in(admin, () -> products.create(admin, wish("Nets")));
        CheckedRestore later = sync(changed.restoreId());
        assertThat(later.fixtures()).containsExactly(GROUPS, "commtrack:products");
        world.in(admin, () -> stock.setTracksStock(admin, false));
        CheckedRestore over = sync(later.restoreId());
        assertThat(over.fixtures()).containsExactly(GROUPS, "commtrack:products", "commtrack:programs");
        assertThat(sync(over.restoreId()).fixtures()).containsExactly(GROUPS);
    }

    private static ProductWish wish(String name) {
        return new ProductWish(name, "", "", "", "", "", null, Map.of());
    }

    @Test
    void aTableOfWhichOnlyOthersRowsChangedStaysUnsent() {
        LookupTable mine = table("mine", false, false);
        row(mine, "hers", new RowOwner(RowOwner.Kind.USER, worker.actor().userId()));
        String token = sync(null).restoreId();
        row(mine, "his", new RowOwner(RowOwner.Kind.USER, "somebody"));
        CheckedRestore second = sync(token);
        row(mine, "his too", new RowOwner(RowOwner.Kind.USER, "somebody"));
        CheckedRestore third = sync(second.restoreId());
        assertThat(third.fixtures()).containsExactly(GROUPS);
        row(mine, "hers too", new RowOwner(RowOwner.Kind.USER, worker.actor().userId()));
        assertThat(sync(third.restoreId()).fixtures()).containsExactly(GROUPS, "item-list:mine");
    }

    @Test
    void aTableThatIsGoneComesOnceWithoutRows() {
        LookupTable gone = table("gone", true, true);
        row(gone, "x");
        String token = sync(null).restoreId();
        world.in(admin, () -> {
            tables.delete(admin, gone.id());
            return true;
        });
        CheckedRestore second = sync(token);
        assertThat(second.fixtures()).containsExactly(GROUPS, "item-list:gone");
        assertThat(sync(second.restoreId()).fixtures()).containsExactly(GROUPS);
    }

    @Test
    void everythingComesAgainWhenThePhoneWantsItOrRunsAnotherApp() {
        table("villages", true, false);
        String token = sync(null).restoreId();
        assertThat(sync(token, Wish.EVERYTHING_ANEW).fixtures()).containsExactly(GROUPS, "item-list:villages");
        assertThat(sync(token, "build-2").fixtures()).containsExactly(GROUPS, "item-list:villages");
        assertThat(sync(null).fixtures()).containsExactly(GROUPS, "item-list:villages");
    }

    @Test
    void aPhoneThatSkipsFixturesKeepsItsOwnAndCatchesUpLater() {
        LookupTable villages = table("villages", true, false);
        assertThat(sync(null, Wish.NO_FIXTURES).fixtures()).contains("item-list:villages");
        String token = sync(null).restoreId();
        row(villages, "Kano");
        CheckedRestore skipped = sync(token, Wish.NO_FIXTURES);
        assertThat(skipped.fixtures()).containsExactly(GROUPS);
        assertThat(sync(skipped.restoreId()).fixtures()).containsExactly(GROUPS, "item-list:villages");
    }

    @Test
    void placesComeWhenHersOrTheTreeChanged() {
        places.levels();
        var nyanza = places.place("Nyanza", "region", "");
        var kisumu = places.place("Kisumu", "district", nyanza.locationId());
        places.place("Siaya", "district", nyanza.locationId());
        places.assign(worker.actor().userId(), kisumu.locationId());
        String token = sync(null).restoreId();
        CheckedRestore second = sync(token);
        assertThat(second.fixtures()).containsExactly(GROUPS);
        places.place("Elsewhere", "region", "");
        CheckedRestore third = sync(second.restoreId());
        assertThat(sync(third.restoreId()).fixtures()).containsExactly(GROUPS);
        places.place("Somewhere", "region", "");
        CheckedRestore fourth = sync(third.restoreId());
        assertThat(fourth.fixtures()).containsExactly(GROUPS);
        places.assign(worker.actor().userId(), nyanza.locationId());
        CheckedRestore fifth = sync(fourth.restoreId());
        assertThat(fifth.fixtures()).containsExactly(GROUPS, FLAT);
        places.edit(nyanza.locationId(), wish -> wish.withExternalId("ke-9"));
        assertThat(sync(fifth.restoreId()).fixtures()).containsExactly(GROUPS, FLAT);
    }

    @Test
    void theProjectChoosesTheShapeOfItsPlaces() {
        places.levels();
        var nyanza = places.place("Nyanza", "region", "");
        places.assign(worker.actor().userId(), nyanza.locationId());
        String token = sync(null).restoreId();
        world.in(admin, () -> settings.setLocationFixtures(admin, LocationFixtures.BOTH));
        CheckedRestore both = sync(token);
        assertThat(both.fixtures()).containsExactly(GROUPS, NESTED);
        world.in(admin, () -> settings.setLocationFixtures(admin, LocationFixtures.HIERARCHICAL));
        CheckedRestore emptied = sync(both.restoreId());
        assertThat(emptied.fixtures()).containsExactly(GROUPS, FLAT);
        assertThat(sync(emptied.restoreId()).fixtures()).containsExactly(GROUPS);
        assertThat(sync(null).fixtures()).containsExactly(GROUPS, NESTED);
    }

    @Test
    void rowsOfHerGroupsHerPlacesAndThoseAboveAreHers() {
        places.levels();
        var nyanza = places.place("Nyanza", "region", "");
        var kisumu = places.place("Kisumu", "district", nyanza.locationId());
        places.assign(worker.actor().userId(), kisumu.locationId());
        var group = places.group("Not sharing", false, worker.actor().userId());
        LookupTable mine = table("mine", false, false);
        row(mine, "of the region", new RowOwner(RowOwner.Kind.LOCATION, nyanza.locationId()));
        row(mine, "of the group", new RowOwner(RowOwner.Kind.GROUP, group.groupId()));
        String written = whole();
        assertThat(written).contains("<name>of the region</name>", "<name>of the group</name>");
    }

    private String whole() {
        var request = new RestoreRequest(null, null, null, "phone-1", null, true, false);
        var answer = ProjectScope.in(worker.project(), () -> restore.prepare(worker, request));
        try (InputStream bytes = ((RestoreAnswer.Payload) answer).bytes()) {
            return new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
