// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a phone's log, an error that a worker was shown, or a crash (device protocol: device logs).
 *
 * @param type an open list: {@code user}, {@code exception}, {@code forceclose} and so on
 * @param loggedOn by the phone's clock
 * @param userId the user who was on the phone, as far as the log told by then
 * @param session where in the app she was, for people
 * @param sessionState the same for programs
 * @param expression what could not be evaluated
 * @param signature the same for crashes at the same place; null for what is no crash
 */
record LogEntry(
        String type,
        String message,
        @Nullable Instant loggedOn,
        @Nullable String userId,
        @Nullable String username,
        @Nullable String appId,
        @Nullable String appBuild,
        @Nullable String androidVersion,
        @Nullable String deviceModel,
        @Nullable String session,
        @Nullable String sessionState,
        @Nullable String expression,
        @Nullable String signature) {}
