// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.PasswordProof;
import org.baraza.identity.TwoFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The second factor of whoever is asking. */
@Controller
final class TwoFactorController {
    private final Entrance entrance;
    private final TwoFactor twoFactor;
    private final PasswordProof proof;

    TwoFactorController(Entrance entrance, TwoFactor twoFactor, PasswordProof proof) {
        this.entrance = entrance;
        this.twoFactor = twoFactor;
        this.proof = proof;
    }

    /** How she stands. */
    record TwoFactorNode(boolean on, int recoveryCodesLeft, List<String> wantedBy) {}

    /** What her phone must learn. */
    record BeginTwoFactorPayload(
            @Nullable String secret, @Nullable String uri, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "BeginTwoFactorPayload";
        }
    }

    /** What her phone shows. */
    record CodeInput(String code) {
        @Override
        public String toString() {
            return "CodeInput";
        }
    }

    /** That it is herself. */
    record PasswordInput(String password) {
        @Override
        public String toString() {
            return "PasswordInput";
        }
    }

    /** What came of it. */
    record RecoveryCodesPayload(@Nullable List<String> recoveryCodes, List<UserError> userErrors) {
        @Override
        public String toString() {
            return "RecoveryCodesPayload";
        }
    }

    /** What came of it. */
    record TurnOffTwoFactorPayload(List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Me", field = "twoFactor")
    TwoFactorNode twoFactor(MeNode me) {
        WebUser who = me.actor();
        return new TwoFactorNode(
                twoFactor.isOn(who.userId()), twoFactor.recoveryCodesLeft(who), twoFactor.wantedBy(who));
    }

    @MutationMapping
    BeginTwoFactorPayload beginTwoFactor() {
        WebUser who = entrance.person();
        return Attempt.at(
                () -> twoFactor.begin(who),
                (made, errors) -> made == null
                        ? new BeginTwoFactorPayload(null, null, errors)
                        : new BeginTwoFactorPayload(made.secret(), made.uri(), errors));
    }

    @MutationMapping
    RecoveryCodesPayload confirmTwoFactor(@Argument CodeInput input) {
        WebUser who = entrance.person();
        return Attempt.at(() -> twoFactor.confirm(who, input.code, entrance.arrival()), RecoveryCodesPayload::new);
    }

    @MutationMapping
    RecoveryCodesPayload makeRecoveryCodes(@Argument PasswordInput input) {
        WebUser who = entrance.person();
        return Attempt.at(
                () -> {
                    proof.require(who, input.password, entrance.arrival());
                    return twoFactor.newRecoveryCodes(who, entrance.arrival());
                },
                RecoveryCodesPayload::new);
    }

    @MutationMapping
    TurnOffTwoFactorPayload turnOffTwoFactor(@Argument PasswordInput input) {
        WebUser who = entrance.person();
        return Attempt.at(
                () -> {
                    proof.require(who, input.password, entrance.arrival());
                    twoFactor.turnOff(who, entrance.arrival());
                    return true;
                },
                (done, errors) -> new TurnOffTwoFactorPayload(errors));
    }
}
