// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Map;
import org.baraza.identity.credentials.Secrets;

/**
 * A mobile worker to be made.
 *
 * @param username bare, or full with the project's own name
 * @param role name of her role; empty for that of new mobile workers
 * @param choosesPassword whether she chooses her password herself, by a link in a mail; she is not let in before
 */
public record NewMobileWorker(
        String username,
        String password,
        String firstName,
        String lastName,
        String email,
        String language,
        List<String> phoneNumbers,
        Map<String, String> userData,
        String role,
        boolean choosesPassword) {
    public NewMobileWorker {
        phoneNumbers = List.copyOf(phoneNumbers);
        userData = Map.copyOf(userData);
    }

    /** A worker with the role of new mobile workers. */
    public NewMobileWorker(
            String username,
            String password,
            String firstName,
            String lastName,
            String email,
            String language,
            List<String> phoneNumbers,
            Map<String, String> userData) {
        this(username, password, firstName, lastName, email, language, phoneNumbers, userData, "", false);
    }

    /** A worker of whom nothing but the login is known. */
    public static NewMobileWorker named(String username, String password) {
        return new NewMobileWorker(username, password, "", "", "", "", List.of(), Map.of());
    }

    /** The same with another role. */
    public NewMobileWorker with(String role) {
        return new NewMobileWorker(
                username,
                password,
                firstName,
                lastName,
                email,
                language,
                phoneNumbers,
                userData,
                role,
                choosesPassword);
    }

    /** The same, who chooses her password; until then she has one that nobody knows. */
    public NewMobileWorker choosing() {
        return new NewMobileWorker(
                username,
                new Secrets().token(),
                firstName,
                lastName,
                email,
                language,
                phoneNumbers,
                userData,
                role,
                true);
    }

    @Override
    public String toString() {
        return "NewMobileWorker";
    }
}
