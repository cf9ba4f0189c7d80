// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.devices.NumberPools;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Running numbers for forms (device protocol: small ones). */
@Controller
final class NumberController {
    private final NumberPools pools;

    NumberController(NumberPools pools) {
        this.pools = pools;
    }

    @GetMapping({"/a/{domain}/phone/get_next_id", "/a/{domain}/phone/get_next_id/"})
    void next(
            @RequestParam(name = "pool_id", defaultValue = "") String pool,
            @RequestParam(name = "session_id", defaultValue = "") String session,
            HttpServletResponse response,
            ProjectAccess access)
            throws IOException {
        Answer.text(HttpStatus.OK, Long.toString(pools.next(access, pool, session)))
                .with("Cache-Control", "no-store")
                .send(response);
    }
}
