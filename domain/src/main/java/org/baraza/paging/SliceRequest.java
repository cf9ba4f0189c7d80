// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

/**
 * Which part of a list is wanted, by position.
 *
 * @param limit most items
 * @param offset how many items come before
 */
public record SliceRequest(int limit, long offset) {}
