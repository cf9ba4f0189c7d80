// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.parser.ParserOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.baraza.identity.Actor.WebUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Refuses documents that are too large or would do too much, before any of their fields runs. */
final class QueryLimits extends SimplePerformantInstrumentation {
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .maxTokens(5_000)
            .maxCharacters(256 * 1024)
            .maxWhitespaceTokens(50_000)
            .build();

    /** What an operation costs, in points: among the extensions of its answer. */
    private static final String COST = "cost";

    private final QueryBudget budget;

    QueryLimits(QueryBudget budget) {
        this.budget = budget;
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext().put(ParserOptions.class, PARSER);
        return input;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        var weighing = new Weighing(
                context.getGraphQLSchema(),
                context.getFragmentsByName(),
                context.getCoercedVariables().toMap());
        Optional<String> tooHeavy = weighing.refusal(context.getOperationDefinition());
        if (tooHeavy.isPresent()) {
            throw new AbortExecutionException(tooHeavy.get());
        }
        long points = Math.max(1, weighing.points());
        context.getGraphQLContext().put(COST, points);
        charge(points);
        return null;
    }

    /** Whoever is not signed in gets nothing that costs anything. */
    private void charge(long points) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof WebUser user) {
            budget.spend(user, points).ifPresent(retryAfter -> {
                throw new BudgetSpent(retryAfter);
            });
        }
    }

    /** Gives a code to the errors that did not come from a field: syntax, validation, limits. Tells what the answer cost. */
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        List<GraphQLError> errors = result.getErrors();
        Long points = parameters.getGraphQLContext().get(COST);
        return CompletableFuture.completedFuture(result.transform(changed -> {
            if (!errors.stream().allMatch(QueryLimits::hasCode)) {
                changed.errors(errors.stream().map(QueryLimits::coded).toList());
            }
            if (points != null) {
                changed.addExtension(COST, points);
            }
        }));
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey(ErrorCode.KEY);
    }

    private static GraphQLError coded(GraphQLError error) {
        if (hasCode(error)) {
            return error;
        }
        boolean ours = error.getErrorType() == ErrorType.NullValueInNonNullableField
                || error.getErrorType() == ErrorType.DataFetchingException;
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put(ErrorCode.KEY, (ours ? ErrorCode.INTERNAL_ERROR : ErrorCode.BAD_REQUEST).name());
        GraphqlErrorBuilder<?> coded = GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .extensions(extensions)
                .errorType(error.getErrorType());
        if (error.getLocations() != null) {
            coded.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            coded.path(error.getPath());
        }
        return coded.build();
    }
}
