// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Set;
import org.baraza.cases.ContentError;
import org.jspecify.annotations.Nullable;

/** What became of a submission; each protocol answers each of these in its own words. */
public sealed interface Receipt {

    /** Id under which it is kept. */
    String formId();

    /**
     * Stored and applied; also an edit of a form that was here.
     *
     * @param caseIds cases that it changed
     * @param fromWebApps whether a person at a screen waits for the answer
     */
    record Accepted(String formId, Set<String> caseIds, boolean fromWebApps, Sender sender) implements Receipt {}

    /**
     * The device that a form says it was filled in on.
     *
     * @param appVersion the number of the build
     * @param clientVersion of the program that runs apps
     */
    record Sender(
            @Nullable String deviceId,
            @Nullable Integer appVersion,
            @Nullable String clientVersion) {}

    /** The very same bytes were here before; nothing changed. */
    record AlreadyReceived(String formId, String problem) implements Receipt {}

    /** Kept in error state; nothing of it was applied. */
    record ContentRefused(String formId, ContentError error) implements Receipt {}

    /** Could not be read; its bytes are kept. */
    record Unreadable(String formId, String reason) implements Receipt {}

    /** A device's own log, kept as such. */
    record DeviceReport(String formId) implements Receipt {}
}
