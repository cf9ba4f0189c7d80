// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** The paging arguments of connections. */
final class Paging {
    static final int DEFAULT = 50;
    static final int MOST = 100;

    private Paging() {}

    /** The page that a field asks for; its count is wanted only if it is selected. */
    static PageRequest wanted(
            @Nullable Integer first, @Nullable String after, DataFetchingFieldSelectionSet selection) {
        int size = first == null ? DEFAULT : first;
        if (size < 1 || size > MOST) {
            throw new Refused(Problem.Invalid.field("first", "OUT_OF_RANGE", "`first` is from 1 to " + MOST + "."));
        }
        return new PageRequest(size, after == null ? "" : after, selection.contains("totalCount"));
    }
}
