// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/**
 * A link as a phone knows it.
 *
 * @param name of the link within its case
 * @param target number of the case it leads to
 */
record ShadowLink(String name, boolean extension, int target) {}
