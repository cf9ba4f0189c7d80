// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;
import org.baraza.apps.checks.Problem;

/** What came of making a version. */
public sealed interface Making {

    /** There is one; it may have been there before, as long as nothing was changed since. */
    record Made(AppVersion version) implements Making {}

    /** There is none, because of these. */
    record Stopped(List<Problem> problems) implements Making {
        public Stopped {
            problems = List.copyOf(problems);
        }
    }
}
