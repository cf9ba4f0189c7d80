// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** Texts of the application, new ids, and waiting. */
final class AppFunctions {

    private static final int LONGEST_ID = 1_000;

    private AppFunctions() {}

    static final Map<String, Body> ALL = Map.of(
            "jr:itext", AppFunctions::text,
            "jr:choice-name", AppFunctions::choice,
            "uuid", AppFunctions::uuid,
            // Nobody waits on a server: the value is there at once.
            "sleep", in -> in.value(1));

    private static Value text(Arguments in) {
        String id = in.text(0);
        return in.surroundings()
                .texts()
                .text(id)
                .map(Value::of)
                .orElseThrow(() -> new EvaluationFailed("There is no text " + id + "."));
    }

    /** A choice without a name of its own is called by its value. */
    private static Value choice(Arguments in) {
        String value = in.text(0);
        return Value.of(in.surroundings().texts().choice(value, in.text(1)).orElse(value));
    }

    private static Value uuid(Arguments in) {
        RandomGenerator random = in.surroundings().random();
        if (in.count() == 0) {
            long most = (random.nextLong() & ~0xf000L) | 0x4000L;
            long least = (random.nextLong() & ~(3L << 62)) | (1L << 63);
            return Value.of(new UUID(most, least).toString());
        }
        int length = in.whole(0);
        if (length < 0 || length > LONGEST_ID) {
            throw new EvaluationFailed("An id has up to " + LONGEST_ID + " characters, and not " + length + ".");
        }
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(Character.toUpperCase(Character.forDigit(random.nextInt(36), 36)));
        }
        return Value.of(id.toString());
    }
}
