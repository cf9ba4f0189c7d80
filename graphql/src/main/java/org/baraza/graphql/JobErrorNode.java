// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.exchange.JobError;
import org.jspecify.annotations.Nullable;

/** What is wrong with a row of a job. */
record JobErrorNode(JobError error) {

    public String sheet() {
        return error.place().sheet();
    }

    public int row() {
        return error.place().row();
    }

    public @Nullable String column() {
        return error.fault().column().isEmpty() ? null : error.fault().column();
    }

    public String code() {
        return error.fault().code();
    }

    public String message() {
        return error.fault().message();
    }

    public String subject() {
        return error.place().subject();
    }
}
