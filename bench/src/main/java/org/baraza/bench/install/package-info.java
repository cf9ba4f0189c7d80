// SPDX-License-Identifier: Apache-2.0
/** What it costs to make versions of apps, and to give their files to phones. */
@NullMarked
package org.baraza.bench.install;

import org.jspecify.annotations.NullMarked;
