// SPDX-License-Identifier: Apache-2.0
package org.baraza.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CountMemoryTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private final CountMemory memory = new CountMemory();
    private final AtomicInteger counted = new AtomicInteger();
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeAll
    void twoProjects() {
        demo = world.project("demo", world.webUser("admin@example.org"));
        other = world.project("other", world.webUser("stranger@example.org"));
        visit(demo, "f-0");
        visit(other, "f-0");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void visit(ProjectAccess who, String formId) {
        work.submit(who, FormXml.visit(formId, "u-1").creates("case-of-" + formId, "mother", "A", "u-1"));
    }

    private int ask(ProjectAccess who, String list) {
        return world.in(who, () -> world.transactions.read(tx -> memory.of(tx, list, counted::incrementAndGet)));
    }

    @Test
    void aListIsCountedOnceUntilSomethingOfItsProjectIsWritten() {
        int first = ask(demo, "mothers");
        assertThat(ask(demo, "mothers")).isEqualTo(first);
        visit(other, "f-1");
        assertThat(ask(demo, "mothers")).isEqualTo(first);
        visit(demo, "f-1");
        int second = ask(demo, "mothers");
        assertThat(second).isGreaterThan(first);
        assertThat(ask(demo, "mothers")).isEqualTo(second);
    }

    @Test
    void listsAndProjectsAreCountedApart() {
        int mothers = ask(demo, "all mothers");
        assertThat(ask(demo, "all children")).isNotEqualTo(mothers);
        assertThat(ask(other, "all mothers")).isNotEqualTo(mothers);
    }
}
