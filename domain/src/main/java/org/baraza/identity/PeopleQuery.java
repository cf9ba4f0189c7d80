// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.baraza.paging.SliceRequest;

/**
 * A part of the list of all people of a project who are let in: mobile workers by username, then web users.
 *
 * @param words each of which must begin a username, a first or last name or an e-mail address; everybody when empty
 */
public record PeopleQuery(List<String> words, SliceRequest slice) {
    private static final int MOST_WORDS = 10;

    public PeopleQuery {
        words = List.copyOf(words);
    }

    /** @param search words as somebody typed them, perhaps in quotes or with a star at the end */
    public static PeopleQuery of(String search, SliceRequest slice) {
        List<String> words = Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replaceAll("[\"*\0]", ""))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new PeopleQuery(words, slice);
    }
}
