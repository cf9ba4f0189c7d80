// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {

    /** She is who she says she is. */
    record SignedIn(Actor actor) implements SignInResult {}

    /** There is no such login, or the secret is not right: which of the two is nobody's business. */
    record WrongCredentials() implements SignInResult {}

    /** Too many wrong guesses; even the right password does not help now. */
    record LockedOut(Duration retryAfter) implements SignInResult {}

    /** The password is right, but the account was closed. */
    record Deactivated() implements SignInResult {}

    /** The password is right, but the worker was deleted. */
    record Deleted() implements SignInResult {}
}
