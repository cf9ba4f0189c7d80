// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.baraza.api.pages.MomentText;
import org.baraza.cases.CaseCondition;
import org.baraza.cases.CaseCondition.Closed;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.Link;
import org.baraza.cases.CaseCondition.Moment;
import org.baraza.cases.CaseCondition.Property;
import org.baraza.cases.CaseCondition.Side;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Which cases a request of the second version asks for. A name that is not known is an error here. */
final class CaseSecondParameters {
    private static final Map<String, TextField> TEXTS = Map.of(
            "case_type", TextField.TYPE,
            "case_name", TextField.NAME,
            "owner_id", TextField.OWNER_ID,
            "external_id", TextField.EXTERNAL_ID);
    private static final Map<String, TimeField> TIMES = Map.of(
            "last_modified", TimeField.MODIFIED_ON,
            "server_last_modified", TimeField.SERVER_MODIFIED_ON,
            "date_opened", TimeField.OPENED_ON,
            "date_closed", TimeField.CLOSED_ON,
            "indexed_on", TimeField.INDEXED_ON);
    private static final Map<String, Side> SIDES =
            Map.of("gt", Side.AFTER, "gte", Side.FROM, "lt", Side.BEFORE, "lte", Side.UNTIL);
    private static final Set<String> NO = Set.of("", "false", "f", "no", "n", "0");
    private static final String DEPRECATED = "include_deprecated";
    private static final String PROPERTY = "properties.";
    private static final String LINK = "indices.";

    private CaseSecondParameters() {}

    /** All conditions of the parameters that filter. */
    static List<CaseCondition> conditions(Map<String, List<String>> parameters) {
        List<CaseCondition> conditions = new ArrayList<>();
        parameters.forEach((name, values) -> add(conditions, name, values));
        return conditions;
    }

    private static void add(List<CaseCondition> conditions, String name, List<String> values) {
        if (TEXTS.containsKey(name)) {
            conditions.add(new Is(TEXTS.get(name), values));
        } else if (name.startsWith(PROPERTY)) {
            conditions.add(new Property(name.substring(PROPERTY.length()), values));
        } else if (name.startsWith(LINK)) {
            conditions.add(new Link(name.substring(LINK.length()), values));
        } else if (name.equals("closed")) {
            List<Boolean> wanted =
                    values.stream().map(CaseSecondParameters::isYes).distinct().toList();
            if (wanted.size() == 1) {
                conditions.add(new Closed(wanted.getFirst()));
            }
        } else if (!name.equals(DEPRECATED) && !name.equals(CaseSecondQuery.NAME)) {
            conditions.add(moment(name, values));
        }
    }

    /** Whether cases of types come too that the data dictionary deprecates. */
    static boolean wantsDeprecated(Map<String, List<String>> parameters) {
        return parameters.getOrDefault(DEPRECATED, List.of()).stream().anyMatch(CaseSecondParameters::isYes);
    }

    private static boolean isYes(String value) {
        return !NO.contains(value.toLowerCase(Locale.ROOT));
    }

    private static CaseCondition moment(String name, List<String> values) {
        int dot = Math.max(0, name.lastIndexOf('.'));
        @Nullable TimeField field = TIMES.get(name.substring(0, dot));
        @Nullable Side side = SIDES.get(name.substring(Math.min(dot + 1, name.length())));
        if (field == null || side == null) {
            throw invalid(name, "'" + name + "' is not a valid parameter.");
        }
        List<Moment> each =
                values.stream().map(value -> moment(name, field, side, value)).toList();
        // Any of them will do, so the widest decides.
        Comparator<Moment> byLimit = Comparator.comparing(Moment::limit);
        return each.stream()
                .min(side == Side.AFTER || side == Side.FROM ? byLimit : byLimit.reversed())
                .orElseThrow();
    }

    /** A date alone means its whole day: after it is from the next day on, until it is before the next day. */
    private static Moment moment(String name, TimeField field, Side side, String value) {
        var at = Times.free(name, value);
        boolean wholeDay = MomentText.isDate(value.strip()) && (side == Side.AFTER || side == Side.UNTIL);
        return wholeDay
                ? new Moment(
                        field,
                        side == Side.AFTER ? Side.FROM : Side.BEFORE,
                        at.plus(Duration.ofDays(1)))
                : new Moment(field, side, at);
    }

    static Refused invalid(String field, String message) {
        return new Refused(Problem.Invalid.field(field, "PARAMETER_INVALID", message));
    }
}
