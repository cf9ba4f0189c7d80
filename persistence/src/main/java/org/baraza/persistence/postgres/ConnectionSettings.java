// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the database is and who enters as what.
 *
 * @param owner owns the tables and runs the migrations; row-level security is forced on it too
 * @param app serves people and devices: sees what the tenant settings of its transaction let it see
 * @param system does the few jobs that go across projects, on the few tables they need
 */
public record ConnectionSettings(String url, Login owner, Login app, Login system) {
    public static final String APP = "baraza_app";
    public static final String SYSTEM = "baraza_system";

    /**
     * Settings known from the owner's login alone: the other two passwords are derived from the owner's, so that every
     * node comes to the same ones without being told.
     */
    public static ConnectionSettings of(String url, Login owner) {
        return new ConnectionSettings(url, owner, derived(APP, owner), derived(SYSTEM, owner));
    }

    static String loopback(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Login derived(String role, Login owner) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] password = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
            return new Login(role, Base64.getUrlEncoder().withoutPadding().encodeToString(password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
