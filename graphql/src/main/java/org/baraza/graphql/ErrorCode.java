// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stable codes in the extensions of errors. */
enum ErrorCode {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    BAD_REQUEST,
    CONFLICT,
    THROTTLED,
    UNAVAILABLE,
    INTERNAL_ERROR;

    static final String KEY = "code";

    GraphQLError error(String message, Map<String, ?> more) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(KEY, name());
        extensions.putAll(more);
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(extensions)
                .build();
    }

    /** The same error at a place of the document. */
    static GraphQLError at(GraphQLError error, ResultPath path, @Nullable SourceLocation location) {
        return GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .extensions(error.getExtensions())
                .path(path)
                .locations(location == null ? List.of() : List.of(location))
                .build();
    }
}
