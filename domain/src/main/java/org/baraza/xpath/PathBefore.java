// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.baraza.xpath.Token.Type;

/** Reads tokens backwards for the path that stands before a place, without its conditions. */
final class PathBefore {

    private final List<Token> tokens;

    PathBefore(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The path up to and without the step that starts at that token; a relative one within a condition is made whole. */
    String text(int step) {
        Deque<String> names = new ArrayDeque<>();
        int at = step - 1;
        if (at < 0 || !tokens.get(at).is("/")) {
            return around(step);
        }
        while (at >= 0 && tokens.get(at).is("/")) {
            at = skipConditions(at - 1);
            if (at < 0 || isNoStep(at)) {
                return rooted(names);
            }
            Token token = tokens.get(at);
            if (token.type() == Type.HASHTAG) {
                return "#" + token.text() + rooted(names);
            }
            if (token.is(")")) {
                return called(at) + rooted(names);
            }
            names.push((at > 0 && tokens.get(at - 1).is("@") ? "@" : "") + token.text());
            at -= at > 0 && tokens.get(at - 1).is("@") ? 2 : 1;
        }
        String outer = around(at + 1);
        String relative = String.join("/", names);
        return outer.isEmpty() ? relative : outer + "/" + relative;
    }

    private static String rooted(Deque<String> names) {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append('/').append(name));
        return text.toString();
    }

    private boolean isNoStep(int at) {
        Token token = tokens.get(at);
        boolean step = token.type() == Type.NAME
                || token.type() == Type.HASHTAG
                || token.is(".")
                || token.is("..")
                || token.is("*")
                || token.is(")");
        return !step;
    }

    /** {@code current()} or {@code instance('…')} that ends at this bracket. */
    private String called(int close) {
        int open = opening(close);
        String name = open > 0 ? tokens.get(open - 1).text() : "";
        return name.equals("instance") && close == open + 2
                ? "instance('" + tokens.get(open + 1).text() + "')"
                : name + "()";
    }

    private int skipConditions(int from) {
        int at = from;
        while (at >= 0 && tokens.get(at).is("]")) {
            at = opening(at) - 1;
        }
        return at;
    }

    private int opening(int close) {
        int depth = 0;
        for (int at = close; at >= 0; at--) {
            Token token = tokens.get(at);
            if (token.is(")") || token.is("]")) {
                depth++;
            } else if (token.is("(") || token.is("[")) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** The path whose condition is open at this token; empty outside of conditions. */
    String around(int index) {
        int depth = 0;
        for (int at = index - 1; at >= 0; at--) {
            Token token = tokens.get(at);
            if (token.is(")") || token.is("]")) {
                depth++;
            } else if (token.is("(")) {
                depth = Math.max(0, depth - 1);
            } else if (token.is("[") && depth-- == 0) {
                return whole(at);
            }
        }
        return "";
    }

    /** The path with the step that ends before the opening bracket. */
    private String whole(int bracket) {
        int last = skipConditions(bracket - 1);
        if (last < 0) {
            return "";
        }
        boolean attribute = last > 0 && tokens.get(last - 1).is("@");
        int step = attribute ? last - 1 : last;
        String name = (attribute ? "@" : "") + tokens.get(last).text();
        boolean slash = step > 0 && tokens.get(step - 1).is("/");
        String before = text(step);
        return slash || !before.isEmpty() ? before + "/" + name : name;
    }
}
