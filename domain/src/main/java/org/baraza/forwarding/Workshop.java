// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where scripts that people wrote do their work: on threads of their own with bounds for each document, so that they hold up
 * nobody else. One that does not heed its bounds is left behind, and its project gets no others until it ended.
 */
final class Workshop {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_MEMORY = 256L << 20;
    private static final long STACK = 16L << 20;
    /** Of all documents that are made together: short enough that a lane stays whoever's it is, with the wait for a bench before. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private final Duration longest;
    private final Duration patience;
    private final Map<Purpose, Benches> benches = new EnumMap<>(Purpose.class);
    private final Map<Owner, Thread> overrun = new ConcurrentHashMap<>();

    Workshop() {
        this(LONGEST, PATIENCE);
    }

    /**
     * @param longest for which the processor may be busy with a document
     * @param patience how long documents that are made together may take
     */
    Workshop(Duration longest, Duration patience) {
        this.longest = longest;
        this.patience = patience;
        for (Purpose purpose : Purpose.values()) {
            benches.put(purpose, new Benches());
        }
    }

    /** What scripts are at work for. None holds up another. */
    enum Purpose {
        DELIVERY,
        /** Somebody answered: that is heard once, whatever waits to be sent. */
        ANSWER,
        /** Somebody wants to see what a script makes, or is about to save it. */
        PREVIEW
    }

    /** What is asked of a script. */
    private interface Step {
        Payload of(Script script, Source source);
    }

    private record Owner(ProjectId project, Purpose purpose) {}

    private enum End {
        /** It ended by itself. */
        FINISHED,
        /** It was stopped. */
        STOPPED,
        /** There was no bench for it, or another script of the project has not ended. */
        NOT_BEGUN
    }

    /** Why a script cannot be used. */
    List<Flaw> flaws(Transformation transformation, String script) {
        Work work = new Work(transformation, script, Script::payload, List.of(), longest);
        return switch (finish(work, Purpose.PREVIEW)) {
            case FINISHED -> work.flaws;
            case STOPPED -> List.of(new Flaw("It takes too long to read.", 0, 0));
            case NOT_BEGUN ->
                List.of(new Flaw("Other scripts are at work and have not ended yet. Try again in a while.", 0, 0));
        };
    }

    /** What scripts make of documents, by their ids. */
    Map<String, Making> make(Transformation transformation, String script, List<Source> sources, Purpose purpose) {
        return make(transformation, script, Script::payload, sources, purpose);
    }

    /** What a script makes of an answer. */
    Making answered(Transformation transformation, String script, Source heard) {
        return Objects.requireNonNull(make(transformation, script, Script::answered, List.of(heard), Purpose.ANSWER)
                .get(heard.id()));
    }

    private Map<String, Making> make(
            Transformation transformation, String script, Step step, List<Source> sources, Purpose purpose) {
        Work work = new Work(transformation, script, step, sources, longest);
        End end = sources.isEmpty() ? End.FINISHED : finish(work, purpose);
        Map<String, Making> makings = new LinkedHashMap<>(work.makings);
        if (end == End.STOPPED) {
            // It failed for want of time, if at all.
            makings.remove(work.current);
        }
        for (Source source : sources) {
            makings.computeIfAbsent(source.id(), id -> unmade(work, id, end));
        }
        return makings;
    }

    private static Making unmade(Work work, String id, End end) {
        if (!work.flaws.isEmpty()) {
            return new Making.Failed(
                    String.join(" ", work.flaws.stream().map(Flaw::told).toList()));
        }
        return end == End.STOPPED && id.equals(work.current) && (work.isOverrun() || work.waits)
                ? new Making.Failed("The script does not end.")
                : new Making.Later();
    }

    private End finish(Work work, Purpose purpose) {
        Owner owner = new Owner(ProjectScope.current(), purpose);
        Benches some = Objects.requireNonNull(benches.get(purpose));
        try {
            if (!some.take(owner.project)) {
                return End.NOT_BEGUN;
            }
            try {
                return finish(work, owner);
            } finally {
                some.leave(owner.project);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.NOT_BEGUN;
        }
    }

    private End finish(Work work, Owner owner) {
        Thread before = overrun.get(owner);
        if (before != null && before.isAlive()) {
            return End.NOT_BEGUN;
        }
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("script")
                .stackSize(STACK)
                .start(() -> ProjectScope.in(owner.project, () -> {
                    work.run();
                    return true;
                }));
        try {
            if (thread.join(patience)) {
                return End.FINISHED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        work.stop(thread.getState());
        if (work.isOverrun() || work.waits) {
            LOG.atWarn().addKeyValue("project", owner.project).log("forwarding.script_overran");
            overrun.put(owner, thread);
        }
        return End.STOPPED;
    }

    private static final class Work {
        private final Transformation transformation;
        private final String script;
        private final Step step;
        private final List<Source> sources;
        private final Duration longest;
        private final Map<String, Making> makings = new ConcurrentHashMap<>();
        private volatile List<Flaw> flaws = List.of();
        private volatile @Nullable Allowance allowance;
        private volatile String current = "";
        private volatile boolean stopped;
        /** Whether it waited for something, rather than for the processor, when it was stopped. */
        private volatile boolean waits;

        Work(Transformation transformation, String script, Step step, List<Source> sources, Duration longest) {
            this.transformation = transformation;
            this.script = script;
            this.step = step;
            this.sources = sources;
            this.longest = longest;
        }

        void stop(Thread.State state) {
            waits = state != Thread.State.RUNNABLE;
            stopped = true;
            Allowance known = allowance;
            if (known != null) {
                known.revoke();
            }
        }

        /** Whether what it does now takes longer than it may. */
        boolean isOverrun() {
            Allowance known = allowance;
            return known != null && known.isTimeUp();
        }

        void run() {
            Allowance own = new Allowance(longest, MOST_MEMORY);
            allowance = own;
            try (Script read = transformation.read(script, own)) {
                for (Source source : sources) {
                    if (stopped) {
                        return;
                    }
                    current = source.id();
                    own.begin();
                    makings.put(source.id(), making(read, source));
                    if (read.isSpent()) {
                        return;
                    }
                }
            } catch (FlawedScript e) {
                flaws = e.flaws();
            } catch (StackOverflowError | OutOfMemoryError e) {
                flaws = List.of(new Flaw("It is nested too deep or too large.", 0, 0));
            } catch (RuntimeException e) {
                flaws = List.of(new Flaw(reason(e), 0, 0));
            }
        }

        private Making making(Script script, Source source) {
            try {
                Payload payload = step.of(script, source);
                Map<String, String> headers = new LinkedHashMap<>(payload.headers());
                if (!payload.isNothing()) {
                    headers.put("Content-Type", payload.contentType());
                }
                return ConnectionRules.brokenHeaders(headers)
                        .<Making>map(Making.Failed::new)
                        .orElseGet(() -> new Making.Made(payload));
            } catch (StackOverflowError | OutOfMemoryError e) {
                return new Making.Failed("The script goes too deep or needs too much memory.");
            } catch (RuntimeException e) {
                // What is away for now says nothing about the document.
                return Outage.isPassing(e) ? new Making.Later() : new Making.Failed(reason(e));
            }
        }

        private static String reason(RuntimeException e) {
            String message = e.getMessage();
            return message == null ? e.getClass().getSimpleName() : message;
        }
    }
}
