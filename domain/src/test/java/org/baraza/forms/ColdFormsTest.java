// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.persistence.schema.forms.Tables.FORM;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.FolderBlobStore;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old forms leave the table and read as before. */
final class ColdFormsTest {
    private static final Duration AGE = Duration.ofDays(90);
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(91));

    private IntakeFixture fixture;
    private World world;
    private Path folder;
    private BlobStore blobs;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        fixture = IntakeFixture.open();
        world = fixture.world();
        this.folder = folder;
        blobs = new FolderBlobStore(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String form(String id, String said) {
        return "<data xmlns=\"urn:kind\"><said>" + said + "</said><meta><instanceID>" + id
                + "</instanceID></meta></data>";
    }

    private static void submit(World to, int from, int until) {
        for (int n = from; n < until; n++) {
            to.submit(form("form-" + n, "thing " + n + " é " + "x".repeat(n % 300)));
        }
    }

    private ColdForms cold(Clock clock) {
        return new ColdForms(fixture.transactions(), new FormChunks(blobs), clock, AGE);
    }

    private int move(World of, Clock clock) {
        return ProjectScope.in(of.id(), () -> cold(clock).run());
    }

    /** What each form says, the way people and programs read it. */
    private Map<String, String> read(World of, List<String> ids) {
        Forms forms = new Forms(fixture.transactions(), new FormChunks(blobs), LATER);
        Map<String, String> said = new java.util.TreeMap<>();
        ProjectScope.in(of.id(), () -> forms.contents(of.admin(), ids))
                .forEach((id, content) -> said.put(id, content.text()));
        return said;
    }

    /** The same, the way exports read it. */
    private List<String> exported(World of) {
        WholeForms forms = new WholeForms(fixture.transactions(), new FormChunks(blobs));
        FormRun run =
                new FormRun("urn:kind", Set.of(FormState.NORMAL), Optional.empty(), LATER.instant(), Optional.empty());
        return ProjectScope.in(of.id(), () -> forms.next(of.admin(), run, Optional.empty(), 5_000)).stream()
                .map(form -> form.content().text())
                .toList();
    }

    private int inTable(World of) {
        return ProjectScope.in(
                of.id(), () -> fixture.transactions().read(tx -> tx.sql().fetchCount(FORM, FORM.XML.isNotNull())));
    }

    private static List<String> ids(int until) {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < until; n++) {
            ids.add("form-" + n);
        }
        return ids;
    }

    private long chunks() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static Clock tomorrow() {
        return Clock.offset(LATER, Duration.ofDays(1));
    }

    @Test
    void oldFormsReadTheSameFromTheirChunksAndYoungOnesStay() throws IOException {
        submit(world, 0, 1_200);
        Map<String, String> before = read(world, ids(1_200));
        List<String> exportedBefore = exported(world);
        assertThat(move(world, Clock.systemUTC())).isZero();

        assertThat(move(world, LATER)).isEqualTo(1_200);

        assertThat(inTable(world)).isZero();
        assertThat(chunks()).isEqualTo(2);
        assertThat(read(world, ids(1_200))).hasSize(1_200).isEqualTo(before);
        assertThat(exported(world)).hasSize(1_200).isEqualTo(exportedBefore);
        assertThat(read(world, List.of("form-7", "form-1199")))
                .hasSize(2)
                .allSatisfy((id, text) -> assertThat(text).isEqualTo(before.get(id)));
        assertThat(move(world, LATER)).isZero();
    }

    @Test
    void whatTheyBecomeLaterFollowsThem() {
        submit(world, 0, 3);
        String first = read(world, ids(3)).get("form-1");
        move(world, LATER);

        world.submit(form("form-1", "edited"));
        world.archive("form-2");

        assertThat(read(world, ids(3)).get("form-1")).contains("edited");
        String former = world.formIds(FormState.DEPRECATED).getFirst();
        assertThat(read(world, List.of(former))).containsEntry(former, first);
        assertThat(world.submit(form("form-0", "thing 0 é "))).isInstanceOf(Receipt.AlreadyReceived.class);
        assertThat(read(world, List.of("form-2"))).hasSize(1);
    }

    @Test
    void whoDiesBeforeTheRowsAreFreedHasOnlyWrittenAChunkInVain() throws IOException {
        submit(world, 0, 5);
        Map<String, byte[]> packed = ProjectScope.in(
                world.id(), () -> fixture.transactions().read(tx -> new ChunkStore().packed(tx, ids(5))));
        ProjectScope.run(world.id(), () -> {
            try {
                new FormChunks(blobs).write(packed);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(inTable(world)).isEqualTo(5);

        assertThat(move(world, LATER)).isEqualTo(5);
        assertThat(chunks()).isEqualTo(2);
        sweep();
        assertThat(chunks()).isEqualTo(1);
        assertThat(read(world, ids(5))).hasSize(5);
    }

    private void sweep() {
        assertThat(new BlobSweep(
                                blobs,
                                fixture.transactions(),
                                tomorrow(),
                                () -> List.of(world.id()),
                                List.of(cold(LATER)))
                        .run())
                .isEqualTo(1);
    }

    @Test
    void twoNodesAtOnceLeaveEachFormInOneChunk() throws IOException {
        submit(world, 0, 300);
        Map<String, String> before = read(world, ids(300));
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> move(world, LATER));
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> move(world, LATER));
        assertThat(one.join() + other.join()).isEqualTo(300);
        assertThat(chunks()).isEqualTo(1);
        assertThat(read(world, ids(300))).isEqualTo(before);
    }

    @Test
    void aChunkThatIsNotWhatWasWrittenIsNeverTakenForTheForm() throws IOException {
        submit(world, 0, 2);
        move(world, LATER);
        Path chunk;
        try (var files = Files.walk(folder)) {
            chunk = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[3] ^= 1;
        Files.write(chunk, bytes);
        assertThatThrownBy(() -> read(world, ids(1))).hasMessageContaining("not what was written");
        Files.delete(chunk);
        assertThatThrownBy(() -> read(world, ids(1))).hasMessageContaining("not in the blob store");
    }

    @Test
    void aStoreThatLosesWhatItTookCostsNoForm() {
        submit(world, 0, 4);
        FormChunks lossy = new FormChunks(new LossyBlobs(blobs));
        ColdForms moving = new ColdForms(fixture.transactions(), lossy, LATER, AGE);
        assertThatThrownBy(() -> ProjectScope.run(world.id(), moving::run)).isInstanceOf(IllegalStateException.class);
        assertThat(inTable(world)).isEqualTo(4);
    }

    @Test
    void projectsAreApartAndAChunkOfOneIsNothingToAnother() {
        World other = fixture.world();
        submit(world, 0, 2);
        submit(other, 0, 3);
        move(world, LATER);
        assertThat(inTable(world)).isZero();
        assertThat(inTable(other)).isEqualTo(3);
        assertThat(read(other, ids(3))).hasSize(3);
        Map<String, ChunkPart> foreign = ProjectScope.in(
                other.id(), () -> fixture.transactions().read(tx -> new ChunkStore().parts(tx, ids(3))));
        assertThat(foreign).isEmpty();
        Map<String, ChunkPart> own = ProjectScope.in(
                world.id(), () -> fixture.transactions().read(tx -> new ChunkStore().parts(tx, ids(1))));
        String key = own.values().iterator().next().blobKey();
        ChunkPart stolen = new ChunkPart(key, 0, 10, new byte[32]);
        assertThatThrownBy(() -> ProjectScope.in(
                        other.id(),
                        () -> new FormChunks(blobs)
                                .atHand(Map.of("x", new KeptXml(new byte[0], 10, Optional.of(stolen))))))
                .hasMessageContaining("not in the blob store");
    }

    @Test
    void nothingMovesUnlessTheOperatorWantsIt() {
        submit(world, 0, 2);
        ColdForms off = new ColdForms(fixture.transactions(), new FormChunks(blobs), LATER, Duration.ZERO);
        assertThat(ProjectScope.in(world.id(), off::run)).isZero();
        assertThat(inTable(world)).isEqualTo(2);
    }

    private static String large(String letter) {
        return ("<q>" + letter.repeat(10_000) + "</q>").repeat(700);
    }

    @Test
    void largeFormsComeAlone() throws IOException {
        byte[] large = form("form-0", large("a")).getBytes(StandardCharsets.UTF_8);
        world.submit(large);
        world.submit(form("form-1", large("b")).getBytes(StandardCharsets.UTF_8));
        assertThat(move(world, LATER)).isEqualTo(2);
        assertThat(chunks()).isEqualTo(2);
        assertThat(read(world, ids(1))).containsEntry("form-0", new String(large, StandardCharsets.UTF_8));
    }

    @Test
    void theWalkTakesUpWhereItWas() {
        submit(world, 0, 2);
        move(world, LATER);
        submit(world, 2, 4);
        assertThat(move(world, tomorrow())).isEqualTo(2);
        Instant before = tomorrow().instant();
        List<ChunkStore.Old> left = ProjectScope.in(
                world.id(),
                () -> fixture.transactions().read(tx -> {
                    ChunkStore store = new ChunkStore();
                    return store.next(tx, store.mark(tx), before, 10);
                }));
        assertThat(left).isEmpty();
    }
}
