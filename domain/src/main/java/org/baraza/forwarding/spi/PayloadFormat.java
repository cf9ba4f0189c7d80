// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.ProjectAccess;

/** What is sent. */
public interface PayloadFormat {

    /** Its stable name. */
    String slug();

    /** What people call it. */
    String label();

    /** The slugs of the types that it is for. */
    Set<String> types();

    String contentType();

    /**
     * What to send of documents as they are now, by their ids; nothing of those that are not there.
     *
     * @param server the server itself, in the project in scope
     */
    Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids);
}
