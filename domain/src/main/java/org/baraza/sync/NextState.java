// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/** What a phone will hold, while its payload is written. */
final class NextState {
    private final NextShadow shadow;
    private final StateHash hash;

    NextState(PhoneState before) {
        this.shadow = new NextShadow(before.shadow());
        this.hash = before.hash().copy();
    }

    NextShadow shadow() {
        return shadow;
    }

    StateHash hash() {
        return hash;
    }

    PhoneState state() {
        return new PhoneState(shadow.build(), hash);
    }
}
