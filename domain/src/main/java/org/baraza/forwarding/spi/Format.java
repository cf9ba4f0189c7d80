// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Set;

/** What is sent: made of a document as it is, or as people say. */
public sealed interface Format permits PayloadFormat, Transformation {

    /** Its stable name. */
    String slug();

    /** What people call it. */
    String label();

    /** The slugs of the types that it is for. */
    Set<String> types();

    String contentType();
}
