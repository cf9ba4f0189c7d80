// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page in the shape of Relay's connections.
 *
 * @param total counted only when {@code totalCount} is selected
 */
record Connection<N>(List<Edge<N>> edges, PageInfo pageInfo, OptionalLong total) {

    /** An item and its place. */
    record Edge<N>(String cursor, N node) {}

    /** Where the page lies in its list. */
    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    public List<N> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public int totalCount() {
        return Math.toIntExact(total.orElseThrow());
    }

    static <T, N> Connection<N> of(Page<T> page, PageRequest request, Function<T, String> cursor, Function<T, N> node) {
        List<Edge<N>> edges = page.items().stream()
                .map(item -> new Edge<>(cursor.apply(item), node.apply(item)))
                .toList();
        PageInfo info = new PageInfo(
                page.more(),
                !request.after().isEmpty(),
                edges.isEmpty() ? null : edges.getFirst().cursor(),
                edges.isEmpty() ? null : edges.getLast().cursor());
        return new Connection<>(edges, info, page.total());
    }
}
