// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of a mapping while it is read. It notes every flaw, so that people see them all at once. */
public final class Config {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern ANYTHING = Pattern.compile("(?s).+");

    private final JsonNode node;
    private final String path;
    private final List<Flaw> flaws;

    private Config(JsonNode node, String path, List<Flaw> flaws) {
        this.node = node;
        this.path = path;
        this.flaws = flaws;
    }

    /**
     * Reads a mapping.
     *
     * @throws FlawedScript with all that is wrong
     */
    public static <T> T read(String script, Function<Config, T> reading) {
        List<Flaw> flaws = new ArrayList<>();
        T read = reading.apply(new Config(parsed(script), "", flaws));
        if (!flaws.isEmpty()) {
            throw new FlawedScript(flaws);
        }
        return read;
    }

    private static JsonNode parsed(String script) {
        try {
            JsonNode node = STRICT.readTree(script);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw new FlawedScript(new Flaw(
                    e.getOriginalMessage(),
                    where == null ? 0 : Math.max(0, where.getLineNr()),
                    where == null ? 0 : Math.max(0, where.getColumnNr())));
        }
        throw new FlawedScript(new Flaw("A mapping is an object of JSON: it begins with {.", 1, 1));
    }

    /** Notes that something is wrong here. */
    public void wrong(String message) {
        flaws.add(new Flaw((path.isEmpty() ? "The mapping" : path) + ": " + message, 0, 0));
    }

    /** A part of it; nothing where it is not said. */
    public Optional<Config> part(String name) {
        return node.path(name).isMissingNode() || node.path(name).isNull()
                ? Optional.empty()
                : Optional.of(new Config(node.path(name), at(name), flaws));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Nothing else may be said here. */
    public Config only(String... names) {
        if (!node.isObject()) {
            wrong("an object is wanted here.");
        }
        Set<String> known = Set.of(names);
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong("there is no \"" + name + "\" here, only " + String.join(", ", names) + "."));
        return this;
    }

    /** A text that must be said. */
    public String text(String name) {
        return text(name, ANYTHING, "a text is wanted.");
    }

    /** A text that must be said, and be like that. */
    public String text(String name, Pattern pattern, String otherwise) {
        JsonNode value = node.path(name);
        String text = value.isString() ? value.stringValue() : "";
        if (!pattern.matcher(text).matches()) {
            flaws.add(new Flaw(at(name) + ": " + otherwise, 0, 0));
        }
        return text;
    }

    /** A list with something in it. */
    public List<Config> items(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty()) {
            flaws.add(new Flaw(at(name) + ": a list with something in it is wanted.", 0, 0));
            return List.of();
        }
        List<Config> items = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            items.add(new Config(list.get(index), at(name) + "[" + index + "]", flaws));
        }
        return items;
    }

    /** Values by names; none where nothing is said. */
    public Map<String, MappedValue> values(String name, Pattern names, String otherwise) {
        Map<String, MappedValue> values = new LinkedHashMap<>();
        part(name)
                .ifPresent(all -> all.node.forEachEntry((key, value) -> {
                    Config entry = new Config(value, all.at(key), flaws);
                    if (!names.matcher(key).matches()) {
                        entry.wrong(otherwise);
                    }
                    values.put(key, MappedValue.read(entry));
                }));
        return values;
    }

    /** A value that must be said. */
    public MappedValue value(String name) {
        return valueIfSaid(name).orElseGet(() -> {
            flaws.add(new Flaw(at(name) + ": say where its value comes from.", 0, 0));
            return MappedValue.NONE;
        });
    }

    /** A value. */
    public Optional<MappedValue> valueIfSaid(String name) {
        return part(name).map(MappedValue::read);
    }

    String path() {
        return path;
    }

    JsonNode node() {
        return node;
    }
}
