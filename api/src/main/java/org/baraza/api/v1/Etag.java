// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Tells one state of a resource from another (RFC 9110, conditional requests). */
final class Etag {
    private static final int BYTES = 15;

    private Etag() {}

    static String of(Object resource) {
        try {
            byte[] json = JsonMapper.shared().writeValueAsString(resource).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The resource, or only that the caller has it already. */
    static <T> ResponseEntity<T> answer(T resource, @Nullable String ifNoneMatch) {
        String tag = of(resource);
        return ifNoneMatch != null && names(ifNoneMatch.replace("W/", ""), tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(resource);
    }

    static <T> ResponseEntity<T> answer(T resource) {
        return answer(resource, null);
    }

    /** Refuses to change what is not what the caller thinks that it is. */
    static void require(@Nullable String ifMatch, Object resource) {
        if (ifMatch != null && !names(ifMatch, of(resource))) {
            throw new Refused(Problem.Conflict.changed());
        }
    }

    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
