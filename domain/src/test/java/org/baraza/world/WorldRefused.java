// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

/** A file that is no world, or one that contradicts itself; the message is for whoever wrote it. */
public final class WorldRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorldRefused(String message) {
        super(message);
    }
}
