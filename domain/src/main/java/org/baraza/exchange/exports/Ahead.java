// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;

/** Reads the next part while somebody works on the present one. */
final class Ahead<T> {
    private final ProjectId project;
    private final Supplier<List<T>> reading;
    private @Nullable CompletableFuture<List<T>> coming;

    /** @param reading gives the next part each time, nothing at the end; never called twice at once */
    Ahead(ProjectId project, Supplier<List<T>> reading) {
        this.project = project;
        this.reading = reading;
    }

    List<T> next() {
        CompletableFuture<List<T>> begun = coming;
        List<T> part = begun == null ? reading.get() : awaited(begun);
        if (part.isEmpty()) {
            coming = CompletableFuture.completedFuture(List.of());
        } else {
            coming = CompletableFuture.supplyAsync(
                    () -> ProjectScope.in(project, reading::get), Thread::startVirtualThread);
        }
        return part;
    }

    private static <T> List<T> awaited(CompletableFuture<List<T>> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
