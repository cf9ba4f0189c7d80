// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.List;

/** A script cannot be used. */
public final class FlawedScript extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /**
     * Where it is wrong.
     *
     * @param line from 1 on; 0 where it is not known
     * @param column from 1 on; 0 where it is not known
     */
    public record Flaw(String message, int line, int column) {

        /** A flaw at a character of a text, the first being 0; nowhere when it is negative. */
        public static Flaw at(String message, String text, int position) {
            if (position < 0) {
                return new Flaw(message, 0, 0);
            }
            String before = text.substring(0, Math.min(position, text.length()));
            int line = (int) before.chars().filter(letter -> letter == '\n').count();
            return new Flaw(message, line + 1, before.length() - before.lastIndexOf('\n'));
        }

        /** As people read it. */
        public String told() {
            return line == 0 ? message : "Line " + line + ", column " + column + ": " + message;
        }
    }

    public FlawedScript(List<Flaw> flaws) {
        super(String.join(" ", flaws.stream().map(Flaw::told).toList()));
        this.flaws = List.copyOf(flaws);
    }

    public FlawedScript(Flaw flaw) {
        this(List.of(flaw));
    }

    /** Where it is wrong. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
