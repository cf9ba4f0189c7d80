// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A role of the database and its password, which no text form of this shows. */
public record Login(String user, String password) {
    public Connection connect(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "baraza");
        properties.setProperty("connectTimeout", "10");
        // a server that is frozen takes the connection and says nothing
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
