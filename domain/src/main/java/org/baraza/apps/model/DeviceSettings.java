// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How an app tells phones to behave: the known settings, those of the project's own, and the features. */
public record DeviceSettings(
        Map<String, String> properties, Map<String, String> customProperties, Map<String, String> features) {
    public DeviceSettings {
        properties = inOrder(properties);
        customProperties = inOrder(customProperties);
        features = inOrder(features);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same with some of the known settings otherwise. */
    DeviceSettings with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.putAll(others);
        return new DeviceSettings(all, customProperties, features);
    }

    /** Whether items of menus are chosen by their numbers, as on phones with keys (generated build, section 5). */
    public boolean isNumbered() {
        return features.getOrDefault("sense", "").equals("true")
                || properties.getOrDefault("cc-entry-mode", "").equals("cc-entry-review");
    }

    static DeviceSettings of(JsonNode at) {
        return new DeviceSettings(
                Read.strings(at, "properties"), Read.strings(at, "custom_properties"), Read.strings(at, "features"));
    }
}
