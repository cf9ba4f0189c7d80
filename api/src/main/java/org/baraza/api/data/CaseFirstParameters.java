// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.pages.MomentText;
import org.baraza.cases.CaseCondition;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.Moment;
import org.baraza.cases.CaseCondition.Never;
import org.baraza.cases.CaseCondition.Reads;
import org.baraza.cases.CaseCondition.Side;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.cases.CaseCondition.Within;
import org.baraza.cases.CaseList;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a request for cases of the first version ask for. A name that is not known matches nothing; neither does
 * that of a case property, as in HQ.
 */
final class CaseFirstParameters {
    private static final Map<String, TextField> TEXTS = Map.ofEntries(
            Map.entry("owner_id", TextField.OWNER_ID),
            Map.entry("user_id", TextField.MODIFIED_BY),
            Map.entry("modified_by", TextField.MODIFIED_BY),
            Map.entry("type", TextField.TYPE),
            Map.entry("case_type", TextField.TYPE),
            Map.entry("name", TextField.NAME),
            Map.entry("case_name", TextField.NAME),
            Map.entry("external_id", TextField.EXTERNAL_ID),
            Map.entry("opened_by", TextField.OPENED_BY),
            Map.entry("closed_by", TextField.CLOSED_BY),
            Map.entry("case_id", TextField.CASE_ID),
            Map.entry("_id", TextField.CASE_ID));
    private static final Map<String, TimeField> TIMES = Map.of(
            "date_modified", TimeField.MODIFIED_ON,
            "server_date_modified", TimeField.SERVER_MODIFIED_ON,
            "indexed_on", TimeField.INDEXED_ON);
    /** As the stored document calls them. */
    private static final Map<String, TimeField> STORED_TIMES = Map.of(
            "opened_on", TimeField.OPENED_ON,
            "closed_on", TimeField.CLOSED_ON,
            "modified_on", TimeField.MODIFIED_ON,
            "server_modified_on", TimeField.SERVER_MODIFIED_ON);
    private static final Set<String> SHOWN = Set.of(
            "id",
            "case_id",
            "domain",
            "user_id",
            "opened_by",
            "closed_by",
            "closed",
            "date_closed",
            "server_date_opened",
            "xform_ids",
            "properties",
            "indices");
    private static final String EXACT = ".exact";

    private CaseFirstParameters() {}

    static CaseList list(HttpServletRequest request, String project) {
        List<CaseCondition> conditions = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!Reserved.is(name)) {
                for (String value : values) {
                    condition(name, value, project).ifPresent(conditions::add);
                }
            }
        });
        Ordering<TimeField> order =
                Ordering.of(request, TIMES, SHOWN, new Ordering<>(TimeField.SERVER_MODIFIED_ON, false));
        return new CaseList(conditions, order.field(), order.descending());
    }

    /** Empty where every case of the project passes. */
    private static Optional<CaseCondition> condition(String name, String value, String project) {
        if (TEXTS.containsKey(name)) {
            return Optional.of(new Reads(TEXTS.get(name), value));
        }
        @Nullable TextField exact = name.endsWith(EXACT) ? TEXTS.get(bare(name, EXACT)) : null;
        if (exact != null) {
            return Optional.of(Is.one(exact, value));
        }
        if (name.equals("closed") && (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"))) {
            return Optional.of(new CaseCondition.Closed(Boolean.parseBoolean(value)));
        }
        if (name.equals("domain") && value.equalsIgnoreCase(project)) {
            return Optional.empty();
        }
        if (STORED_TIMES.containsKey(name)) {
            return Optional.of(moment(STORED_TIMES.get(name), value));
        }
        if (name.equals("indices.referenced_id")) {
            return Optional.of(new CaseCondition.LinkTo(value));
        }
        return limit(name, "_start", Side.FROM, value)
                .or(() -> limit(name, "_end", Side.UNTIL, value))
                .or(() -> Optional.of(new Never()));
    }

    /** A bare date is the whole day; what is no time is the time of nothing. */
    private static CaseCondition moment(TimeField field, String value) {
        try {
            Instant from = MomentText.read(value.strip());
            return new Within(
                    field, from, MomentText.isDate(value.strip()) ? from.plus(1, DAYS) : from.plus(1, MICROS));
        } catch (DateTimeException noTime) {
            return new Never();
        }
    }

    private static Optional<CaseCondition> limit(String name, String suffix, Side side, String value) {
        return Optional.ofNullable(name.endsWith(suffix) ? TIMES.get(bare(name, suffix)) : null)
                .map(field -> new Moment(field, side, Times.strict(name, value)));
    }

    private static String bare(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }
}
