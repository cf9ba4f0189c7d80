// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.jspecify.annotations.Nullable;

/** Forms that are received or edited. */
public final class FormType implements ForwarderType {
    public static final String SLUG = "FormRepeater";
    /** What of a payload names the app. */
    public static final String APP_ID = "app_id";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Forward Forms";
    }

    @Override
    public String usualFormat() {
        return FormXml.SLUG;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return occurrence instanceof Occurrence.FormArrived form
                && (options.xmlnses().isEmpty() || options.xmlnses().contains(form.xmlns()))
                && !options.excludedUserIds().contains(form.userId());
    }

    @Override
    public String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        @Nullable String appId = payload.parameters().get(APP_ID);
        if (!options.includeAppId() || appId == null) {
            return connectionUrl;
        }
        return connectionUrl
                + (connectionUrl.contains("?") ? "&" : "?")
                + APP_ID
                + "="
                + URLEncoder.encode(appId, StandardCharsets.UTF_8);
    }
}
