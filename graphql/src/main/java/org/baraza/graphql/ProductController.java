// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.products.ProductQuery;
import org.baraza.products.Products;
import org.baraza.products.Program;
import org.baraza.products.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Products and programs. */
@Controller
final class ProductController {
    private final Products products;
    private final Programs programs;

    ProductController(Products products, Programs programs) {
        this.products = products;
        this.programs = programs;
    }

    @SchemaMapping(typeName = "Project", field = "products")
    Connection<ProductNode> products(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable Boolean archived,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        ProductQuery query = new ProductQuery(search == null ? "" : search, archived != null && archived, page);
        return Connection.of(
                InProject.scoped(access, () -> products.list(access, query)),
                page,
                ProductQuery::cursor,
                product -> new ProductNode(access, product));
    }

    @SchemaMapping(typeName = "Project", field = "product")
    Optional<ProductNode> product(ProjectNode project, @Argument String productId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> products.find(access, productId))
                .map(product -> new ProductNode(access, product));
    }

    @SchemaMapping(typeName = "Project", field = "programs")
    Connection<Program> programs(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> programs.list(access, page)), page, Program::cursor, program -> program);
    }

    @BatchMapping(typeName = "Product", field = "program")
    Map<ProductNode, Program> program(List<ProductNode> nodes) {
        return Batch.byId(nodes, node -> node.product().programId(), programs::find, (_, program) -> program);
    }

    @BatchMapping(typeName = "LedgerValue", field = "product")
    Map<LedgerNode, ProductNode> productOfLedger(List<LedgerNode> nodes) {
        return Batch.byId(
                nodes, LedgerNode::entryId, products::find, (node, product) -> new ProductNode(node.access(), product));
    }
}
