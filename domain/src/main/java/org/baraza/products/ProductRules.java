// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.baraza.xml.XmlNames;
import org.jspecify.annotations.Nullable;

/** What products and programs may be called and what may be noted about them. Pure. */
final class ProductRules {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern UNFIT_FOR_CODE = Pattern.compile("[^a-z0-9]+");

    static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_DATA = 50;
    private static final BigDecimal HIGHEST_COST = BigDecimal.TEN.pow(12);
    private static final int COST_DIGITS = 5;

    private ProductRules() {}

    /** By which names are sorted and searched. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** A code that comes of a name, which others may have as well. */
    static String codeOf(String name) {
        String code = UNFIT_FOR_CODE.matcher(key(name)).replaceAll("_").replaceAll("^_|_$", "");
        String fit = code.isEmpty() ? "item" : code;
        return fit.substring(0, Math.min(fit.length(), LONGEST_CODE));
    }

    static void check(ProductWish wish) {
        List<FieldError> errors = new ArrayList<>();
        named(errors, wish.name(), wish.code());
        text(errors, "unit", wish.unit(), LONGEST_NAME);
        text(errors, "description", wish.description(), LONGEST_TEXT);
        text(errors, "category", wish.category(), LONGEST_NAME);
        cost(errors, wish.cost());
        data(errors, wish.data());
        refuse(errors);
    }

    static void checkProgram(String name, String code) {
        List<FieldError> errors = new ArrayList<>();
        named(errors, name, code);
        refuse(errors);
    }

    private static void named(List<FieldError> errors, String name, String code) {
        if (name.isBlank()) {
            errors.add(new FieldError("name", "NAME_MISSING", "A name is needed."));
        } else if (name.strip().length() > LONGEST_NAME || UNSEEN.matcher(name).find()) {
            errors.add(new FieldError("name", "NAME_INVALID", "A name has at most 255 printable characters."));
        }
        if (!code.isEmpty()
                && (code.length() > LONGEST_CODE || !CODE.matcher(code).matches())) {
            errors.add(new FieldError(
                    "code", "CODE_INVALID", "A code has at most 100 letters, digits, dots, hyphens and underscores."));
        }
    }

    private static void text(List<FieldError> errors, String field, String text, int longest) {
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            errors.add(new FieldError(field, "TEXT_INVALID", "At most " + longest + " characters of plain text."));
        }
    }

    private static void cost(List<FieldError> errors, @Nullable BigDecimal cost) {
        if (cost != null
                && (cost.signum() < 0
                        || cost.compareTo(HIGHEST_COST) >= 0
                        || cost.stripTrailingZeros().scale() > COST_DIGITS)) {
            errors.add(new FieldError(
                    "cost", "COST_INVALID", "A cost is not negative and has at most 5 digits behind the point."));
        }
    }

    private static void data(List<FieldError> errors, Map<String, String> data) {
        boolean named = data.keySet().stream()
                .allMatch(name -> name.length() <= LONGEST_NAME && name.indexOf(':') < 0 && XmlNames.isName(name));
        boolean plain =
                data.values().stream().allMatch(value -> value.length() <= LONGEST_TEXT && value.indexOf('\0') < 0);
        if (data.size() > MOST_DATA || !named || !plain) {
            errors.add(new FieldError(
                    "data", "DATA_INVALID", "At most 50 plain texts, under names that can stand in XML."));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
