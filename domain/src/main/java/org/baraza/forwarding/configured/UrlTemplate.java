// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.ucr.Datatype;
import org.baraza.ucr.Value;

/** What is appended to an address: a text in which properties of the document stand in braces, with dots between keys. */
record UrlTemplate(String text) {
    private static final Pattern PROPERTY = Pattern.compile("\\{([^{}]*)}");

    /** Values are encoded; there is nothing where there is no such property. */
    String filled(Value document) {
        return PROPERTY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(document, found.group(1))));
    }

    private static String value(Value document, String path) {
        Value found = document;
        for (String key : path.split("\\.", -1)) {
            found = found.get(key);
        }
        return Datatype.STRING.cast(found) instanceof Value.Text(var written)
                ? URLEncoder.encode(written, StandardCharsets.UTF_8).replace("+", "%20")
                : "";
    }
}
