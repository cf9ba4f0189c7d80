// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that remembers the statements prepared on it. */
public final class CountedStatements {
    private final List<String> statements = new CopyOnWriteArrayList<>();

    public DataSource watch(DataSource source) {
        return proxy(DataSource.class, source);
    }

    public List<String> statements() {
        return statements;
    }

    public long transactions() {
        return statements.stream().filter(sql -> sql.contains("set_config")).count();
    }

    public void forget() {
        statements.clear();
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) args[0]);
                    }
                    try {
                        Object result = method.invoke(target, args);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
