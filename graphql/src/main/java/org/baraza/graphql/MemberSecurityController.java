// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.baraza.identity.MemberSecurity;
import org.baraza.identity.Members;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerMails;
import org.baraza.places.Belongings;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Help for people who cannot sign in, and the end of what others hold. */
@Controller
final class MemberSecurityController {
    private final Entrance entrance;
    private final MemberSecurity security;
    private final MobileWorkers workers;
    private final WorkerMails mails;
    private final Members members;
    private final Belongings belongings;

    MemberSecurityController(
            Entrance entrance,
            MemberSecurity security,
            MobileWorkers workers,
            WorkerMails mails,
            Members members,
            Belongings belongings) {
        this.entrance = entrance;
        this.security = security;
        this.workers = workers;
        this.mails = mails;
        this.members = members;
        this.belongings = belongings;
    }

    /** Who. */
    record MemberInput(String project, String userId) {}

    /** What came of it. */
    record MemberSecurityPayload(List<UserError> userErrors) {}

    /** The link to hand over, where it could not be mailed. */
    record WorkerLinkPayload(@Nullable String path, List<UserError> userErrors) {}

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

    @MutationMapping
    WorkerLinkPayload mailMobileWorkerPasswordReset(@Argument MemberInput input) {
        return mailed(input, mails::reset);
    }

    @MutationMapping
    WorkerLinkPayload mailMobileWorkerConfirmation(@Argument MemberInput input) {
        return mailed(input, mails::confirm);
    }

    private WorkerLinkPayload mailed(MemberInput input, BiFunction<ProjectAccess, String, Optional<String>> deed) {
        return Attempt.in(
                entrance,
                input.project,
                access -> deed.apply(access, input.userId),
                (path, errors) -> new WorkerLinkPayload(path == null ? null : path.orElse(null), errors));
    }

    @MutationMapping
    MemberSecurityPayload signOutMember(@Argument MemberInput input) {
        return done(input, security::signOut);
    }

    @MutationMapping
    MemberSecurityPayload removeMember(@Argument MemberInput input) {
        return done(
                input,
                (access, userId) ->
                        members.remove(access, userId, (tx, gone) -> belongings.clearMember(tx, access, gone)));
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
