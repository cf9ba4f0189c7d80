// SPDX-License-Identifier: Apache-2.0
/** What phones ask beside forms and restores: heartbeat, measures, keys, running numbers. Translates and delegates. */
@NullMarked
package org.baraza.api.devices;

import org.jspecify.annotations.NullMarked;
