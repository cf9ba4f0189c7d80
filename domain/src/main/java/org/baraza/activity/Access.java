// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import java.time.Instant;
import java.util.Locale;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * That somebody came into a project for something.
 *
 * @param means what she showed: {@code session}, {@code single_sign_on}, {@code password} or {@code key}
 * @param path with names in place of ids and without a query
 * @param operation name of a GraphQL document; empty elsewhere
 * @param subject id of the one thing that was asked for; empty for lists, and where the id is not ours
 * @param agent how the program calls itself
 */
public record Access(
        ProjectId project,
        Instant at,
        String userId,
        String username,
        String means,
        String method,
        String path,
        String operation,
        String subject,
        int status,
        String address,
        String agent) {
    private static final int LONGEST = 255;

    public Access {
        path = kept(path);
        operation = kept(operation);
        subject = kept(subject);
        agent = kept(agent);
    }

    /** What was asked for, and what came of it. */
    public record View(String method, String path, String operation, String subject, int status, String agent) {}

    /** Somebody whom a door let in, for a view. */
    public static Access of(ProjectAccess who, Arrival arrival, View view, Instant at) {
        return new Access(
                who.project(),
                at,
                who.actor().userId(),
                who.actor().username(),
                means(arrival),
                view.method(),
                view.path(),
                view.operation(),
                view.subject(),
                view.status(),
                arrival.address(),
                view.agent());
    }

    private static String means(Arrival arrival) {
        return switch (arrival.proof()) {
            case SESSION -> arrival.provider().isPresent() ? "single_sign_on" : "session";
            case PASSWORD, PASSWORD_AND_CODE -> "password";
            case KEY -> Arrival.Proof.KEY.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String kept(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
