// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/**
 * What somebody wants an export to be.
 *
 * @param daily whether a file of it is kept and made anew each day
 * @param odata whether programs read it as a feed
 */
public record ExportWish(ExportPlan plan, String description, ExportSharing sharing, boolean daily, boolean odata) {}
