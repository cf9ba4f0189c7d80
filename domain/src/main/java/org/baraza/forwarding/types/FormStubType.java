// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;

/** That forms are received, without what they say. */
public final class FormStubType implements ForwarderType {
    public static final String SLUG = "ShortFormRepeater";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Forward Form Stubs";
    }

    @Override
    public String usualFormat() {
        return FormStubs.SLUG;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return occurrence instanceof Occurrence.FormArrived form
                && !options.excludedUserIds().contains(form.userId());
    }
}
