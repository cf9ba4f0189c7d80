// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;

/** The columns of a sheet of mobile workers, by the names of CommCare HQ. */
record WorkerColumns(
        Column username,
        Column password,
        Column name,
        Column email,
        Column language,
        Column userId,
        Column active,
        Column role,
        Column profile,
        Column confirmed,
        Column mail,
        Column domain,
        Column webUser,
        Column removeWebUser,
        Column deactivateAfter,
        List<Column> phoneNumbers,
        Map<String, Column> data,
        List<Column> groups,
        List<Column> locations,
        List<Column> unsupported) {
    static final String SHEET = "users";
    static final String PHONE = "phone-number";

    static WorkerColumns of(Columns sheet) {
        Map<String, Column> data = sheet.under("data");
        sheet.under("uncategorized_data").forEach(data::putIfAbsent);
        WorkerColumns columns = new WorkerColumns(
                sheet.one("username"),
                sheet.one("password"),
                sheet.one("name"),
                sheet.one("email"),
                sheet.one("language"),
                sheet.one("user_id"),
                sheet.one("is_active"),
                sheet.one("role"),
                sheet.one("user_profile"),
                sheet.one("is_account_confirmed"),
                sheet.one("send_confirmation_email"),
                sheet.one("domain"),
                sheet.one("web_user"),
                sheet.one("remove_web_user"),
                sheet.one("deactivate_after"),
                sheet.numbered(PHONE),
                data,
                sheet.numbered("group"),
                sheet.numbered("location_code"),
                Stream.of("send_confirmation_sms")
                        .map(sheet::one)
                        .filter(Column::isThere)
                        .toList());
        Headers.require(SHEET, columns.username, "username");
        Headers.refuseOthers(SHEET, sheet);
        return columns;
    }

    /** Whether all of a worker's numbers stand in the sheet, or only one. */
    boolean listsPhoneNumbers() {
        return phoneNumbers.stream().anyMatch(column -> !column.header().equalsIgnoreCase(PHONE));
    }
}
