// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.net.URI;
import java.util.Map;

/** What a phone reaches servers by. */
@FunctionalInterface
public interface Network {

    /** Fetches what is there; an answer is also one that says no. */
    Reply get(URI address, Map<String, String> headers) throws InstallRefused;

    /** An answer. */
    record Reply(int status, byte[] body) {}
}
