// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Does the same to each of a list of ids. */
public final class IdsWork implements Work {
    private static final int AT_ONCE = 200;

    private final List<String> ids;
    private final Function<List<Numbered>, List<Step>> steps;
    private int next;

    /** @param steps makes some of them ready */
    public IdsWork(List<String> ids, Function<List<Numbered>, List<Step>> steps) {
        this.ids = List.copyOf(ids);
        this.steps = steps;
    }

    /** An id and its place in the list, from 1 on. */
    public record Numbered(int number, String id) {
        /** @param subject what it is, for people */
        public RowPlace place(String subject) {
            return new RowPlace("", number, subject);
        }
    }

    @Override
    public int total() {
        return ids.size();
    }

    @Override
    public void skip(int rows) {
        next = rows;
    }

    @Override
    public List<Step> next() {
        List<Numbered> some = new ArrayList<>();
        while (next < ids.size() && some.size() < AT_ONCE) {
            some.add(new Numbered(next + 1, ids.get(next)));
            next++;
        }
        return some.isEmpty() ? List.of() : steps.apply(some);
    }

    @Override
    public void close() {
        next = ids.size();
    }
}
