// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What a phone shows to the person who holds it: the text, or its own for the key. */
public final class PhoneJson {
    private PhoneJson() {}

    /** The account was taken out of use. */
    public static Answer deactivated() {
        return shown("user.deactivated", "Your account has been deactivated. Please contact your supervisor.");
    }

    /** The account is gone. */
    public static Answer deleted() {
        return shown("user.deleted", "Your account has been deleted. Please contact your supervisor.");
    }

    private static Answer shown(String key, String text) {
        return Answer.json(
                HttpStatus.NOT_ACCEPTABLE,
                JsonMapper.shared().createObjectNode().put("error", key).put("default_response", text));
    }
}
