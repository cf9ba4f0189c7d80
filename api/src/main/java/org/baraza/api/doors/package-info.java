// SPDX-License-Identifier: Apache-2.0
/**
 * The doors: who comes in, and into which project. {@link org.baraza.api.doors.ProjectDoor} guards everything under
 * {@code /a/<project>/}, {@link org.baraza.api.doors.BrowserDoor} what the web client uses,
 * {@link org.baraza.api.doors.AccountDoor} what programs ask about the account that they act for.
 *
 * <p>What always holds behind a door: the caller is known, is a member of the project in the path, and that project is in
 * scope. A request that was not let in reaches no controller.
 */
@NullMarked
package org.baraza.api.doors;

import org.jspecify.annotations.NullMarked;
