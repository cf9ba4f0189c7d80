// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.ChangeTail;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Follows a project for somebody who watches live. She is asked for her permission at the start, with each batch and at
 * least every half minute; whoever takes events more slowly than they come is cut off rather than remembered for.
 */
@Component
final class LiveChanges {
    static final int MOST_WAITING = 1_000;
    private static final int BATCH = 100;
    private static final Duration GATHERING = Duration.ofMillis(20);
    private static final Duration CHECKING = Duration.ofSeconds(30);

    private final Entrance entrance;
    private final ChangeTail tail;
    private final Scheduler threads;

    LiveChanges(Entrance entrance, ChangeTail tail, Scheduler graphQlThreads) {
        this.entrance = entrance;
        this.tail = tail;
        this.threads = graphQlThreads;
    }

    /** Ends a subscription whose events were not taken in time. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("too many events were waiting", null, false, false);
        }
    }

    /** @param load what a batch of changes is to the watcher, read afresh in the scope of the project */
    <N> Flux<N> follow(ProjectAccess access, BiFunction<ProjectAccess, List<NumberedChange>, List<N>> load) {
        return follow(access, LiveChanges::check, load);
    }

    /** As the other, for what needs other permissions than the data does. */
    <N> Flux<N> follow(
            ProjectAccess access,
            Consumer<ProjectAccess> check,
            BiFunction<ProjectAccess, List<NumberedChange>, List<N>> load) {
        check.accept(access);
        return changes(access)
                .bufferTimeout(BATCH, GATHERING, true)
                .publishOn(threads, 1)
                .concatMapIterable(
                        changes -> InProject.scoped(access, () -> load.apply(again(access, check), changes)), 1)
                .takeUntilOther(lost(access, check));
    }

    private Flux<NumberedChange> changes(ProjectAccess access) {
        return Flux.<NumberedChange>push(
                        sink -> {
                            ChangeTail.Listening listening = tail.listen(access.project(), sink::next);
                            sink.onDispose(listening::close);
                        },
                        OverflowStrategy.IGNORE)
                .onBackpressureBuffer(MOST_WAITING)
                .onErrorMap(IllegalStateException.class, overflow -> new TooSlow());
    }

    /** Fails when she may no longer watch; says nothing else. */
    private Mono<Long> lost(ProjectAccess access, Consumer<ProjectAccess> check) {
        return Flux.interval(CHECKING)
                .onBackpressureDrop()
                .publishOn(threads, 1)
                .doOnNext(tick -> again(access, check))
                .ignoreElements();
    }

    private ProjectAccess again(ProjectAccess before, Consumer<ProjectAccess> check) {
        ProjectAccess now = entrance.again(before).orElseThrow(() -> new Refused(new Problem.NotFound("project")));
        check.accept(now);
        return now;
    }

    private static void check(ProjectAccess access) {
        access.requireEither(Permission.EDIT_DATA, Permission.VIEW_REPORTS);
    }
}
