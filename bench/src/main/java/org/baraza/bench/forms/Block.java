// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forms;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a form is to do to one case.
 *
 * @param create what the case is made with; null when it is there already
 * @param properties custom properties to set
 * @param links links to set
 * @param close whether it ends
 */
public record Block(
        String caseId,
        @Nullable Create create,
        SequencedMap<String, String> properties,
        List<Link> links,
        boolean close) {

    /** @param owner the user who has it on the phone */
    public record Create(String type, String name, String owner) {}

    /** @param name identifier of the link, {@code parent} for most */
    public record Link(String name, String targetType, String targetId, String relationship) {}

    public Optional<Create> creates() {
        return Optional.ofNullable(create);
    }
}
