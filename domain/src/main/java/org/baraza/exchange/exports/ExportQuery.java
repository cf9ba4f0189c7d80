// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Optional;
import org.baraza.paging.PageRequest;

/**
 * Which exports are listed, by name.
 *
 * @param daily only those of which a file is kept, or only the others
 * @param odata only those that are feeds, or only the others
 * @param search a part of the name; empty for all
 */
public record ExportQuery(
        Optional<ExportType> type, Optional<Boolean> daily, Optional<Boolean> odata, String search, PageRequest page) {}
