// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.bench.forms.PlannedForm;

/**
 * What the clients were told and may hold the server to.
 *
 * @param plans every form that was ever sent, by id
 * @param acknowledged ids of those that were answered with 201, in the order in which each client wrote them down
 * @param projectBlobs where the photos of the project are kept
 */
public record Promised(Map<String, PlannedForm> plans, List<String> acknowledged, Path projectBlobs) {
    public static Promised of(Collection<PlannedForm> sent, List<String> acknowledged, Path projectBlobs) {
        Map<String, PlannedForm> plans = new HashMap<>();
        sent.forEach(form -> plans.put(form.id(), form));
        return new Promised(plans, acknowledged, projectBlobs);
    }

    Set<String> acknowledgedIds() {
        return Set.copyOf(acknowledged);
    }
}
