// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

/**
 * A page of the projects of one person, by name.
 *
 * @param search a part of the name or of the name that is shown; everything when empty
 * @param after the last name of the page before; empty for the first page
 * @param counted whether the number of all of them is wanted too
 */
public record ProjectQuery(String search, String after, int first, boolean counted) {}
