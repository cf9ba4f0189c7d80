// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Heard;

/** Whether what was answered stands in the OpenAPI document. */
final class Documented {
    private final Contract contract = new Contract();

    /** @throws Mismatch when the document does not know the answer */
    void mustHave(String method, String address, Reply reply) {
        Optional<String> path = contract.path(address).filter(known -> contract.has(method, known));
        if (path.isEmpty()) {
            // Preflights are the same for all.
            if (reply.status() < 400 && !method.equals("OPTIONS")) {
                throw new Mismatch("the OpenAPI document has no " + method + " " + address);
            }
            return;
        }
        String type = reply.header("Content-Type").orElse("");
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        Optional<String> fault = contract.fault(method, path.get(), reply.status(), type, body);
        if (fault.isPresent()) {
            throw new Mismatch("not as the OpenAPI document has it: " + method + " " + path.get() + " " + reply.status()
                    + ": " + fault.get() + " " + Mismatch.shown(reply.text()));
        }
        Heard.note(method, address, reply.status(), type, body);
    }
}
