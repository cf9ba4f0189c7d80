// SPDX-License-Identifier: Apache-2.0
/**
 * Proof by killing. Many phones submit forms to a real server; the server, or its database, is killed again and again at
 * random moments and at named places; phones send again whatever was not answered. In the end everything that a phone was
 * told must be there exactly once, and nothing else. Phones write down what they were told in files of their own, forced
 * to disk, before they go on.
 */
@NullMarked
package org.baraza.bench.proof;

import org.jspecify.annotations.NullMarked;
