// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a path leads when its conditions are left aside.
 *
 * @param instance the id of the instance, empty for the form
 * @param names names from the top on; that of an attribute with @ before it
 */
public record Address(String instance, List<String> names) {

    public Address {
        names = List.copyOf(names);
    }

    /** A place in the form, as in {@code /data/child/age}. */
    public static Address inForm(String path) {
        return new Address("", List.of(path.substring(1).split("/", -1)));
    }

    /** One case of the case database, which lists and details are about. */
    public static Address ofCase() {
        return new Address("casedb", List.of("casedb", "case"));
    }

    /** Whether the place is in the form. */
    public boolean isInForm() {
        return instance.isEmpty();
    }

    /** As a path is written: {@code /data/a}, {@code instance('casedb')/casedb/case/village}. */
    public String text() {
        return (isInForm() ? "" : "instance('" + instance + "')") + "/" + String.join("/", names);
    }

    /** Where one step leads from here; empty above the top, or where any name would do. */
    Optional<Address> after(Step step) {
        String name = step.name().substring(step.name().indexOf(':') + 1);
        if (name.equals(Step.ANY)) {
            return Optional.empty();
        }
        return switch (step.axis()) {
            case SELF -> Optional.of(this);
            case PARENT ->
                names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Address(instance, names.subList(0, names.size() - 1)));
            case CHILD -> Optional.of(with(name));
            case ATTRIBUTE -> Optional.of(with("@" + name));
        };
    }

    private Address with(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new Address(instance, longer);
    }
}
