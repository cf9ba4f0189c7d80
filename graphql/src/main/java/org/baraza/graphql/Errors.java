// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.UnstorableText;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.validation.BindException;
import reactor.core.publisher.Mono;

/** Turns what a field or a subscription failed with into an error with a code. */
final class Errors implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable failure, DataFetchingEnvironment environment) {
        GraphQLError error = ErrorCode.at(
                error(failure),
                environment.getExecutionStepInfo().getPath(),
                environment.getField().getSourceLocation());
        return Mono.just(List.of(error));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable failure) {
        return Mono.just(List.of(error(failure)));
    }

    static GraphQLError error(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> error(wrapped.getCause());
            case Refused refused -> error(refused.problem());
            case NotSignedIn nobody -> ErrorCode.UNAUTHENTICATED.error("Sign in first.", Map.of());
            case BindException unfit -> ErrorCode.BAD_REQUEST.error("An argument does not fit its type.", Map.of());
            case LiveChanges.TooSlow slow ->
                ErrorCode.THROTTLED.error("Events were not taken as fast as they came.", Map.of());
            case Throwable away when Outage.causes(away) -> error(new Problem.Unavailable(TRY_AGAIN));
            case Throwable text
            when UnstorableText.causes(text) ->
                ErrorCode.BAD_REQUEST.error("A text holds a character that cannot be kept.", Map.of());
            default -> unforeseen(failure);
        };
    }

    private static GraphQLError error(Problem problem) {
        return switch (problem) {
            case Problem.Invalid invalid ->
                ErrorCode.BAD_REQUEST.error(invalid.message(), Map.of("reason", invalid.code()));
            case Problem.NotFound missing -> ErrorCode.NOT_FOUND.error(missing.message(), Map.of());
            case Problem.Forbidden forbidden ->
                ErrorCode.FORBIDDEN.error(forbidden.message(), Map.of("permission", forbidden.permission()));
            case Problem.Barred barred -> ErrorCode.FORBIDDEN.error(barred.message(), Map.of("reason", barred.code()));
            case Problem.Conflict conflict ->
                ErrorCode.CONFLICT.error(conflict.message(), Map.of("reason", conflict.code()));
            case Problem.TooMany many -> ErrorCode.THROTTLED.error(many.message(), later(many.retryAfter()));
            case Problem.Unavailable away -> ErrorCode.UNAVAILABLE.error(away.message(), later(away.retryAfter()));
        };
    }

    private static Map<String, Object> later(Duration retryAfter) {
        return Map.of("retryAfterSeconds", retryAfter.toSeconds());
    }

    /** Nothing of it goes out but an id under which the log has the whole story. */
    private static GraphQLError unforeseen(Throwable failure) {
        String known = MDC.get("traceId");
        String traceId = known == null
                ? String.format("%016x", ThreadLocalRandom.current().nextLong())
                : known;
        LOG.atError().setCause(failure).addKeyValue("traceId", traceId).log("a GraphQL field failed");
        return ErrorCode.INTERNAL_ERROR.error("Something went wrong on the server.", Map.of("traceId", traceId));
    }
}
