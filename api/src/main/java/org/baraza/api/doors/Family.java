// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.util.List;

/** Endpoints under a project that CommCare HQ treats alike: whom they take, and how they say no. */
enum Family {
    /** What phones use: submissions, restore, heartbeat. */
    DEVICE(true, true),
    /** Data resources of the older kind: web users only, by header only. */
    RESOURCE(false, false),
    /** Data endpoints that HQ serves from functions. */
    FUNCTION(true, true);

    private static final List<String> FUNCTIONS =
            List.of("v0.6/case", "case/v2", "form/attachment", "case/attachment", "form_attachment/v1");

    private final boolean cookieCounts;
    private final boolean takesWorkers;

    Family(boolean cookieCounts, boolean takesWorkers) {
        this.cookieCounts = cookieCounts;
        this.takesWorkers = takesWorkers;
    }

    /** @param rest the path behind the project's name, without a leading slash */
    static Family of(String rest) {
        if (isAtOrBelow(rest, "bulk") || isAtOrBelow(rest, "fixtures/fixapi") || isAtOrBelow(rest, "importer")) {
            return FUNCTION;
        }
        if (!rest.startsWith("api/")) {
            return DEVICE;
        }
        String resource = rest.substring("api/".length());
        return FUNCTIONS.stream().anyMatch(function -> isAtOrBelow(resource, function)) ? FUNCTION : RESOURCE;
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    boolean cookieCounts() {
        return cookieCounts;
    }

    boolean takesWorkers() {
        return takesWorkers;
    }

    boolean isForPrograms() {
        return this != DEVICE;
    }
}
