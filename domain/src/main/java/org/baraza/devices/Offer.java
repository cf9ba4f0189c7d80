// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Optional;
import org.baraza.devices.AppReleases.Newest;
import org.jspecify.annotations.Nullable;

/** A version that phones are told about, and whether they must have it. */
public record Offer(String version, boolean forced) {

    static Optional<Offer> client(AppPrompts prompts, Newest newest) {
        return of(prompts.client(), prompts.clientVersion(), newest.clientVersion());
    }

    static Optional<Offer> app(AppPrompts prompts, Newest newest) {
        @Nullable Integer chosen = prompts.appVersion();
        return of(
                prompts.app(),
                chosen == null ? null : chosen.toString(),
                newest.appVersion().map(String::valueOf));
    }

    private static Optional<Offer> of(Prompt prompt, @Nullable String chosen, Optional<String> newest) {
        return prompt == Prompt.OFF
                ? Optional.empty()
                : Optional.ofNullable(chosen)
                        .or(() -> newest)
                        .map(version -> new Offer(version, prompt == Prompt.FORCED));
    }
}
