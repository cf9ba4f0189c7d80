// SPDX-License-Identifier: Apache-2.0
/**
 * Our own REST API, {@code /api/v1}: what CommCare HQ has no API for. The interfaces are generated from the OpenAPI document;
 * what stands here translates and delegates. Errors are problem+json, lists are paged by cursors, what changes has an ETag.
 */
@NullMarked
package org.baraza.api.v1;

import org.jspecify.annotations.NullMarked;
