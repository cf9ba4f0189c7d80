// SPDX-License-Identifier: Apache-2.0
/**
 * Judges what a server stored against what its clients were promised. Knows the forms that were planned and those that
 * were acknowledged, reads the tables as they are, and folds the plans itself, in the order of the stored ordinals and by
 * rules written down here once more. It shares no code with the server, and it is itself put to the test: each of its
 * {@link org.baraza.bench.judge.Mutants} spoils the database in one way and has to be noticed.
 */
@NullMarked
package org.baraza.bench.judge;

import org.jspecify.annotations.NullMarked;
