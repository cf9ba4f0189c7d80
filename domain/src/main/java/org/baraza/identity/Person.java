// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** Somebody who works with a project's data. */
public sealed interface Person permits MobileWorker, WebMember {
    String userId();

    String username();

    String firstName();

    String lastName();

    /** First and last name, or the username where there is none. */
    default String displayName() {
        String full = (firstName() + " " + lastName()).strip();
        return full.isEmpty() ? username() : full;
    }
}
