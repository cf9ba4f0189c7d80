// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

import java.util.Map;

/**
 * A case as a device holds it after the restore.
 *
 * @param links target by name of the link; empty where the link was removed
 * @param relationships relationship by name of the link, of those that stand
 */
public record RestoredCase(
        String caseId,
        String type,
        String name,
        String ownerId,
        String externalId,
        String dateOpened,
        String dateModified,
        String userId,
        boolean closed,
        Map<String, String> properties,
        Map<String, String> links,
        Map<String, String> relationships) {}
