// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.baraza.cases.CaseFormula.Within;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What can be read from texts that people wrote, in SQL that never fails on what they wrote instead. */
final class CaseTextRows {

    private CaseTextRows() {}

    /** The text as a number; null if it is none. */
    static Field<BigDecimal> number(Field<String> text) {
        return field(
                "case when {0} ~ '^\\s*-?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})\\s*$' then {0}::numeric end",
                SQLDataType.NUMERIC, text);
    }

    /** The date that the text starts with; null if there is none. Days compare as texts, digit by digit. */
    static Field<String> day(Field<String> text) {
        return field(
                "case when {0} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then left({0}, 10) collate \"C\" end",
                SQLDataType.CLOB, text);
    }

    static Condition hasWords(Field<String> text, List<String> words, boolean all) {
        String[] wanted =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return condition(
                all
                        ? "regexp_split_to_array(lower({0}), '\\s+') @> {1}"
                        : "regexp_split_to_array(lower({0}), '\\s+') && {1}",
                text,
                DSL.val(wanted).cast(SQLDataType.CLOB.array()));
    }

    /** Short words must be right, longer ones may have one or two letters wrong. */
    static Condition isNear(Field<String> text, String words) {
        return anyWord(
                text,
                words,
                "levenshtein_less_equal(left(has.word, 60), left(asked.word, 60), 2) <= case when length(asked.word) < 3"
                        + " then 0 when length(asked.word) < 6 then 1 else 2 end");
    }

    static Condition soundsLike(Field<String> text, String words) {
        return anyWord(text, words, "soundex(has.word) = soundex(asked.word) and soundex(asked.word) <> ''");
    }

    private static Condition anyWord(Field<String> text, String words, String alike) {
        return condition(
                "exists (select from regexp_split_to_table(lower(left({0}, 1000)), '[^[:alnum:]]+') as has(word),"
                        + " regexp_split_to_table(lower(left({1}, 250)), '[^[:alnum:]]+') as asked(word)"
                        + " where asked.word <> '' and has.word <> '' and " + alike + ")",
                text,
                val(words));
    }

    /** The way over the surface, by the haversine, from the place that the text starts with. */
    static Condition isWithin(Field<String> text, Within within) {
        Field<BigDecimal> latitude = degrees(text, 1);
        Field<BigDecimal> longitude = degrees(text, 2);
        return condition(
                "6371009 * 2 * asin(least(1, sqrt(power(sind(({0} - {2})::float8 / 2), 2) + cosd({0}::float8) * cosd({2})"
                        + " * power(sind(({1} - {3})::float8 / 2), 2)))) <= {4}",
                latitude, longitude, val(within.latitude()), val(within.longitude()), val(within.metres()));
    }

    private static Field<BigDecimal> degrees(Field<String> text, int place) {
        return field(
                "case when {0} ~ '^\\s*-?[0-9]{1,3}(\\.[0-9]{0,20})?[\\s,]+-?[0-9]{1,3}(\\.[0-9]{0,20})?([\\s,]|$)'"
                        + " then split_part(regexp_replace(btrim({0}), '[\\s,]+', ' ', 'g'), ' ', {1})::numeric end",
                SQLDataType.NUMERIC, text, DSL.inline(place));
    }
}
