// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What is sent of a document as a script says, which people write for a forwarder. */
public non-sealed interface Transformation extends Format {

    /** What scripts are written in: {@code jsonata}, {@code json}, {@code python}. */
    String language();

    /** A script to begin with. */
    String example();

    /** By the slugs of the types that it is for: the slug of the format, in JSON, in which it reads their documents. */
    Map<String, String> sources();

    @Override
    default Set<String> types() {
        return sources().keySet();
    }

    /**
     * Reads a script. Whatever it does with documents afterwards happens on the thread of whoever called this.
     *
     * @param budget is to be asked often by what may take long
     * @throws FlawedScript when it cannot be used
     */
    Script read(String script, Budget budget);

    /** Whether a script that can be used says what an answer does to cases: {@link Script#answered}. */
    default boolean hearsAnswers(String script) {
        return false;
    }

    /** A script that was read; closed when there are no more documents. */
    interface Script extends AutoCloseable {

        /**
         * What is sent of a document; {@link Payload#NOTHING} for nothing.
         *
         * @throws RuntimeException whose message says why there is no way to tell
         */
        Payload payload(Source source);

        /**
         * What is to be done to cases now that there is an answer: a list of rows as the case API takes them together, in JSON; {@link
         * Payload#NOTHING} for nothing.
         *
         * @param heard in JSON: the project ({@code domain}), whether it was taken ({@code success}), the document ({@code payload}, with
         *     {@code id} and {@code doc}) and the answer ({@code response}, with {@code status_code}, {@code headers} and {@code body})
         * @throws RuntimeException whose message says why there is no way to tell
         */
        default Payload answered(Source heard) {
            return Payload.NOTHING;
        }

        /** Whether it was stopped and can make no more: other documents are made a little later, by a script that is read anew. */
        default boolean isSpent() {
            return false;
        }

        @Override
        default void close() {}
    }

    /**
     * A document.
     *
     * @param json is the script's own: it may be changed
     * @param plain as it is sent without a script
     */
    record Source(String project, String id, ObjectNode json, Payload plain) {

        /** What is sent instead, with the headers and parameters that the document has. */
        public Payload instead(String contentType, byte[] body) {
            return new Payload(contentType, plain.headers(), plain.parameters(), body);
        }
    }
}
