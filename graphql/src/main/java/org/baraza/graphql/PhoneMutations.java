// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.devices.LogRequests;
import org.baraza.devices.PhoneKeys;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What is asked of the phones of a person. */
@Controller
final class PhoneMutations {
    private final Entrance entrance;
    private final LogRequests requests;
    private final PhoneKeys keys;

    PhoneMutations(Entrance entrance, LogRequests requests, PhoneKeys keys) {
        this.entrance = entrance;
        this.requests = requests;
        this.keys = keys;
    }

    /** Whose log is wanted. */
    record Request(String project, String userId, String deviceId) {}

    /** Whose key is to be replaced. */
    record Replacement(String project, String userId) {}

    /** What came of it. */
    record PhonePayload(List<UserError> userErrors) {}

    @MutationMapping
    PhonePayload requestDeviceLogs(@Argument Request input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    requests.request(access, input.userId, input.deviceId);
                    return true;
                },
                (_, errors) -> new PhonePayload(errors));
    }

    @MutationMapping
    PhonePayload replacePhoneKey(@Argument Replacement input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    keys.replace(access, input.userId);
                    return true;
                },
                (_, errors) -> new PhonePayload(errors));
    }
}
