// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.PayloadFormat;

/** The types and formats that there are: those of this server and those that {@link ServiceLoader} finds beside them. */
public final class ForwarderTypes {
    private final Map<String, ForwarderType> types = new LinkedHashMap<>();
    private final Map<String, Map<String, PayloadFormat>> formats = new LinkedHashMap<>();

    /** @throws IllegalStateException when two have one name, or a type has no usual format */
    public ForwarderTypes(List<ForwarderType> ownTypes, List<PayloadFormat> ownFormats) {
        List<ForwarderType> all = new ArrayList<>(ownTypes);
        ServiceLoader.load(ForwarderType.class).forEach(all::add);
        all.forEach(type -> {
            if (types.put(type.slug(), type) != null) {
                throw new IllegalStateException("two types of forwarder are called " + type.slug());
            }
        });
        List<PayloadFormat> allFormats = new ArrayList<>(ownFormats);
        ServiceLoader.load(PayloadFormat.class).forEach(allFormats::add);
        types.values().forEach(type -> formats.put(type.slug(), formats(type, allFormats)));
    }

    private static Map<String, PayloadFormat> formats(ForwarderType type, List<PayloadFormat> all) {
        Map<String, PayloadFormat> found = new LinkedHashMap<>();
        all.stream()
                .filter(format -> format.types().contains(type.slug()))
                .sorted(Comparator.comparing(
                                (PayloadFormat format) -> !format.slug().equals(type.usualFormat()))
                        .thenComparing(PayloadFormat::slug))
                .forEach(format -> {
                    if (found.put(format.slug(), format) != null) {
                        throw new IllegalStateException("two formats are called " + format.slug());
                    }
                });
        if (!found.containsKey(type.usualFormat())) {
            throw new IllegalStateException("there is no format " + type.usualFormat());
        }
        return found;
    }

    /** In the order in which they are shown. */
    public List<ForwarderType> all() {
        return List.copyOf(types.values());
    }

    public Optional<ForwarderType> type(String slug) {
        return Optional.ofNullable(types.get(slug));
    }

    /** The usual one first. */
    public List<PayloadFormat> formats(String type) {
        return List.copyOf(formats.getOrDefault(type, Map.of()).values());
    }

    /** A format of a type. */
    public Optional<PayloadFormat> format(String type, String format) {
        return Optional.ofNullable(formats.getOrDefault(type, Map.of()).get(format));
    }
}
