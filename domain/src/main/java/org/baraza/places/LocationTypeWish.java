// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

/**
 * What a level is to be.
 *
 * @param parentCode code of the level above; empty for the topmost
 */
public record LocationTypeWish(
        String name,
        String code,
        String parentCode,
        boolean administrative,
        boolean sharesCases,
        boolean viewDescendants) {}
