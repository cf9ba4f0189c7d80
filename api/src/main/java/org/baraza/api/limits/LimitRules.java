// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import java.util.Locale;

/**
 * The limits as an operator writes them: each {@code off}, {@code hq}, or numbers like {@code 60/minute,1000/hour}. Where HQ
 * has no number of its own, {@code hq} is no answer.
 *
 * @param mode {@code hq}, or {@code off} for no limits at all
 */
public record LimitRules(
        String mode,
        String dataApi,
        String dataApiUser,
        String dataApiKey,
        String submissions,
        String submissionsProject,
        String restores,
        String devices,
        String account,
        String graphql) {

    private static final Quota HQ_DEVICES = Quota.of(Window.MINUTE, 50);

    /** @throws IllegalArgumentException naming the setting that cannot be read */
    Rules read() {
        return switch (mode.strip().toLowerCase(Locale.ROOT)) {
            case "off" -> Rules.NONE;
            case "hq" ->
                new Rules(
                        Rule.read("BARAZA_LIMITS_DATA_API", dataApi),
                        Rule.read("BARAZA_LIMITS_DATA_API_USER", dataApiUser),
                        Rule.read("BARAZA_LIMITS_DATA_API_KEY", dataApiKey),
                        numbers("BARAZA_LIMITS_SUBMISSIONS", submissions),
                        Rule.read("BARAZA_LIMITS_SUBMISSIONS_PROJECT", submissionsProject),
                        Rule.read("BARAZA_LIMITS_RESTORES", restores),
                        ofDevices(),
                        numbers("BARAZA_LIMITS_ACCOUNT", account),
                        numbers("BARAZA_LIMITS_GRAPHQL", graphql));
            default -> throw new IllegalArgumentException("BARAZA_LIMITS is hq or off, but not: " + mode);
        };
    }

    private Rule ofDevices() {
        Rule rule = Rule.read("BARAZA_LIMITS_DEVICES", devices);
        return rule instanceof Rule.AsHq ? new Rule.Fixed(HQ_DEVICES) : rule;
    }

    private static Rule numbers(String name, String text) {
        Rule rule = Rule.read(name, text);
        if (rule instanceof Rule.AsHq) {
            throw new IllegalArgumentException(name + " is off, or limits like 60/minute");
        }
        return rule;
    }
}
