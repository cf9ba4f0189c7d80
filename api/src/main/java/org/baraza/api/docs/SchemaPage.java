// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes a GraphQL schema as one page for people. */
final class SchemaPage {
    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Baraza GraphQL API</title>
            <meta name="viewport" content="width=device-width"><style>
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:62rem;padding:1rem 2rem 4rem;color:#1b1f24;background:#fff}
            code{font:.875em ui-monospace,monospace;background:#f4f5f7;border-radius:3px;padding:.1em .3em}a{color:#0b5cad}
            section{border-top:1px solid #d8dce1;margin-top:2rem}dt{margin-top:.6rem}dd{margin:0 0 0 1.5rem}
            nav{columns:14rem;font-size:.875rem}nav a{display:block}
            @media (prefers-color-scheme:dark){body{background:#16191d;color:#e6e8ea}code{background:#22262b}a{color:#7db8f0}section{border-color:#343a41}}
            </style></head><body><h1>Baraza GraphQL API</h1>
            <p>One endpoint, <code>POST /graphql</code>. Try it in the <a href="/docs/graphql/explorer">explorer</a>.</p>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private SchemaPage() {}

    static String of(GraphQLSchema schema) {
        return new SchemaPage().written(schema);
    }

    private String written(GraphQLSchema schema) {
        List<GraphQLNamedType> roots =
                List.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType());
        List<GraphQLNamedType> others = schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__") && !roots.contains(type))
                .sorted(Comparator.comparing(GraphQLNamedType::getName))
                .toList();
        page.append("<nav aria-label=\"Types\">");
        roots.forEach(type -> page.append(link(type)));
        others.forEach(type -> page.append(link(type)));
        page.append("</nav>");
        roots.forEach(this::type);
        others.forEach(this::type);
        return page.append("</body></html>\n").toString();
    }

    private void type(GraphQLNamedType type) {
        page.append("<section id=\"")
                .append(type.getName())
                .append("\"><h2>")
                .append(type.getName())
                .append("</h2>");
        prose(type.getDescription());
        switch (type) {
            case GraphQLFieldsContainer fields -> {
                page.append("<dl>");
                fields.getFieldDefinitions().forEach(this::field);
                page.append("</dl>");
            }
            case GraphQLInputObjectType input -> {
                page.append("<dl>");
                input.getFieldDefinitions()
                        .forEach(field -> entry(field.getName(), link(field.getType()), field.getDescription()));
                page.append("</dl>");
            }
            case GraphQLEnumType values -> {
                page.append("<dl>");
                values.getValues().forEach(value -> entry(value.getName(), "", value.getDescription()));
                page.append("</dl>");
            }
            case GraphQLUnionType union ->
                page.append("<p>One of ")
                        .append(union.getTypes().stream().map(SchemaPage::link).collect(Collectors.joining(", ")))
                        .append(".</p>");
            case GraphQLScalarType scalar -> page.append("<p>A value.</p>");
            default -> throw new IllegalStateException(type.getName());
        }
        page.append("</section>");
    }

    private void field(GraphQLFieldDefinition field) {
        String arguments = field.getArguments().isEmpty()
                ? ""
                : "(" + field.getArguments().stream().map(SchemaPage::argument).collect(Collectors.joining(", ")) + ")";
        entry(field.getName() + arguments, link(field.getType()), field.getDescription());
    }

    private static String argument(GraphQLArgument argument) {
        return argument.getName() + ": " + link(argument.getType());
    }

    private void entry(String name, String type, @Nullable String description) {
        page.append("<dt><code>").append(name).append("</code>");
        page.append(type.isEmpty() ? "" : ": " + type).append("</dt><dd>");
        prose(description);
        page.append("</dd>");
    }

    private void prose(@Nullable String description) {
        if (description != null && !description.isBlank()) {
            page.append("<p>")
                    .append(HtmlUtils.htmlEscape(description).replaceAll("`([^`]*)`", "<code>$1</code>"))
                    .append("</p>");
        }
    }

    private static String link(GraphQLType type) {
        String name = GraphQLTypeUtil.unwrapAll(type).getName();
        return GraphQLTypeUtil.simplePrint(type).replace(name, "<a href=\"#" + name + "\">" + name + "</a>");
    }
}
