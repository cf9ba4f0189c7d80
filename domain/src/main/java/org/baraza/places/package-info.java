// SPDX-License-Identifier: Apache-2.0
/**
 * Places and groups: levels of the organisation, the tree of locations, groups of mobile workers, who is assigned where,
 * and what all of that makes a worker own. Owns the schema {@code places}.
 *
 * <p>Invariants: a location stands below one of the level above its own, never below itself; sister locations differ in
 * name; a site code is unique in the project; of the locations that a person is assigned to exactly one is primary, and
 * none is archived. Levels and locations change only under the project's row of {@code places.tree}. The rules are pure:
 * {@link org.baraza.places.SiteCodes}, {@link org.baraza.places.PlaceRules}, {@link org.baraza.places.TreeRules}.
 * {@link org.baraza.places.Ownership} tells the sync who owns what. Calls identity for permissions and people, and
 * implements the fixtures of the restore; sync calls it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fixtures", "identity", "paging", "problem", "xml"})
package org.baraza.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
