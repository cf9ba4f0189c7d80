// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.List;
import java.util.Map;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;

/**
 * The columns of a sheet of web users, by the names of CommCare HQ. Names and the address stand there to be read: they are
 * those of the account, which is its holder's.
 */
record MemberColumns(
        Column username,
        Column role,
        Column remove,
        Column status,
        Column domain,
        Column profile,
        Map<String, Column> data,
        List<Column> locations) {
    static final String SHEET = "users";

    static MemberColumns of(Columns sheet) {
        Map<String, Column> data = sheet.under("data");
        sheet.under("uncategorized_data").forEach(data::putIfAbsent);
        MemberColumns columns = new MemberColumns(
                sheet.one("username"),
                sheet.one("role"),
                sheet.one("remove"),
                sheet.one("status"),
                sheet.one("domain"),
                sheet.one("user_profile"),
                data,
                sheet.numbered("location_code"));
        List.of("first_name", "last_name", "email").forEach(sheet::one);
        Headers.require(SHEET, columns.username, "username");
        Headers.require(SHEET, columns.role, "role");
        Headers.refuseOthers(SHEET, sheet);
        return columns;
    }

    /** What a sheet of mobile workers says of web users beside them: they get the role and the locations of the worker. */
    static MemberColumns beside(WorkerColumns workers) {
        return new MemberColumns(
                workers.webUser(),
                workers.role(),
                workers.removeWebUser(),
                Column.none(),
                Column.none(),
                Column.none(),
                Map.of(),
                workers.locations());
    }
}
