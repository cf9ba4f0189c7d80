// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void everyTestHasRowsOfItsOwn() throws Exception {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            try (var connection = one.asOwner();
                    var statement = connection.createStatement()) {
                statement.execute("insert into feed.consumer (name) values ('mine')");
            }
            try (var connection = other.asSystem();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select from feed.consumer where name = 'mine'")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
