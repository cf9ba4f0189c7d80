// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.Map;
import java.util.TreeMap;

/** A case as the phone stores it. */
final class PhoneCase {
    final String id;
    String type;
    String name;
    String owner;
    boolean closed;
    final Map<String, String> properties = new TreeMap<>();
    final Map<String, PhoneLink> links = new TreeMap<>();

    PhoneCase(String id, String type, String name, String owner) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.owner = owner;
    }

    PhoneCase copy() {
        PhoneCase copy = new PhoneCase(id, type, name, owner);
        copy.closed = closed;
        copy.properties.putAll(properties);
        copy.links.putAll(links);
        return copy;
    }

    /** Of several links to one case one that makes a child wins. */
    boolean isExtensionOf(String host) {
        boolean extension = false;
        for (PhoneLink link : links.values()) {
            if (link.target().equals(host)) {
                if (!link.extension()) {
                    return false;
                }
                extension = true;
            }
        }
        return extension;
    }

    boolean hasHost() {
        return links.values().stream().anyMatch(link -> isExtensionOf(link.target()));
    }
}
