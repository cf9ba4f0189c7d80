// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Bodies that become records: where a text is wanted, numbers are none, nor what has characters that are none (spec/92, 6.10). */
public final class SentTexts extends SimpleModule {
    private static final long serialVersionUID = 1;

    public SentTexts() {
        super("sent-texts");
        addDeserializer(String.class, new Text());
    }

    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (!SentJson.isText(text)) {
                return (String)
                        context.handleWeirdStringValue(String.class, text, "a text has a character that is none");
            }
            return text;
        }
    }
}
