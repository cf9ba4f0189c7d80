// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.hq;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.api.doors.QueryText;
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
 * Lists that are paged by {@code limit} and {@code offset}, as CommCare HQ's older resources are.
 *
 * @param query the request's query string, which the addresses of other pages repeat
 */
public record OffsetPaging(SliceRequest slice, String query) {
    private static final int DEFAULT = 20;
    private static final int MOST = 1_000;

    /** Twenty items unless the caller says otherwise. */
    public static OffsetPaging of(HttpServletRequest request) {
        return of(request, DEFAULT);
    }

    /** As many items as may be unless the caller says otherwise. */
    public static OffsetPaging unlimited(HttpServletRequest request) {
        return of(request, 0);
    }

    private static OffsetPaging of(HttpServletRequest request, int usual) {
        int limit = number(request, "limit", usual);
        int offset = number(request, "offset", 0);
        @Nullable String query = request.getQueryString();
        return new OffsetPaging(
                new SliceRequest(offset, limit == 0 ? MOST : Math.min(limit, MOST)), query == null ? "" : query);
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        String text = QueryText.parameter(request, name).orElse("").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, text);
        }
        throw invalid(name, text);
    }

    private static Refused invalid(String name, String text) {
        return new Refused(Problem.Invalid.field(
                name,
                "OUT_OF_RANGE",
                "Invalid " + name + " '" + text + "' provided. Please provide a positive integer."));
    }

    /** The list as HQ writes it. */
    public <T> Answer answer(Slice<T> page, Function<T, ? extends JsonNode> json) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        boolean more = slice.offset() + (long) slice.limit() < page.total();
        body.putObject("meta")
                .put("limit", slice.limit())
                .put("next", more ? address(slice.offset() + slice.limit()) : null)
                .put("offset", slice.offset())
                .put("previous", slice.offset() < slice.limit() ? null : address(slice.offset() - slice.limit()))
                .put("total_count", page.total());
        var objects = body.putArray("objects");
        page.items().forEach(item -> objects.add(json.apply(item)));
        return Answer.json(HttpStatus.OK, body);
    }

    /** Programs read only the query of it. */
    private String address(int offset) {
        Stream<String> others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.matches("(limit|offset)(=.*)?"));
        return Stream.concat(others, Stream.of("limit=" + slice.limit(), "offset=" + offset))
                .collect(Collectors.joining("&", "?", ""));
    }
}
