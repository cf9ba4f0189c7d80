// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/** How requests prove who sends them (data forwarding: connection settings). */
public enum AuthType {
    NONE,
    BASIC,
    DIGEST,
    BEARER,
    OAUTH1,
    OAUTH2_PWD,
    OAUTH2_CLIENT,
    API_KEY;

    boolean needsUsername() {
        return this == BASIC || this == DIGEST || this == BEARER || this == OAUTH2_PWD;
    }

    boolean needsClient() {
        return this == OAUTH1 || this == OAUTH2_PWD || this == OAUTH2_CLIENT;
    }

    boolean needsTokenUrl() {
        return this == OAUTH2_PWD || this == OAUTH2_CLIENT;
    }

    /** As CommCare HQ's form shows it. */
    String label() {
        return switch (this) {
            case NONE -> "None";
            case BASIC -> "HTTP Basic";
            case DIGEST -> "HTTP Digest";
            case BEARER -> "Bearer Token";
            case OAUTH1 -> "OAuth1";
            case OAUTH2_PWD -> "OAuth 2.0 Password Grant";
            case OAUTH2_CLIENT -> "OAuth 2.0 Client Grant";
            case API_KEY -> "API Key";
        };
    }
}
