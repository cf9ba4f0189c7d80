// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
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
    /** Of all documents that are made together: short enough that a lane stays whoever's it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private final Duration longest;
    private final Duration patience;
    private final Map<ProjectId, Thread> overrun = new ConcurrentHashMap<>();

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
    }

    /** Why a script cannot be used. */
    List<Flaw> flaws(Transformation transformation, String script) {
        Work work = new Work(transformation, script, List.of(), longest);
        if (!finish(work)) {
            return List.of(new Flaw("It takes too long to read.", 0, 0));
        }
        return work.flaws;
    }

    /** What scripts make of documents, by their ids. */
    Map<String, Making> make(Transformation transformation, String script, List<Source> sources) {
        Work work = new Work(transformation, script, sources, longest);
        boolean finished = sources.isEmpty() || finish(work);
        Map<String, Making> makings = new LinkedHashMap<>(work.makings);
        if (!finished) {
            // It failed for want of time, if at all.
            makings.remove(work.current);
        }
        for (Source source : sources) {
            makings.computeIfAbsent(source.id(), id -> unmade(work, id, finished));
        }
        return makings;
    }

    private static Making unmade(Work work, String id, boolean finished) {
        if (!work.flaws.isEmpty()) {
            return new Making.Failed(
                    String.join(" ", work.flaws.stream().map(Flaw::told).toList()));
        }
        return !finished && id.equals(work.current) && (work.isOverrun() || work.waits)
                ? new Making.Failed("The script does not end.")
                : new Making.Later();
    }

    /** Whether it ended in time. */
    private boolean finish(Work work) {
        ProjectId project = ProjectScope.current();
        Thread before = overrun.get(project);
        if (before != null && before.isAlive()) {
            work.flaws = List.of(new Flaw("A script of this project ran for too long and has not ended yet.", 0, 0));
            return true;
        }
        Thread thread =
                Thread.ofPlatform().daemon().name("script").stackSize(STACK).start(work::run);
        try {
            if (thread.join(patience)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        work.stop(thread.getState());
        if (work.isOverrun() || work.waits) {
            LOG.atWarn().addKeyValue("project", project).log("forwarding.script_overran");
            overrun.put(project, thread);
        }
        return false;
    }

    private static final class Work {
        private final Transformation transformation;
        private final String script;
        private final List<Source> sources;
        private final Duration longest;
        private final Map<String, Making> makings = new ConcurrentHashMap<>();
        private volatile List<Flaw> flaws = List.of();
        private volatile @Nullable Allowance allowance;
        private volatile String current = "";
        private volatile boolean stopped;
        /** Whether it waited for something, rather than for the processor, when it was stopped. */
        private volatile boolean waits;

        Work(Transformation transformation, String script, List<Source> sources, Duration longest) {
            this.transformation = transformation;
            this.script = script;
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

        private static Making making(Script script, Source source) {
            try {
                Payload payload = script.payload(source);
                return new Making.Made(payload);
            } catch (StackOverflowError | OutOfMemoryError e) {
                return new Making.Failed("The script goes too deep or needs too much memory.");
            } catch (RuntimeException e) {
                return new Making.Failed(reason(e));
            }
        }

        private static String reason(RuntimeException e) {
            String message = e.getMessage();
            return message == null ? e.getClass().getSimpleName() : message;
        }
    }
}
