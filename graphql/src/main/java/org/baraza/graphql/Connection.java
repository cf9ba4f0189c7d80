// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page in the shape of Relay's connections. Places are told only when they are selected.
 *
 * @param more whether the list goes on
 * @param later whether something comes before this page
 * @param total counted only when {@code totalCount} is selected
 */
record Connection<N>(List<Edge<N>> edges, boolean more, boolean later, OptionalLong total) {

    /**
     * An item and its place.
     *
     * @param place tells the cursor
     */
    record Edge<N>(N node, Supplier<String> place) {
        public String cursor() {
            return place.get();
        }
    }

    /** Where the page lies in its list. */
    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    public List<N> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public PageInfo pageInfo() {
        return edges.isEmpty()
                ? new PageInfo(more, later, null, null)
                : new PageInfo(
                        more, later, edges.getFirst().cursor(), edges.getLast().cursor());
    }

    public int totalCount() {
        return Math.toIntExact(total.orElseThrow());
    }

    static <T, N> Connection<N> of(Page<T> page, PageRequest request, Function<T, String> cursor, Function<T, N> node) {
        List<Edge<N>> edges = page.items().stream()
                .map(item -> new Edge<>(node.apply(item), () -> cursor.apply(item)))
                .toList();
        return new Connection<>(edges, page.more(), !request.after().isEmpty(), page.total());
    }
}
