// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates, from the document alone, what an operation would cost. One point is about one object read by key. A page of
 * fifty cases with owners and targets costs some 400; {@link #MOST_POINTS} are 0.1 to 0.2 seconds of one processor core,
 * so that a few hostile callers cannot hold a node.
 */
final class Weighing {
    static final int MOST_DEPTH = 12;
    static final int MOST_FIELDS = 2_000;
    static final int MOST_ALIASES = 30;
    static final long MOST_NODES = 50_000;
    static final long MOST_POINTS = 10_000;

    private static final String CONNECTION = "Connection";

    /** How many items lists without paging are taken to have. */
    private static final int SOME = 5;

    /** Fields that cost other than an object read by key. */
    private static final Map<String, Integer> POINTS = Map.ofEntries(
            Map.entry("Form.json", 4),
            Map.entry("Form.xml", 2),
            Map.entry("Form.questions", 4),
            Map.entry("Case.indices", 0),
            Map.entry("Case.provenance", 5),
            Map.entry("Case.heldBy", 500),
            Map.entry("CaseTransaction.changes", 1),
            Map.entry("CaseChange.changes", 3),
            Map.entry("CaseReference.case", 0),
            Map.entry("MobileWorker.forms", 5),
            Map.entry("MobileWorker.cases", 5),
            Map.entry("MobileWorker.claims", 5),
            Map.entry("LookupTable.rows", 5),
            Map.entry("MobileWorker.devices", 5),
            Map.entry("App.document", 20),
            Map.entry("App.languages", 20),
            Map.entry("App.formSource", 20),
            Map.entry("App.questions", 50),
            Map.entry("App.problems", 500),
            Map.entry("App.versions", 5),
            Map.entry("App.edits", 5),
            Map.entry("Project.appChanges", 300),
            Map.entry("Project.expressionFindings", 5),
            Map.entry("Mutation.makeVersion", 1_000),
            Map.entry("Mutation.rollBackApp", 1_000),
            Map.entry("Mutation.revertApp", 1_000),
            Map.entry("AppRollout.health", 500),
            Map.entry("App.running", 300),
            Map.entry("Project.appDevices", 300),
            Map.entry("Project.forwardingPreview", 1_000),
            Map.entry("ForwardingRecord.payload", 100),
            Map.entry("Project.activity", 20),
            Map.entry("Project.deviceCrashes", 50),
            Map.entry("Project.caseTypes", 5),
            Map.entry("Project.dictionaryTypes", 5),
            Map.entry("Project.dictionaryType", 10),
            Map.entry("Project.formTypes", 5));

    /** A count reads every entry of an index range. */
    private static final int COUNT_POINTS = 10;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, @Nullable Object> variables;
    private int fields;
    private long nodes;
    private long points;

    Weighing(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, @Nullable Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    /** Why the operation is too heavy; empty when it is not. */
    Optional<String> refusal(OperationDefinition operation) {
        GraphQLFieldsContainer root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        try {
            visit(operation.getSelectionSet(), root, new Level(1, 1, 1));
        } catch (TooHeavy e) {
            return Optional.of(e.reason);
        }
        return Optional.empty();
    }

    long points() {
        return points;
    }

    private static final class TooHeavy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        TooHeavy(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** Where in the document a selection stands; the fragments of a selection stand where it does. */
    private static final class Level {
        private final int depth;
        private final long objects;
        private final long lists;
        private int aliases;

        /**
         * @param objects how many objects the selection is read for
         * @param lists how many pages they stand on
         */
        Level(int depth, long objects, long lists) {
            this.depth = depth;
            this.objects = objects;
            this.lists = lists;
        }
    }

    private void visit(SelectionSet selections, GraphQLCompositeType type, Level level) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> visit(field, type, level);
                case InlineFragment fragment -> {
                    count();
                    TypeName condition = fragment.getTypeCondition();
                    visit(fragment.getSelectionSet(), condition == null ? type : composite(condition, type), level);
                }
                case FragmentSpread spread -> {
                    count();
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null) {
                        visit(fragment.getSelectionSet(), composite(fragment.getTypeCondition(), type), level);
                    }
                }
                default -> count();
            }
        }
    }

    private GraphQLCompositeType composite(TypeName name, GraphQLCompositeType otherwise) {
        return schema.getType(name.getName()) instanceof GraphQLCompositeType type ? type : otherwise;
    }

    private void visit(Field field, GraphQLCompositeType type, Level level) {
        count();
        if (field.getAlias() != null && ++level.aliases > MOST_ALIASES) {
            throw new TooHeavy("An object may have at most " + MOST_ALIASES + " aliased fields.");
        }
        if (field.getName().startsWith("__") || !(type instanceof GraphQLFieldsContainer container)) {
            return;
        }
        if (level.depth > MOST_DEPTH) {
            throw new TooHeavy("Fields may be nested at most " + MOST_DEPTH + " deep.");
        }
        GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
        if (definition == null) {
            return;
        }
        boolean count =
                container.getName().endsWith(CONNECTION) && field.getName().equals("totalCount");
        GraphQLType below = GraphQLTypeUtil.unwrapAll(definition.getType());
        pay(level.objects * FilterWeight.of(field, variables));
        pay(count ? level.lists * COUNT_POINTS : level.objects * cost(container.getName(), field.getName(), below));
        if (below instanceof GraphQLCompositeType children && field.getSelectionSet() != null) {
            visit(field.getSelectionSet(), children, below(field, definition, children, level));
        }
    }

    private static int cost(String type, String field, GraphQLType below) {
        boolean wrapping = type.endsWith(CONNECTION) || type.endsWith("Edge");
        int usual = !wrapping && below instanceof GraphQLCompositeType ? 1 : 0;
        return POINTS.getOrDefault(type + "." + field, usual);
    }

    /** What stands below a field: as many objects as it gives for all of its parents. */
    private Level below(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType below, Level level) {
        if (below.getName().endsWith(CONNECTION)) {
            long asked = level.objects * first(field);
            nodes += asked;
            if (nodes > MOST_NODES) {
                throw new TooHeavy("The pages asked for have more than " + MOST_NODES + " nodes.");
            }
            return new Level(level.depth + 1, asked, level.objects);
        }
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        boolean page = field.getName().equals("nodes") || field.getName().equals("edges");
        return new Level(level.depth + 1, list && !page ? level.objects * SOME : level.objects, level.lists);
    }

    private int first(Field field) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first")) {
                int first = number(argument.getValue());
                if (first > Paging.MOST) {
                    throw new TooHeavy("`first` is from 1 to " + Paging.MOST + ".");
                }
                return Math.max(1, first);
            }
        }
        return Paging.DEFAULT;
    }

    private int number(@Nullable Value<?> value) {
        return switch (value) {
            case IntValue number -> number.getValue().intValue();
            case VariableReference reference
            when variables.get(reference.getName()) instanceof Integer number -> number;
            case null, default -> Paging.DEFAULT;
        };
    }

    private void count() {
        if (++fields > MOST_FIELDS) {
            throw new TooHeavy("A document may select at most " + MOST_FIELDS + " fields.");
        }
    }

    private void pay(long cost) {
        points += cost;
        if (points > MOST_POINTS) {
            throw new TooHeavy("The document costs more than " + MOST_POINTS + " points; ask for smaller pages.");
        }
    }
}
