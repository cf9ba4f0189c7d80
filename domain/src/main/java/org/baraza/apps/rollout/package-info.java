// SPDX-License-Identifier: Apache-2.0
/**
 * Which version of an app somebody gets: the latest release, one that is kept to a place or a language profile, or one that goes
 * to some before it goes to all. Pure; the one function is {@link org.baraza.apps.rollout.Releases#versionFor}.
 */
@NullMarked
package org.baraza.apps.rollout;

import org.jspecify.annotations.NullMarked;
