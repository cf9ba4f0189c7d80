// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.xpath.Signature;
import org.baraza.xpath.Signatures;

/** The functions by their names. */
public final class FunctionTable {

    private static final Map<String, Signature> BY_NAME =
            Catalogue.ALL.stream().collect(Collectors.toUnmodifiableMap(Signature::name, Function.identity()));

    /** How many arguments each function takes. */
    public static final Signatures SIGNATURES = name -> signature(name).map(Signature::arity);

    private static final Map<String, Body> BODIES = bodies();

    private FunctionTable() {}

    private static Map<String, Body> bodies() {
        return Stream.of(
                        LogicFunctions.ALL,
                        NumberFunctions.ALL,
                        TextFunctions.ALL,
                        CodeFunctions.ALL,
                        ListFunctions.ALL,
                        NodeFunctions.ALL,
                        DateFunctions.ALL,
                        PlaceFunctions.ALL,
                        AppFunctions.ALL)
                .flatMap(group -> group.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the function of that name does; empty if there is none. */
    public static Optional<Body> body(String name) {
        return Optional.ofNullable(BODIES.get(name));
    }

    /** Empty if there is no function of that name. */
    public static Optional<Signature> signature(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All functions in the order of their groups. */
    public static List<Signature> all() {
        return Catalogue.ALL;
    }

    /** A time by a format of {@code format-date()}; fails for a format that means nothing. */
    public static String formatted(OffsetDateTime time, String format) {
        return DateFormat.gregorian(time, format);
    }
}
