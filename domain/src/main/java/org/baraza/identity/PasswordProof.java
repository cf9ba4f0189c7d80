// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SignInResult.LockedOut;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Asks somebody who is signed in for her password again, before what a stranger at her desk must not do. */
public final class PasswordProof {
    private final SignIn signIn;

    public PasswordProof(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Refuses whoever does not know it; wrong ones count as they do at the door. */
    public void require(WebUser who, String password, Arrival arrival) {
        switch (signIn.anywhere(new Credentials(who.username(), password), arrival.address())) {
            case SignedIn _ -> {}
            case LockedOut(var retryAfter) -> throw new Refused(new Problem.TooMany(retryAfter));
            case SignInResult.WrongCredentials _, SignInResult.Deactivated _, SignInResult.Deleted _ ->
                throw new Refused(Problem.Invalid.field("password", "PASSWORD_WRONG", "This is not your password."));
        }
    }
}
