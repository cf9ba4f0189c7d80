// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What JSONata's functions of texts do; nothing comes of nothing. */
final class Texts {
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$|\\d{1,2})");

    private final Bounds bounds;

    Texts(Bounds bounds) {
        this.bounds = bounds;
    }

    @Nullable
    Object matches(@Nullable String text, @Nullable Object regex, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        each(text, regex, most(limit), match -> found.add(Regex.match(match)));
        return found;
    }

    @Nullable
    Object contains(@Nullable String text, @Nullable Object wanted) {
        if (text == null) {
            return null;
        }
        return wanted instanceof String part
                ? text.contains(part)
                : regex(wanted).matcher(text).find();
    }

    @Nullable
    Object split(@Nullable String text, @Nullable Object separator, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        int most = most(limit);
        List<String> parts = new ArrayList<>();
        if ("".equals(separator)) {
            text.codePoints().limit(most).forEach(letter -> parts.add(Character.toString(letter)));
            return parts;
        }
        int[] end = {0};
        each(text, separator, Integer.MAX_VALUE, match -> {
            if (match.end() > 0 && match.start() < text.length()) {
                parts.add(text.substring(end[0], match.start()));
                end[0] = match.end();
            }
        });
        parts.add(text.substring(end[0]));
        return parts.size() > most ? new ArrayList<>(parts.subList(0, most)) : parts;
    }

    @Nullable
    Object replace(
            @Nullable String text, @Nullable Object wanted, @Nullable Object replacement, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        if ("".equals(wanted)) {
            throw new JException("D3010", -1);
        }
        Function<MatchResult, String> instead = replacement instanceof String words
                ? match -> wanted instanceof String ? words : filled(words, match)
                : match -> called(replacement, match);
        StringBuilder result = new StringBuilder();
        int[] end = {0};
        each(text, wanted, most(limit), match -> {
            result.append(text, end[0], match.start()).append(instead.apply(match));
            end[0] = match.end();
            bounds.accept(result.length());
        });
        return result.append(text, end[0], text.length()).toString();
    }

    /** With what was found in place of {@code $0}, {@code $1} and so on, and a dollar for two. */
    private static String filled(String words, MatchResult match) {
        return REFERENCE.matcher(words).replaceAll(reference -> {
            String name = reference.group(1);
            if (name.equals("$")) {
                return Matcher.quoteReplacement("$");
            }
            int group = Integer.parseInt(name);
            // As many digits as make sense: $12 is the first group and a 2 where there are fewer than 12.
            if (group > match.groupCount() && name.length() > 1) {
                return Matcher.quoteReplacement(group(match, group / 10) + group % 10);
            }
            return Matcher.quoteReplacement(group(match, group));
        });
    }

    private static String group(MatchResult match, int group) {
        String found = group > match.groupCount() ? null : match.group(group);
        return found == null ? "" : found;
    }

    private static String called(@Nullable Object function, MatchResult match) {
        try {
            Object made = com.dashjoin.jsonata.Functions.funcApply(function, List.of(Regex.match(match)));
            if (made instanceof String text) {
                return text;
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        throw new JException("D3012", -1);
    }

    @Nullable
    Object join(@Nullable Object texts, @Nullable String separator) {
        if (texts == null) {
            return null;
        }
        StringBuilder result = new StringBuilder();
        String between = "";
        for (Object text : texts instanceof List<?> list ? list : List.of(texts)) {
            result.append(between).append(text);
            bounds.accept(result.length());
            between = separator == null ? "" : separator;
        }
        return result.toString();
    }

    private void each(String text, @Nullable Object wanted, int most, java.util.function.Consumer<MatchResult> found) {
        Matcher matcher = wanted instanceof String words
                ? Pattern.compile(words, Pattern.LITERAL).matcher(text)
                : regex(wanted).matcher(text);
        for (int count = 0; count < most && matcher.find(); count++) {
            bounds.check();
            found.accept(matcher.toMatchResult());
        }
    }

    private static Regex regex(@Nullable Object wanted) {
        if (wanted instanceof Regex regex) {
            return regex;
        }
        throw new JException("A regular expression or a text is wanted here.", -1);
    }

    private static int most(@Nullable Number limit) {
        if (limit != null && limit.intValue() < 0) {
            throw new JException("D3040", -1);
        }
        return limit == null ? Integer.MAX_VALUE : limit.intValue();
    }
}
