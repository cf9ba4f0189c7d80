// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;
import org.baraza.apps.checks.Problem;

/** What came of making a version. */
public sealed interface Making {

    /**
     * There is one; it may have been there before, as long as nothing was changed since.
     *
     * @param without what it had to be made without
     */
    record Made(AppVersion version, List<Problem> without) implements Making {
        public Made {
            without = List.copyOf(without);
        }

        static Made of(AppVersion version) {
            return new Made(version, List.of());
        }
    }

    /** There is none, because of these. */
    record Stopped(List<Problem> problems) implements Making {
        public Stopped {
            problems = List.copyOf(problems);
        }
    }
}
