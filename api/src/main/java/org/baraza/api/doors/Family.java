// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.util.List;
import java.util.Locale;
import org.baraza.oauth.Scope;
import org.baraza.tenancy.Errand;

/** Endpoints under a project that CommCare HQ treats alike: whom they take, and how they say no. */
enum Family {
    /** What phones use: restore, heartbeat, keys. */
    DEVICE(true, true, KeyPlace.HEADER),
    /** Submissions, also of programs. The body is the form itself, and nothing else may read it. */
    RECEIVER(true, true, KeyPlace.QUERY),
    /** Submissions of programs by an address of their own. */
    RECEIVER_API(true, true, KeyPlace.QUERY),
    /** Data resources of the older kind: web users only, and no session. */
    RESOURCE(false, false, KeyPlace.QUERY_OR_FORM),
    /** Such of them as pages read too, so that the session of a browser counts. */
    PAGE_RESOURCE(true, false, KeyPlace.QUERY_OR_FORM),
    /** Data endpoints that HQ serves from functions. */
    FUNCTION(true, true, KeyPlace.QUERY_OR_FORM),
    /** Such of them as take a key in the header only. */
    STRICT_FUNCTION(true, true, KeyPlace.HEADER),
    /** Functions that nothing but a key opens, in the header. */
    KEY_ONLY(false, false, KeyPlace.HEADER),
    /** Feeds for programs that know no other way than Basic, and send keys as passwords. */
    FEED(false, false, KeyPlace.HEADER);

    private static final List<String> FUNCTIONS = List.of("form/attachment", "case/attachment", "form_attachment/v1");

    /** What HQ serves from the same functions as its own pages. */
    private static final List<String> PAGES =
            List.of("fixtures/fixapi", "importer", "apps", "data_dictionary", "settings/project");

    private static final List<String> FEEDS = List.of("odata", "v0.5/odata");

    private static final List<String> PAGE_RESOURCES =
            List.of("application/v1", "v0.4/application", "v0.5/application");

    private static final List<String> STRICT = List.of("v0.6/case", "case/v2");

    private final boolean cookieCounts;
    private final boolean takesWorkers;
    private final KeyPlace keyPlace;

    Family(boolean cookieCounts, boolean takesWorkers, KeyPlace keyPlace) {
        this.cookieCounts = cookieCounts;
        this.takesWorkers = takesWorkers;
        this.keyPlace = keyPlace;
    }

    /** Whether forms are sent there. */
    boolean isReceiver() {
        return this == RECEIVER || this == RECEIVER_API;
    }

    /** @param rest the path behind the project's name, without a leading slash */
    static Family of(String rest) {
        if (isAtOrBelow(rest, "bulk") || isAtOrBelow(rest, "data/export")) {
            return STRICT_FUNCTION;
        }
        boolean document = rest.startsWith("apps/download/") && rest.endsWith("/app.json");
        if (document || isAtOrBelowAny(rest, PAGES)) {
            return FUNCTION;
        }
        if (isAtOrBelow(rest, "receiver/api")) {
            return RECEIVER_API;
        }
        if (isAtOrBelow(rest, "receiver")) {
            return RECEIVER;
        }
        return rest.startsWith("api/") ? ofResource(rest.substring("api/".length())) : DEVICE;
    }

    private static Family ofResource(String resource) {
        if (isAtOrBelow(resource, "form/v1/bulk-action")) {
            return KEY_ONLY;
        }
        if (isAtOrBelowAny(resource, FEEDS)) {
            return FEED;
        }
        if (isAtOrBelowAny(resource, STRICT)) {
            return STRICT_FUNCTION;
        }
        if (isAtOrBelowAny(resource, PAGE_RESOURCES)) {
            return PAGE_RESOURCE;
        }
        return isAtOrBelowAny(resource, FUNCTIONS) ? FUNCTION : RESOURCE;
    }

    private static boolean isAtOrBelowAny(String path, List<String> folders) {
        return folders.stream().anyMatch(folder -> isAtOrBelow(path, folder));
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** For metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean cookieCounts() {
        return cookieCounts;
    }

    /** Whether neither passwords nor tokens open it. */
    boolean takesOnlyKeys() {
        return this == KEY_ONLY;
    }

    /** Whether a key may stand where others send a password. */
    boolean takesKeysAsPasswords() {
        return this == FEED;
    }

    /** Whether neither Digest nor access tokens open it. */
    boolean takesOnlyPasswordsAndKeys() {
        return this == FEED;
    }

    boolean takesWorkers() {
        return takesWorkers;
    }

    /** Where a key may stand besides the header. */
    KeyPlace keyPlace() {
        return keyPlace;
    }

    /** Whether HQ's resource framework answers there. */
    boolean isResource() {
        return this == RESOURCE || this == PAGE_RESOURCE;
    }

    boolean isForPrograms() {
        return this != DEVICE && this != RECEIVER && this != RECEIVER_API;
    }

    /** What somebody comes for, as far as switches of the project may stop it. */
    Errand errand(boolean inBrowser) {
        if (isReceiver()) {
            return Errand.FORM;
        }
        return isForPrograms() && !inBrowser ? Errand.PROGRAM : Errand.ANY;
    }

    /** What an access token must be good for (spec: which scheme a request uses). */
    Scope scope() {
        return this == DEVICE || this == RECEIVER ? Scope.MOBILE_ACCESS : Scope.ACCESS_APIS;
    }
}
