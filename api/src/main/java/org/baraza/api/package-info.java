// SPDX-License-Identifier: Apache-2.0
/**
 * The application: it wires the capabilities, guards the doors, and translates between them and the outside. Decides
 * nothing about the trade.
 */
@NullMarked
package org.baraza.api;

import org.jspecify.annotations.NullMarked;
