// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

/**
 * One way in.
 *
 * @param target the route or the field of the schema that it probes
 * @param reads whether it only looks
 * @param contrast whether its answer for something that is there differs from that for something that is not
 */
record Probe(String target, Kind kind, boolean reads, boolean contrast, Call call) {

    /** Asks as somebody. */
    interface Call {
        Answer as(Tenant who, String project, String id);
    }

    @Override
    public String toString() {
        return target + " by " + kind;
    }

    boolean isGraphQl() {
        return !target.contains(" ");
    }
}
