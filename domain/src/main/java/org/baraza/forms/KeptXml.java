// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Optional;

/**
 * The raw XML of a form as it is kept.
 *
 * @param packed its bytes; none when they are elsewhere
 * @param length of the XML
 * @param part where else they are
 */
public record KeptXml(byte[] packed, int length, Optional<ChunkPart> part) {

    boolean isAtHand() {
        return packed.length > 0;
    }

    KeptXml withPacked(byte[] bytes) {
        return new KeptXml(bytes, length, part);
    }

    byte[] unpacked() {
        return RawXml.unpack(packed, length);
    }
}
