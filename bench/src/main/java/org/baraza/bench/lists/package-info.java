// SPDX-License-Identifier: Apache-2.0
/** Lists of cases and forms as partners and the web app read them, in a database of many projects. */
@NullMarked
package org.baraza.bench.lists;

import org.jspecify.annotations.NullMarked;
