// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobStore.BlobRef;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes blobs that nobody refers to: what was uploaded with a submission that never committed. Young ones are left
 * alone, because their submission may still be on its way.
 */
public final class BlobSweep {
    private static final Logger LOG = LoggerFactory.getLogger(BlobSweep.class);
    private static final Duration GRACE = Duration.ofHours(6);
    private static final int AT_ONCE = 500;

    private final BlobStore blobs;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<? extends Collection<ProjectId>> projects;
    private final List<BlobReferences> others;
    private final AttachmentStore attachments = new AttachmentStore();

    /**
     * @param projects that this database knows: blobs of others are somebody else's, as when the database was not restored yet
     * @param others who keep blobs of their own beside those of forms
     */
    public BlobSweep(
            BlobStore blobs,
            Transactions transactions,
            Clock clock,
            Supplier<? extends Collection<ProjectId>> projects,
            List<BlobReferences> others) {
        this.projects = projects;
        this.others = List.copyOf(others);
        this.blobs = blobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sweeps once through the store; gives how many blobs went. */
    public int run() {
        Instant before = clock.instant().minus(GRACE);
        Set<ProjectId> known = Set.copyOf(projects.get());
        Map<ProjectId, List<String>> found = new HashMap<>();
        int[] removed = {0};
        try {
            blobs.forEachOlderThan(before, blob -> {
                if (!known.contains(blob.project())) {
                    return;
                }
                List<String> keys = found.computeIfAbsent(blob.project(), project -> new ArrayList<>());
                keys.add(blob.key());
                if (keys.size() == AT_ONCE) {
                    removed[0] += sweep(blob.project(), keys);
                    keys.clear();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.forEach((project, keys) -> removed[0] += sweep(project, keys));
        if (removed[0] > 0) {
            LOG.atInfo().addKeyValue("blobs", removed[0]).log("blobs.swept");
        }
        return removed[0];
    }

    private int sweep(ProjectId project, List<String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        List<String> orphans = new ArrayList<>(keys);
        orphans.removeAll(ProjectScope.in(
                project,
                () -> transactions.read(tx -> {
                    Set<String> referred = attachments.referred(tx, keys);
                    others.forEach(other -> referred.addAll(other.referred(tx, keys)));
                    return referred;
                })));
        for (String orphan : orphans) {
            delete(new BlobRef(project, orphan));
        }
        return orphans.size();
    }

    private void delete(BlobRef blob) {
        try {
            blobs.delete(blob.project(), blob.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
