// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.mapping;

import org.baraza.forwarding.spi.Transformation;

/** A transformation whose scripts are mappings, and which makes JSON. */
public interface Mapping extends Transformation {

    @Override
    default String contentType() {
        return "application/json";
    }

    @Override
    default String language() {
        return "json";
    }
}
