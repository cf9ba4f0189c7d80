// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.BiConsumer;
import org.baraza.identity.MemberSecurity;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Help for people who cannot sign in. */
@Controller
final class MemberSecurityController {
    private final Entrance entrance;
    private final MemberSecurity security;
    private final MobileWorkers workers;

    MemberSecurityController(Entrance entrance, MemberSecurity security, MobileWorkers workers) {
        this.entrance = entrance;
        this.security = security;
        this.workers = workers;
    }

    /** Who. */
    record MemberInput(String project, String userId) {}

    /** What came of it. */
    record MemberSecurityPayload(List<UserError> userErrors) {}

    @MutationMapping
    MemberSecurityPayload resetMemberTwoFactor(@Argument MemberInput input) {
        return done(input, security::resetTwoFactor);
    }

    @MutationMapping
    MemberSecurityPayload unlockMember(@Argument MemberInput input) {
        return done(input, security::unlock);
    }

    @MutationMapping
    MemberSecurityPayload unlockMobileWorker(@Argument MemberInput input) {
        return done(input, workers::unlock);
    }

    private MemberSecurityPayload done(MemberInput input, BiConsumer<ProjectAccess, String> deed) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    deed.accept(access, input.userId);
                    return true;
                },
                (done, errors) -> new MemberSecurityPayload(errors));
    }
}
