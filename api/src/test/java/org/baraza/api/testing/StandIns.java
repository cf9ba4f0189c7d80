// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import java.sql.SQLTransientConnectionException;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints behind each door that only tell who was let in. */
@TestConfiguration(proxyBeanMethods = false)
@Import(StandIns.Endpoints.class)
class StandIns {
    static final String PROFILE = "stand-ins";

    @RestController
    @Profile(PROFILE)
    static final class Endpoints {
        @GetMapping({
            "/a/{domain}/device/probe",
            "/a/{domain}/api/case/v2/door/probe",
            "/a/{domain}/api/form/v1/door/probe"
        })
        String read(ProjectAccess who) {
            return tell(who);
        }

        @PostMapping({"/a/{domain}/device/probe", "/a/{domain}/api/case/v2/door/probe"})
        String write(ProjectAccess who) {
            return tell(who);
        }

        private static String tell(ProjectAccess who) {
            boolean inScope = ProjectScope.current().equals(who.project());
            return who.actor().username() + " in " + who.projectName() + (inScope ? "" : " out of scope");
        }

        @PostMapping("/graphql-probe")
        String unguarded() {
            return "nobody should read this";
        }

        @GetMapping("/a/{domain}/device/broken")
        String broken() {
            throw new IllegalStateException("canary-in-exception");
        }

        @GetMapping("/a/{domain}/device/away")
        String away() throws SQLTransientConnectionException {
            throw new SQLTransientConnectionException("away");
        }
    }
}
