// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** Where a path begins. */
public sealed interface Start {

    /** At the node that is looked at: {@code village}, {@code ./@id}, {@code ../x}. */
    record Here() implements Start {}

    /** At the top of the main instance, which is the form: {@code /data/x}. */
    record Root() implements Start {}

    /** At the node that the whole expression is about, also within predicates: {@code current()/../x}. */
    record Current() implements Start {}

    /**
     * At the top of another instance: {@code instance('casedb')/casedb/case}.
     *
     * @param span the whole of {@code instance('…')}
     */
    record Instance(String id, Span span) implements Start {}
}
