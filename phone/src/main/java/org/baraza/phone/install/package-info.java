// SPDX-License-Identifier: Apache-2.0
/**
 * How a phone installs and updates an app, written from the device protocol alone (install; what profile, suite and form need): it
 * keeps a table of what it installed, fetches only what has a higher number, and says which requests it made. It shares no code
 * with the server that it judges.
 */
@NullMarked
package org.baraza.phone.install;

import org.jspecify.annotations.NullMarked;
