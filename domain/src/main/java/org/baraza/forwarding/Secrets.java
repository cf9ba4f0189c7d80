// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is secret of a connection.
 *
 * @param headers names and values of headers that are sent with each request
 * @param signing with which deliveries are signed, as Standard Webhooks writes it
 * @param formerSigning the one before; empty when there is none
 * @param formerUntil until when the one before signs too
 */
public record Secrets(
        String password,
        String clientSecret,
        Map<String, String> headers,
        String signing,
        String formerSigning,
        @Nullable Instant formerUntil) {
    public Secrets {
        headers = Map.copyOf(headers);
    }

    /** With which deliveries are signed now. */
    public List<String> signing(Instant now) {
        return formerUntil != null && now.isBefore(formerUntil) ? List.of(signing, formerSigning) : List.of(signing);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
