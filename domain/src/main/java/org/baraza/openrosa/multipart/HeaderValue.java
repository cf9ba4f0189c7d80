// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header such as {@code form-data; name="a"; filename="b.jpg"}, leniently read: the first of two parameters of one
 * name counts, and a backslash escapes only a quote or another backslash, since some clients send whole paths.
 *
 * @param value what stands before the first parameter, in lower case
 * @param parameters by name in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {

    HeaderValue {
        parameters = Map.copyOf(parameters);
    }

    static HeaderValue of(String header) {
        int end = header.indexOf(';');
        String value = (end < 0 ? header : header.substring(0, end)).strip();
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = end;
        while (at >= 0 && at < header.length()) {
            at = parameter(header, at + 1, parameters);
        }
        return new HeaderValue(value.toLowerCase(Locale.ROOT), parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A parameter that may come in the extended form of RFC 5987, which is preferred. */
    Optional<String> extendedParameter(String name) {
        return parameter(name + "*").flatMap(HeaderValue::decoded).or(() -> parameter(name));
    }

    /** Reads one parameter and returns where it ends: at a semicolon or at the header's end. */
    private static int parameter(String header, int from, Map<String, String> parameters) {
        int equals = header.indexOf('=', from);
        int next = header.indexOf(';', from);
        if (equals < 0 || (next >= 0 && next < equals)) {
            return next;
        }
        String name = header.substring(from, equals).strip().toLowerCase(Locale.ROOT);
        int at = equals + 1;
        while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
            at++;
        }
        if (at < header.length() && header.charAt(at) == '"') {
            StringBuilder value = new StringBuilder();
            int closing = quoted(header, at + 1, value);
            parameters.putIfAbsent(name, value.toString());
            return header.indexOf(';', closing);
        }
        int end = header.indexOf(';', at);
        parameters.putIfAbsent(
                name, header.substring(at, end < 0 ? header.length() : end).strip());
        return end;
    }

    private static int quoted(String header, int from, StringBuilder value) {
        int at = from;
        while (at < header.length() && header.charAt(at) != '"') {
            boolean escape = header.charAt(at) == '\\'
                    && at + 1 < header.length()
                    && (header.charAt(at + 1) == '"' || header.charAt(at + 1) == '\\');
            if (escape) {
                at++;
            }
            value.append(header.charAt(at));
            at++;
        }
        return Math.min(at, header.length());
    }

    private static Optional<String> decoded(String extended) {
        String[] parts = extended.split("'", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Charset charset = parts[0].equalsIgnoreCase("iso-8859-1") ? ISO_8859_1 : UTF_8;
        try {
            return Optional.of(URLDecoder.decode(parts[2].replace("+", "%2B"), charset));
        } catch (IllegalArgumentException notPercentEncoded) {
            return Optional.empty();
        }
    }
}
