// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

/**
 * A level of the organisation, for example district or village.
 *
 * @param number within the project, as CommCare HQ's data API shows it
 * @param code slug, unique in the project
 * @param parentNo number of the level above; 0 for the topmost
 * @param parentCode code of the level above; empty for the topmost
 * @param administrative whether no stock is kept there
 * @param sharesCases whether ids of its locations may own cases
 * @param viewDescendants whether those who are assigned there also own for the locations below
 */
public record LocationType(
        int number,
        String name,
        String code,
        int parentNo,
        String parentCode,
        boolean administrative,
        boolean sharesCases,
        boolean viewDescendants) {

    /** What it is, as a wish that would change nothing. */
    public LocationTypeWish wish() {
        return new LocationTypeWish(name, code, parentCode, administrative, sharesCases, viewDescendants);
    }
}
