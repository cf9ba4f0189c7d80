// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.baraza.api.problems.Answer;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a list that a request asks for by {@code limit} and {@code offset}, and the envelope it is answered in.
 *
 * @param others the other parameters of the request as a query string, with an ampersand at the end unless it is empty
 */
public record OffsetPage(SliceRequest request, String others) {
    private static final int USUAL = 20;
    private static final int LONGEST_NUMBER = 20;
    /** The part itself, and who asks: a key that came in the query is not sent back. */
    private static final Set<String> NOT_REPEATED = Set.of("limit", "offset", "username", "api_key", "otp");

    /** @param most items that one answer has; also what {@code limit=0} asks for */
    public static OffsetPage of(HttpServletRequest request, int most) {
        int limit = (int) Math.min(
                most, number(request.getParameter("limit"), "limit", "Please provide a positive integer.", USUAL));
        long offset = number(request.getParameter("offset"), "offset", "Please provide an integer.", 0);
        return new OffsetPage(new SliceRequest(limit == 0 ? most : limit, offset), others(request));
    }

    /**
     * As {@link #of}, of a list that has one order.
     *
     * @param shown names of the fields that items have
     */
    public static OffsetPage unordered(HttpServletRequest request, int most, Set<String> shown) {
        OrderBy.refuse(request, shown);
        return of(request, most);
    }

    private static long number(@Nullable String text, String name, String wanted, long usual) {
        if (text == null) {
            return usual;
        }
        long number;
        if (text.length() > LONGEST_NUMBER) {
            throw invalid(name, text, wanted);
        }
        try {
            number = new BigInteger(text)
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw invalid(name, text, wanted);
        }
        if (number < 0) {
            throw invalid(name, text, "Please provide a positive integer >= 0.");
        }
        return number;
    }

    private static Refused invalid(String name, String text, String wanted) {
        return new Refused(
                Problem.Invalid.field(name, "OUT_OF_RANGE", "Invalid " + name + " '" + text + "' provided. " + wanted));
    }

    private static String others(HttpServletRequest request) {
        StringBuilder query = new StringBuilder();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_REPEATED.contains(name)) {
                for (String value : values) {
                    query.append(encoded(name))
                            .append('=')
                            .append(encoded(value))
                            .append('&');
                }
            }
        });
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The answer: how the list goes on, and its items as JSON. */
    public <T> Answer answer(Slice<T> slice, Function<T, ? extends JsonNode> json) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("meta")
                .put("limit", request.limit())
                .put("next", next(slice))
                .put("offset", request.offset())
                .put("previous", previous())
                .put("total_count", slice.total());
        var objects = body.putArray("objects");
        slice.items().forEach(item -> objects.add(json.apply(item)));
        return Answer.json(HttpStatus.OK, body);
    }

    /** The query of the next part; null behind the last one. */
    public @Nullable String next(Slice<?> slice) {
        long behind = request.offset() + request.limit();
        return behind < slice.total() ? query(behind) : null;
    }

    /** The query of the part before; null for the first one. */
    public @Nullable String previous() {
        return request.offset() < request.limit() ? null : query(request.offset() - request.limit());
    }

    private String query(long offset) {
        return "?" + others + "limit=" + request.limit() + "&offset=" + offset;
    }
}
