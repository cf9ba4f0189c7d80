// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How an app tells phones to behave: the known settings, those of the project's own, and the features.
 *
 * @param properties the known settings; one that is left blank is as usual
 * @param dependencies the packages of other apps that must be on the phone
 */
public record DeviceSettings(
        Map<String, String> properties,
        Map<String, String> customProperties,
        Map<String, String> features,
        List<String> dependencies) {
    public DeviceSettings {
        properties = said(properties);
        dependencies = List.copyOf(dependencies);
        customProperties = inOrder(customProperties);
        features = inOrder(features);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Map<String, String> said(Map<String, String> map) {
        Map<String, String> said = new LinkedHashMap<>(map);
        said.values().removeIf(String::isBlank);
        return Collections.unmodifiableMap(said);
    }

    /** The same with some of the known settings otherwise. */
    DeviceSettings with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.putAll(said(others));
        return new DeviceSettings(all, customProperties, features, dependencies);
    }

    /** Whether items of menus are chosen by their numbers, as on phones with keys (generated build, section 5). */
    public boolean isNumbered() {
        return features.getOrDefault("sense", "").equals("true")
                || properties.getOrDefault("cc-entry-mode", "").equals("cc-entry-review");
    }

    static DeviceSettings of(JsonNode at) {
        return new DeviceSettings(
                Read.strings(at, "properties"),
                Read.strings(at, "custom_properties"),
                Read.strings(at, "features"),
                Read.words(at.path("features"), "dependencies"));
    }
}
