// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.Map;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;

/** The columns of a sheet of locations, by the names of CommCare HQ. */
record LocationColumns(
        Column id,
        Column siteCode,
        Column name,
        Column parent,
        Column externalId,
        Column latitude,
        Column longitude,
        Column delete,
        Column forgetOthers,
        Map<String, Column> data) {

    static LocationColumns of(String sheet, Columns columns) {
        Map<String, Column> data = columns.under("data");
        columns.under("uncategorized_data").forEach(data::putIfAbsent);
        // What HQ writes there is for people to read.
        columns.one("uncategorized_data");
        LocationColumns found = new LocationColumns(
                columns.one("location_id"),
                columns.one("site_code"),
                columns.one("name"),
                columns.one("parent_site_code", "parent_code"),
                columns.one("external_id"),
                columns.one("latitude"),
                columns.one("longitude"),
                columns.one("delete(y/n)", "delete (y/n)"),
                columns.one("delete uncategorized data(y/n)", "delete uncategorized data (y/n)"),
                data);
        Headers.require(sheet, found.siteCode.isThere() ? found.siteCode : found.id, "site_code");
        Headers.refuseOthers(sheet, columns);
        return found;
    }
}
