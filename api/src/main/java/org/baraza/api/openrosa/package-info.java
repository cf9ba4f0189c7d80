// SPDX-License-Identifier: Apache-2.0
/**
 * What phones talk to: the form receiver and the restore, in OpenRosa's words. Translates and delegates; what a form means
 * is decided in forms and cases. Sections of the protocol are cited as "device protocol: …".
 */
@NullMarked
package org.baraza.api.openrosa;

import org.jspecify.annotations.NullMarked;
