// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Optional;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Path;

/** Everything that an expression mentions, in the order of its text. */
public record References(
        List<PathUse> paths, List<Use> instances, List<Use> functions, List<Use> variables, List<Hashtag> hashtags) {

    public References {
        paths = List.copyOf(paths);
        instances = List.copyOf(instances);
        functions = List.copyOf(functions);
        variables = List.copyOf(variables);
        hashtags = List.copyOf(hashtags);
    }

    /** A name and where it stands. */
    public record Use(String name, Span span) {}

    /**
     * A path.
     *
     * @param address where it leads; empty if that cannot be told
     */
    public record PathUse(Path path, Optional<Address> address) {
        public Span span() {
            return path.span();
        }
    }

    /**
     * What the expression mentions.
     *
     * @param about what the expression is about, if it is known: relative paths start there
     */
    public static References of(Expr expr, Optional<Address> about) {
        return new ReferenceReader(about).read(expr);
    }
}
