// SPDX-License-Identifier: Apache-2.0
/** What phones fetch to install apps, and what programs ask about them (generated build, section 11; app model, sections 9 to 11). */
@NullMarked
package org.baraza.api.apps;

import org.jspecify.annotations.NullMarked;
