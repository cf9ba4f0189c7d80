// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.util.List;

/**
 * Something that a profile or a suite names.
 *
 * @param kind the element that it stands in: {@code suite}, {@code xform}, {@code locale}, {@code media} and so on
 * @param remote its locations on the network, in the order of the document
 */
record Resource(String id, int version, String kind, List<String> remote) {
    Resource {
        remote = List.copyOf(remote);
    }
}
