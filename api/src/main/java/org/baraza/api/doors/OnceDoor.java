// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baraza.api.pages.SentJson;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.api.problems.ProblemJson;
import org.baraza.idempotency.Beginning;
import org.baraza.idempotency.IdempotentRequests;
import org.baraza.idempotency.KeptAnswer;
import org.baraza.idempotency.RequestKey;
import org.baraza.identity.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a request that changes something and comes with an {@code Idempotency-Key} through once: who sends it again gets the
 * answer that was given. In our own REST API it also sees to it that bodies are short; of CommCare HQ's, which knows no keys,
 * it concerns itself only with those that may make cases: they would make them twice.
 */
@Component
public final class OnceDoor extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");
    private static final Pattern CASES = Pattern.compile("/a/[^/]+/api/(case/v2|v0\\.6/case)/?");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "ETag", "Location");

    private final IdempotentRequests requests;

    OnceDoor(IdempotentRequests requests) {
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHANGING.contains(request.getMethod()) || (isOfHq(request) && !isOfCasesWithKey(request));
    }

    private static boolean isOfHq(HttpServletRequest request) {
        return request.getServletPath().startsWith("/a/");
    }

    private static boolean isOfCasesWithKey(HttpServletRequest request) {
        return request.getHeader(HEADER) != null
                && CASES.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SentBody> sent = SentBody.of(request, isOfHq(request) ? SentJson.MOST_OF_CASES : SentBody.MOST);
        if (sent.isEmpty()) {
            tooLong(request).send(response);
            return;
        }
        @Nullable String key = request.getHeader(HEADER);
        if (key == null) {
            chain.doFilter(sent.get(), response);
        } else if (!KEY.matcher(key).matches()) {
            refusal(
                            request,
                            HttpStatus.BAD_REQUEST,
                            "IDEMPOTENCY_KEY_INVALID",
                            "An Idempotency-Key has 1 to 255 printable ASCII characters.")
                    .send(response);
        } else {
            once(known(key, request), sent.get(), response, chain);
        }
    }

    /** Of the project that the request is about; what is about none is the caller's own. */
    private static RequestKey known(String key, HttpServletRequest request) {
        return RequestAccess.find(request)
                .map(access -> new RequestKey(access.actor().userId(), key))
                .orElseGet(() -> RequestKey.own(caller(), key));
    }

    private static String caller() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getName();
    }

    private void once(RequestKey key, SentBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (requests.begin(key, fingerprint(request))) {
            case Beginning.First _ -> run(key, request, response, chain);
            case Beginning.Answered(var answer) -> again(answer, response);
            case Beginning.Running _ ->
                refusal(
                                request,
                                HttpStatus.CONFLICT,
                                "IDEMPOTENCY_KEY_RUNNING",
                                "The request with this key is being done.")
                        .with("Retry-After", "1")
                        .send(response);
            case Beginning.Lost _ ->
                refusal(
                                request,
                                HttpStatus.CONFLICT,
                                "IDEMPOTENCY_OUTCOME_UNKNOWN",
                                "The server stopped while it did the request with this key. Look whether it was done.")
                        .send(response);
            case Beginning.AnotherRequest _ ->
                refusal(
                                request,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "IDEMPOTENCY_KEY_REUSED",
                                "This key came with another request before.")
                        .send(response);
        }
    }

    private static Answer tooLong(HttpServletRequest request) {
        return isOfHq(request)
                ? HqJson.error(HttpStatus.BAD_REQUEST, "The request is too long.")
                : OwnAnswers.tooLarge();
    }

    private static Answer refusal(HttpServletRequest request, HttpStatus status, String code, String detail) {
        return isOfHq(request) ? HqJson.error(status, detail) : ProblemJson.of(status, code, detail);
    }

    /**
     * A request that failed on the server may have been done before it failed, so its key stays without an answer: whoever comes
     * with it again is told that its outcome is not known, and looks.
     */
    private void run(RequestKey key, SentBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            requests.answered(key, kept(answer));
        }
        answer.copyBodyToResponse();
    }

    private static KeptAnswer kept(ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(answer.getStatus(), headers, answer.getContentAsByteArray());
    }

    private static void again(KeptAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** What is asked, by somebody who may do this much: an answer is not told again to a key that may do less. */
    private static byte[] fingerprint(SentBody request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(allowed(request).getBytes(StandardCharsets.UTF_8));
            String line = request.getMethod()
                    + ' '
                    + request.getRequestURI()
                    + '?'
                    + request.getQueryString()
                    + ' '
                    + request.getHeader("If-Match")
                    + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(request.bytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String allowed(HttpServletRequest request) {
        return RequestAccess.find(request).stream()
                .flatMap(access -> access.permissions().stream())
                .map(Permission::wireName)
                .sorted()
                .collect(Collectors.joining(" ", "", "\n"));
    }
}
