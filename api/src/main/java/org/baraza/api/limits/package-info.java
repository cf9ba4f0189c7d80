// SPDX-License-Identifier: Apache-2.0
/**
 * How much a caller may ask for in a while. Quotas are windows that slide, counted in Bucket4j's buckets: in this process,
 * or in Redis where several nodes share them. Everything that is refused here is answered 429 in the shape of its path.
 */
@NullMarked
package org.baraza.api.limits;

import org.jspecify.annotations.NullMarked;
