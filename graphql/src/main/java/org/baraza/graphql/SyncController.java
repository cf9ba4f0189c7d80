// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.graphql.WhyNode.StepOnPhone;
import org.baraza.graphql.WhyNode.WhyKey;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.LocationFixtures;
import org.baraza.places.RestoreSettings;
import org.baraza.products.StockSettings;
import org.baraza.sync.DemoRestores;
import org.baraza.sync.SyncEntry;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What fills phones, and what is known of it. */
@Controller
final class SyncController {
    private final Entrance entrance;
    private final RestoreSettings settings;
    private final StockSettings stock;
    private final DemoRestores demos;

    SyncController(Entrance entrance, RestoreSettings settings, StockSettings stock, DemoRestores demos) {
        this.entrance = entrance;
        this.settings = settings;
        this.stock = stock;
        this.demos = demos;
    }

    /** What a project decides about its restores. */
    record RestoreSettingsNode(LocationFixtures locationFixtures, boolean tracksStock) {}

    @SchemaMapping(typeName = "Project", field = "restoreSettings")
    RestoreSettingsNode restoreSettings(ProjectNode project) {
        return InProject.scoped(project.access(), this::settled);
    }

    private RestoreSettingsNode settled() {
        return new RestoreSettingsNode(settings.locationFixtures(), stock.tracksStock());
    }

    @SchemaMapping(typeName = "MobileWorker", field = "syncs")
    CompletableFuture<Connection<SyncNode>> syncs(
            WorkerNode node,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection,
            DataLoader<PageKey, Page<SyncEntry>> workerSyncs) {
        PageRequest page = Paging.wanted(first, after, selection);
        ProjectAccess access = node.access();
        return workerSyncs
                .load(new PageKey(access, node.userId(), page))
                .thenApply(
                        found -> Connection.of(found, page, SyncEntry::cursor, entry -> new SyncNode(access, entry)));
    }

    @SchemaMapping(typeName = "Sync", field = "askedBy")
    CompletableFuture<@Nullable UserNode> askedBy(SyncNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(
                userById, node.access(), node.entry().askedBy().orElse(null));
    }

    @SchemaMapping(typeName = "Case", field = "whyOnPhone")
    CompletableFuture<@Nullable WhyNode> whyOnPhone(
            CaseNode node, @Argument String userId, DataLoader<WhyKey, WhyNode> whyOnPhone) {
        return whyOnPhone.load(new WhyKey(node.access(), userId, node.caseId()));
    }

    @SchemaMapping(typeName = "WhyOnPhoneStep", field = "case")
    CompletableFuture<@Nullable CaseNode> caseOf(StepOnPhone step, DataLoader<Key, CaseNode> caseById) {
        return CaseController.load(caseById, step.access(), step.caseId());
    }

    /** What the settings are to be; null where they stay. */
    record SettingsChange(
            String project,
            @Nullable LocationFixtures locationFixtures,
            @Nullable Boolean tracksStock) {}

    /** What came of it. */
    record RestoreSettingsPayload(@Nullable RestoreSettingsNode restoreSettings, List<UserError> userErrors) {}

    @MutationMapping
    RestoreSettingsPayload updateRestoreSettings(@Argument SettingsChange input) {
        return Attempt.in(entrance, input.project, access -> changed(access, input), RestoreSettingsPayload::new);
    }

    private RestoreSettingsNode changed(ProjectAccess access, SettingsChange input) {
        if (input.locationFixtures != null) {
            settings.setLocationFixtures(access, input.locationFixtures);
        }
        if (input.tracksStock != null) {
            stock.setTracksStock(access, input.tracksStock);
        }
        return settled();
    }

    /** Which demo worker. */
    record DemoReset(String project, String userId) {}

    /** What came of it. */
    record ResetDemoRestorePayload(java.time.@Nullable Instant frozenOn, List<UserError> userErrors) {}

    @MutationMapping
    ResetDemoRestorePayload resetDemoRestore(@Argument DemoReset input) {
        return Attempt.in(
                entrance, input.project, access -> demos.reset(access, input.userId), ResetDemoRestorePayload::new);
    }
}
