// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.baraza.forwarding.spi.Format;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.spi.Transformation;

/** The types and formats that there are: those of this server and those that {@link ServiceLoader} finds beside them. */
public final class ForwarderTypes {
    private final Map<String, ForwarderType> types = new LinkedHashMap<>();
    private final Map<String, Map<String, Format>> formats = new LinkedHashMap<>();
    private final List<Format> all;

    /** @throws IllegalStateException when two have one name, or a type has no usual format */
    public ForwarderTypes(List<ForwarderType> ownTypes, List<? extends Format> ownFormats) {
        List<ForwarderType> allTypes = new ArrayList<>(ownTypes);
        ServiceLoader.load(ForwarderType.class).forEach(allTypes::add);
        allTypes.forEach(type -> {
            if (types.put(type.slug(), type) != null) {
                throw new IllegalStateException("two types of forwarder are called " + type.slug());
            }
        });
        List<Format> allFormats = new ArrayList<>(ownFormats);
        ServiceLoader.load(PayloadFormat.class).forEach(allFormats::add);
        ServiceLoader.load(Transformation.class).forEach(allFormats::add);
        all = List.copyOf(allFormats);
        types.values().forEach(type -> formats.put(type.slug(), formatsOf(type)));
    }

    private Map<String, Format> formatsOf(ForwarderType type) {
        Map<String, Format> found = new LinkedHashMap<>();
        all.stream()
                .filter(format -> format.types().contains(type.slug()))
                .sorted(Comparator.comparing((Format format) -> !format.slug().equals(type.usualFormat()))
                        .thenComparing(Format::slug))
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
    public List<Format> formats(String type) {
        return List.copyOf(formats.getOrDefault(type, Map.of()).values());
    }

    /** A format of a type. */
    public Optional<Format> format(String type, String format) {
        return Optional.ofNullable(formats.getOrDefault(type, Map.of()).get(format));
    }

    /** How a transformation reads documents of a type. */
    Optional<PayloadFormat> source(Transformation transformation, String type) {
        String wanted = transformation.sources().getOrDefault(type, "");
        return all.stream()
                .filter(format -> format.slug().equals(wanted))
                .filter(PayloadFormat.class::isInstance)
                .map(PayloadFormat.class::cast)
                .findFirst();
    }

    /** The transformation of that name. */
    public Optional<Transformation> transformation(String slug) {
        return all.stream()
                .filter(format -> format.slug().equals(slug))
                .filter(Transformation.class::isInstance)
                .map(Transformation.class::cast)
                .findFirst();
    }
}
