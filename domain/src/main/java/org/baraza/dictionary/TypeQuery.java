// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import org.baraza.paging.PageRequest;

/**
 * A page of case types, by name.
 *
 * @param search beginning of the name; everything when empty
 * @param deprecatedToo whether those come too that the project uses no longer
 */
public record TypeQuery(String search, boolean deprecatedToo, PageRequest page) {}
