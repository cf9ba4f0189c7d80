// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.Optional;
import org.baraza.cases.Provenance;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** Where a value of a case comes from. */
record ProvenanceNode(ProjectAccess access, Provenance provenance) implements InProject {
    public String name() {
        return provenance.name();
    }

    public String value() {
        return provenance.value();
    }

    /** Only forms set values. */
    public String formId() {
        return Optional.ofNullable(provenance.step().formId()).orElseThrow();
    }

    public int ordinal() {
        return provenance.step().ordinal();
    }

    public Instant serverDate() {
        return provenance.step().serverDate();
    }

    public @Nullable Instant clientDate() {
        return provenance.step().clientDate();
    }

    public @Nullable String userId() {
        return provenance.step().userId();
    }
}
