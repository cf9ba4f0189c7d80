// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many items are passed over
 * @param limit most items in it
 */
public record SliceRequest(int offset, int limit) {}
