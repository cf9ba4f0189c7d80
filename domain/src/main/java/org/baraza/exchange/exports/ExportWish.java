// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/** What somebody wants an export to be. */
public record ExportWish(ExportPlan plan, String description, ExportSharing sharing, boolean daily) {}
