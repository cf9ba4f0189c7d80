// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Collection;
import java.util.Map;
import org.baraza.identity.ProjectAccess;

/** What is sent of a document, the same for everybody. */
public non-sealed interface PayloadFormat extends Format {

    /**
     * What to send of documents as they are now, by their ids; nothing of those that are not there.
     *
     * @param server the server itself, in the project in scope
     */
    Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids);
}
