// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Between texts and cells. */
public final class Cells {
    /** What spreadsheets take for a formula when it comes to them as plain text, as in a CSV file. */
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t].*");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 ().,/-]*");
    /** What stands for nothing at all in cells of CommCare HQ; no spreadsheet takes it for a formula. */
    private static final String NOTHING = "---";

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int LONGEST_NUMBER = 15;
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+");
    private static final int LONGEST_ADDRESS = 255;
    /** The smallest and the largest numbers of spreadsheets have less. */
    private static final int MOST_DIGITS = 400;

    private static final Set<String> ERRORS =
            Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!");
    private static final Pattern QUOTED_IN_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private Cells() {}

    /** A text as it stands in a cell and can be read from it: without what XML does not have, and no longer than fits. */
    public static String written(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Cells::isWritable)
                .forEach(clean::appendCodePoint);
        int end = Math.min(clean.length(), WorkbookLimits.LONGEST_TEXT - 1);
        if (end > 0 && end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
            end--;
        }
        return clean.substring(0, end);
    }

    private static boolean isWritable(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    /** An apostrophe before what would be a formula; and one more before a text that looks as if it had one from us. */
    public static String guarded(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String clean = written(text);
        return isGuardable(clean) ? "'" + clean : clean;
    }

    /** Most texts are short and plain; looking at their letters once tells. */
    private static boolean isHarmless(String text) {
        if (text.isEmpty() || text.equals(NOTHING)) {
            return true;
        }
        char first = text.charAt(0);
        if (first == '=' || first == '+' || first == '-' || first == '@' || first == '\'' || first == '\t') {
            return false;
        }
        if (text.length() >= WorkbookLimits.LONGEST_TEXT) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < ' ' || letter >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a spreadsheet can hold the text as a number without losing a digit. */
    static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && PLAIN_NUMBER.matcher(text).matches();
    }

    /** Whether the text is an address of the web that can stand in a formula as it is. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    static String unguarded(String text) {
        return text.startsWith("'") && isGuardable(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isGuardable(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() && !text.equals(NOTHING);
    }

    /** What a cell says: whole numbers without a point, dates as ISO writes them, yes and no as true and false. */
    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY, ERROR -> "";
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case STRING -> unguarded(cell.asString());
            case FORMULA ->
                switch (cell.getValue()) {
                    case BigDecimal number -> isDate(cell) ? date(cell.asDate()) : number(number);
                    case Boolean answer -> answer.toString();
                    case null, default -> cell.getRawValue() == null ? "" : cell.getRawValue();
                };
        };
    }

    /** Whether a cell holds what went wrong in place of a value, or a number that no spreadsheet has. */
    static boolean isBroken(@Nullable Cell cell) {
        return cell != null
                && switch (cell.getType()) {
                    case ERROR -> true;
                    case FORMULA, NUMBER ->
                        switch (cell.getValue()) {
                            case BigDecimal number -> Math.abs((long) number.scale()) > MOST_DIGITS;
                            case String text -> ERRORS.contains(text);
                            case null, default -> false;
                        };
                    case EMPTY, BOOLEAN, STRING -> false;
                };
    }

    static String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = QUOTED_IN_FORMAT.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return bare.chars().anyMatch(letter -> "ydmhs".indexOf(letter) >= 0) && !bare.contains("general");
    }

    static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
