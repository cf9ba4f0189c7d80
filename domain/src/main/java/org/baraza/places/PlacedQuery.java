// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import org.baraza.identity.WorkerQuery;

/**
 * A page of mobile workers of a group, of a part of the organisation, or of both.
 *
 * @param groupId empty for any
 * @param locationId they work there or below; empty for anywhere
 */
public record PlacedQuery(WorkerQuery workers, String groupId, String locationId) {}
