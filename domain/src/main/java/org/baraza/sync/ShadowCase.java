// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * A case as a phone knows it, as far as that decides what the phone keeps (device protocol: sync log).
 *
 * @param ownerId who owns it, as the phone was told or said itself
 * @param links by name
 */
record ShadowCase(int number, String ownerId, boolean closed, List<ShadowLink> links) {

    ShadowCase ownedBy(String owner) {
        return new ShadowCase(number, owner, closed, links);
    }

    ShadowCase close() {
        return new ShadowCase(number, ownerId, true, links);
    }

    ShadowCase link(ShadowLink link) {
        List<ShadowLink> after = new ArrayList<>(withoutLink(link.name()));
        after.add(link);
        return new ShadowCase(number, ownerId, closed, after);
    }

    ShadowCase unlink(String name) {
        return new ShadowCase(number, ownerId, closed, withoutLink(name));
    }

    private List<ShadowLink> withoutLink(String name) {
        return links.stream().filter(link -> !link.name().equals(name)).toList();
    }
}
