// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents that were parsed and found valid, so that those that come again and again are not read each time. What a document
 * may cost is still weighed each time, with its variables.
 */
final class KnownDocuments implements PreparsedDocumentProvider {
    private static final int MOST = 1_000;
    /** Longer ones are rare, and would fill the memory of a thousand others. */
    private static final int LONGEST = 16_384;

    private final Map<String, PreparsedDocumentEntry> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String document = input.getQuery();
        PreparsedDocumentEntry found = find(document);
        if (found != null) {
            return CompletableFuture.completedFuture(found);
        }
        PreparsedDocumentEntry read = parseAndValidate.apply(input);
        if (!read.hasErrors() && document.length() <= LONGEST) {
            keep(document, read);
        }
        return CompletableFuture.completedFuture(read);
    }

    private synchronized @Nullable PreparsedDocumentEntry find(String document) {
        return known.get(document);
    }

    private synchronized void keep(String document, PreparsedDocumentEntry read) {
        known.put(document, read);
    }
}
