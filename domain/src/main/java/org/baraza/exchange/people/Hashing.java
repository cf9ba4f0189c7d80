// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.exchange.work.Step;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Hashes the passwords of rows before their transaction, two at once as everywhere. */
final class Hashing {
    private static final int AT_ONCE = 2;

    private final MobileWorkers workers;
    private final ProjectAccess who;

    Hashing(MobileWorkers workers, ProjectAccess who) {
        this.workers = workers;
        this.who = who;
    }

    /** The steps, those with impossible passwords as bad ones. */
    List<Step> of(List<Step> steps) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Step>> ready = new ArrayList<>();
            for (Step step : steps) {
                ready.add(threads.submit(() -> ProjectScope.in(who.project(), () -> hashed(step))));
            }
            List<Step> all = new ArrayList<>();
            for (Future<Step> one : ready) {
                all.add(one.get());
            }
            return all;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", stopping);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure);
        }
    }

    private Step hashed(Step step) {
        if (step instanceof WorkerStep worker && worker.hasPassword()) {
            try {
                worker.hash(workers);
            } catch (Refused refused) {
                if (refused.problem() instanceof Problem.Invalid(var errors)) {
                    return new BadStep(
                            step.place(),
                            errors.stream()
                                    .map(error -> new Fault(step.column(error.field()), error.code(), error.message()))
                                    .toList());
                }
                throw refused;
            }
        }
        return step;
    }
}
