// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a job does, row by row, in the same order whenever it is begun. Closed whether it came to its end or not. */
public interface Work extends AutoCloseable {

    /** How many rows there are. */
    int total();

    /** Whether it begins anew on each node, because what an earlier run made went with that. */
    default boolean startsOver() {
        return false;
    }

    /** Passes over rows that an earlier run has done. */
    void skip(int rows);

    /**
     * The next rows, with everything made ready that takes long or needs no transaction; a few hundred at most, none at the
     * end.
     */
    List<Step> next();

    /** The file that came of it, after the last row. */
    default Optional<Path> result() {
        return Optional.empty();
    }

    @Override
    void close();
}
