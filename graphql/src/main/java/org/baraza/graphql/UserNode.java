// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.identity.MobileWorker;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebMember;

/** Somebody who works with the project's data. */
sealed interface UserNode permits WorkerNode, MemberNode {
    String userId();

    String username();

    String displayName();

    static UserNode of(ProjectAccess access, Person person) {
        return switch (person) {
            case MobileWorker worker -> new WorkerNode(access, worker);
            case WebMember member -> new MemberNode(member);
        };
    }
}
