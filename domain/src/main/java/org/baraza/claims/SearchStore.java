// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.baraza.persistence.schema.cases.tables.CaseRecord;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Searches open cases. */
final class SearchStore {
    private static final String CANCELLED = "57014";
    private static final CaseRecord FOUND = CASE_RECORD.as("found");

    /** From here on no statement of the transaction may take longer. */
    void limitTime(Tx tx, int seconds) {
        tx.sql().execute("set local statement_timeout = " + seconds * 1000);
    }

    /** Turns the failure of a statement that ran into the limit into a refusal. */
    static <R> R unlessTooLong(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (DataAccessException failure) {
            if (CANCELLED.equals(failure.sqlState())) {
                throw new Refused(Problem.Invalid.field(
                        "search", "TOOK_TOO_LONG", "The search took too long; search for something narrower."));
            }
            throw failure;
        }
    }

    /** Ids and scores in the order of the answer. */
    SequencedMap<String, BigDecimal> find(Tx tx, SearchRequest request, SearchSettings settings, int most) {
        SequencedMap<String, BigDecimal> found = new LinkedHashMap<>();
        tx.sql().fetch(statement(request, settings, most)).forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }

    Select<Record2<String, BigDecimal>> statement(SearchRequest request, SearchSettings settings, int most) {
        SearchConditionStore conditions = new SearchConditionStore(settings, request.caseTypes());
        Optional<Field<BigDecimal>> score = conditions.score(FOUND, request.criteria());
        Condition wanted = ofTypes(request.caseTypes());
        for (Criterion criterion : request.criteria()) {
            wanted = wanted.and(conditions.of(FOUND, criterion));
        }
        return select(FOUND.CASE_ID, score.orElse(inline(SearchConditionStore.EXACT)))
                .from(FOUND)
                .where(FOUND.DELETED_ON.isNull())
                .and(not(FOUND.CLOSED))
                .and(wanted)
                .orderBy(order(request.sort(), score))
                .limit(inline(most));
    }

    private static Condition ofTypes(List<String> types) {
        return types.size() == 1
                ? FOUND.TYPE.eq(types.getFirst())
                : FOUND.TYPE.eq(DSL.any(types.toArray(String[]::new)));
    }

    /** Unless the phone says otherwise the best come first, and of those what changed last: the order of case_by_type. */
    private static List<SortField<?>> order(List<SortKey> keys, Optional<Field<BigDecimal>> score) {
        List<SortField<?>> order = new ArrayList<>();
        keys.forEach(key -> {
            Field<?> value = sortValue(key);
            order.add((key.descending() ? value.desc() : value.asc()).nullsLast());
        });
        if (keys.isEmpty()) {
            score.ifPresent(fit -> order.add(fit.desc()));
            order.add(FOUND.SERVER_MODIFIED_ON.desc());
        }
        order.add(keys.isEmpty() ? FOUND.CASE_NO.desc() : FOUND.CASE_NO.asc());
        return order;
    }

    private static Field<?> sortValue(SortKey key) {
        Field<String> value = SearchConditionStore.text(FOUND, key.property());
        return switch (key.kind()) {
            case TEXT -> field("{0} collate \"und-x-icu\"", SQLDataType.CLOB, lower(value));
            case DATE -> when(SearchConditionStore.isDate(value), SearchConditionStore.day(value));
            case NUMBER ->
                when(
                        condition("{0} ~ '^\\s*[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})\\s*$'", value),
                        value.cast(SQLDataType.NUMERIC));
        };
    }
}
