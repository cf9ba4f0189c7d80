// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.apps.AppEdit;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Versions;
import org.baraza.apps.WorkingCopy;
import org.baraza.cases.CaseHistory;
import org.baraza.cases.CaseReference;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.claims.Claims;
import org.baraza.exchange.JobError;
import org.baraza.exchange.Jobs;
import org.baraza.forms.FormContent;
import org.baraza.forms.Forms;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.ForwarderHealth;
import org.baraza.forwarding.Forwarders;
import org.baraza.forwarding.Records;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.sync.CaseExplanation;
import org.baraza.sync.PhoneSyncs;
import org.baraza.sync.SyncEntry;
import org.baraza.tables.LookupRows;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What fields of different objects ask for alike, loaded once for all of them: the names here are the names of the
 * parameters through which controllers get the loaders.
 */
@Component
final class Loaders {
    private final BatchLoaderRegistry registry;
    private final Scheduler threads;

    Loaders(
            BatchLoaderRegistry registry,
            Scheduler graphQlThreads,
            Cases cases,
            Forms forms,
            UserDirectory users,
            LookupRows rows,
            PhoneSyncs syncs,
            CaseExplanation explanation,
            Claims claims,
            Jobs jobs,
            Apps apps,
            Versions versions,
            Connections connections,
            Forwarders forwarders,
            ForwarderHealth health,
            Records records) {
        this.registry = registry;
        this.threads = graphQlThreads;
        this.<Key, CaseNode>register(
                "caseById",
                keys -> Batch.byId(keys, Key::id, cases::find, (key, state) -> new CaseNode(key.access(), state)));
        this.<Key, FormNode>register(
                "formById",
                keys -> Batch.byId(keys, Key::id, forms::find, (key, form) -> new FormNode(key.access(), form)));
        this.<Key, UserNode>register(
                "userById",
                keys -> Batch.byId(keys, Key::id, users::find, (key, person) -> UserNode.of(key.access(), person)));
        this.<Key, FormContent>register(
                "contentById", keys -> Batch.byId(keys, Key::id, forms::contents, (key, content) -> content));
        this.<Key, CaseHistory>register(
                "replayById", keys -> Batch.byId(keys, Key::id, cases::replayed, (key, history) -> history));
        this.<PageKey, Page<CaseReference>>register("references", keys -> pages(keys, cases::references));
        this.<PageKey, Page<CaseTransaction>>register("steps", keys -> pages(keys, cases::history));
        this.<CaseForms, Connection<FormNode>>register("caseForms", keys -> CaseForms.load(keys, cases, forms));
        this.<WorkerForms, Connection<FormNode>>register("workerForms", keys -> WorkerForms.load(keys, forms));
        this.<TableRowsKey, Connection<RowNode>>register("tableRows", keys -> TableRowsKey.load(keys, rows));
        this.<PageKey, Page<JobError>>register("jobErrors", keys -> pages(keys, jobs::errors));
        this.<PageKey, Page<SyncEntry>>register("workerSyncs", keys -> pages(keys, syncs::pages));
        this.<WhyNode.WhyKey, WhyNode>register("whyOnPhone", keys -> WhyNode.load(keys, explanation));
        this.<WorkerCases, Connection<CaseNode>>register("workerCases", keys -> WorkerCases.load(keys, cases));
        this.<Key, WorkingCopy>register("appContent", keys -> Batch.byId(keys, Key::id, apps::read, (_, copy) -> copy));
        this.<AppVersionsKey, Page<AppVersion>>register("appVersions", keys -> AppVersionsKey.load(keys, versions));
        this.<PageKey, Page<AppEdit>>register("appEdits", keys -> pages(keys, apps::edits));
        this.<Key, ConnectionNode>register(
                "connectionById",
                keys -> Batch.byId(
                        keys, Key::id, connections::find, (key, found) -> new ConnectionNode(key.access(), found)));
        this.<Key, ForwarderNode>register(
                "forwarderById",
                keys -> Batch.byId(
                        keys, Key::id, forwarders::find, (key, found) -> new ForwarderNode(key.access(), found)));
        this.<Key, HealthNode>register(
                "healthOfForwarder", keys -> Batch.byId(keys, Key::id, health::of, (_, found) -> HealthNode.of(found)));
        this.<Key, List<RequestNode>>register(
                "attemptsOfRecord",
                keys -> Batch.byId(
                        keys,
                        Key::id,
                        records::attempts,
                        (_, sent) -> sent.stream().map(RequestNode::new).toList()));
        this.<WorkerClaims, Connection<ClaimNode>>register("workerClaims", keys -> WorkerClaims.load(keys, claims));
    }

    private <K, V> void register(String name, Function<Set<K>, Map<K, V>> load) {
        registry.<K, V>forName(name)
                .registerMappedBatchLoader((keys, environment) ->
                        Mono.fromCallable(() -> load.apply(keys)).subscribeOn(threads));
    }

    /** Pages of several objects in one call, for those that ask for the same page. */
    @FunctionalInterface
    interface PageLoad<T> {
        Map<String, Page<T>> of(ProjectAccess access, Set<String> ids, PageRequest page);
    }

    private record SamePage(ProjectAccess access, PageRequest page) {}

    static <T> Map<PageKey, Page<T>> pages(Set<PageKey> keys, PageLoad<T> load) {
        return Batch.by(
                keys,
                key -> new SamePage(key.access(), key.page()),
                (access, same) -> Batch.joined(
                        same,
                        PageKey::id,
                        load.of(
                                access,
                                Batch.ids(same, PageKey::id),
                                same.getFirst().page()),
                        (key, page) -> page));
    }
}
