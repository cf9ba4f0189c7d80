// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.baraza.testing.Entries.at;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.baraza.forms.Activity.DayCount;
import org.baraza.forms.Submission.Attachment;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.FormQuestion;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {
    private static final Set<FormState> ALL = EnumSet.allOf(FormState.class);

    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private ProjectAccess demo;
    private ProjectAccess other;
    private Instant start;

    @BeforeAll
    void twoProjects() {
        WebUser admin = world.webUser("admin@example.org");
        demo = world.project("demo", admin);
        other = world.project("other", admin);
        start = world.clock.instant();
        for (ProjectAccess project : List.of(demo, other)) {
            FormXml first = FormXml.visit("f1", "amina").creates("m1", "mother", "Achieng", "amina");
            work.submit(project, first);
            work.submit(project, first);
            work.submit(project, FormXml.visit("f2", "baraka").says("<a><b>1</b><b>2</b></a>"));
            world.clock.pass(Duration.ofHours(1));
            work.submit(project, FormXml.visit("f3", "amina").ofKind("http://example.org/other"));
            work.submit(project, FormXml.visit("f4", "amina").links("m1", "parent", "household", "nowhere"));
            work.submit(project, "this is no XML", world.clock.instant(), List.of());
            work.submit(project, FormXml.visit("f5", "amina"));
            ProjectScope.run(project.project(), () -> work.archive.archive(project, "f5"));
            work.submit(
                    project,
                    FormXml.visit("f6", "amina").text(),
                    world.clock.instant(),
                    List.of(
                            new Attachment("photo.jpg", "image/jpeg", 12, "blob-1", null),
                            new Attachment(
                                    "odd.exe", "application/x-msdownload", 7, "blob-2", "not an accepted type")));
        }
        work.submit(demo, FormXml.visit("only-demo", "chebet"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void normalFormsPageInBothOrders() {
        for (FormOrder order : FormOrder.values()) {
            assertThat(walk(FormFilter.NORMAL, order))
                    .as(order.name())
                    .containsExactlyInAnyOrder("f1", "f2", "f3", "f6", "only-demo");
        }
        assertThat(walk(FormFilter.NORMAL, FormOrder.RECEIVED_ASC)).startsWith("f1", "f2");
        assertThat(walk(FormFilter.NORMAL, FormOrder.RECEIVED_DESC)).endsWith("f2", "f1");
    }

    @Test
    void severalStatesAreMergedIntoOneOrder() {
        FormFilter everything = new FormFilter(ALL, null, null, null, null);
        assertThat(walk(everything, FormOrder.RECEIVED_DESC)).hasSize(9).doesNotHaveDuplicates();
        assertThat(list(everything, FormOrder.RECEIVED_ASC, new PageRequest(100, "", true))
                        .total())
                .hasValue(9);
        assertThat(ids(filter(Set.of(FormState.ARCHIVED, FormState.ERROR)))).containsExactlyInAnyOrder("f4", "f5");
        assertThat(list(filter(Set.of(FormState.SUBMISSION_ERROR_LOG)), FormOrder.RECEIVED_ASC, PageRequest.first(5))
                        .items())
                .extracting(Form::xmlns)
                .containsExactly("");
    }

    @Test
    void filtersNarrowTheListAndTheCount() {
        assertThat(ids(new FormFilter(ALL, "http://example.org/other", null, null, null)))
                .containsExactly("f3");
        assertThat(ids(FormFilter.NORMAL.by("baraka"))).containsExactly("f2");
        Instant later = start.plus(Duration.ofMinutes(30));
        assertThat(ids(new FormFilter(Set.of(FormState.NORMAL), null, "amina", null, later)))
                .containsExactly("f1");
        assertThat(ids(new FormFilter(Set.of(FormState.NORMAL), null, "amina", later, null)))
                .containsExactlyInAnyOrder("f3", "f6");
    }

    @Test
    void aFormKnowsWhatItCameWith() {
        Form form = world.in(demo, () -> work.forms.get(demo, "f1")).orElseThrow();
        assertThat(form.name()).isEqualTo("Visit");
        assertThat(form.username()).isEqualTo("amina");
        assertThat(form.timeStart()).isEqualTo(Instant.parse("2026-03-01T07:50:00Z"));
        assertThat(form.submittedBy()).isEqualTo(demo.actor().userId());
    }

    @Test
    void contentComesAsTextJsonAndQuestions() {
        FormContent content = world.in(demo, () -> work.forms.contents(demo, List.of("f2")))
                .values()
                .iterator()
                .next();
        assertThat(content.text()).startsWith("<?xml");
        assertThat(content.json().orElseThrow().path("#type").asString()).isEqualTo("data");
        assertThat(content.questions())
                .extracting(FormQuestion::path, FormQuestion::text)
                .containsExactly(tuple("/data/a", ""), tuple("/data/a/b[1]", "1"), tuple("/data/a/b[2]", "2"));
    }

    /** Two of which each fits. */
    @Test
    void moreContentAtOnceThanFitsIsRefused() throws SQLException {
        ProjectAccess project = world.project("large", world.webUser("large@example.org"));
        for (String id : List.of("large-1", "large-2")) {
            work.submit(project, FormXml.visit(id, "amina"));
        }
        try (var connection = world.database.asSuperuser();
                var statement = connection.prepareStatement(
                        "update forms.form set xml_length = ? where form_id in ('large-1', 'large-2')")) {
            statement.setLong(1, KeptContents.MOST - 1);
            assertThat(statement.executeUpdate()).isEqualTo(2);
        }

        assertThatThrownBy(() -> world.in(project, () -> work.forms.contents(project, List.of("large-1", "large-2"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().toString()).contains("TOO_MUCH_CONTENT"));
    }

    @Test
    void contentThatCannotBeReadIsStillThere() {
        String log = list(filter(Set.of(FormState.SUBMISSION_ERROR_LOG)), FormOrder.RECEIVED_ASC, PageRequest.first(1))
                .items()
                .getFirst()
                .formId();
        FormContent content = world.in(demo, () -> work.forms.contents(demo, List.of(log)))
                .values()
                .iterator()
                .next();
        assertThat(content.text()).isEqualTo("this is no XML");
        assertThat(content.json()).isEmpty();
        assertThat(content.questions()).isEmpty();
    }

    @Test
    void attachmentsAndEventsAreReadForSeveralFormsAtOnce() {
        var attachments = world.in(demo, () -> work.forms.attachments(demo, List.of("f1", "f6")));
        assertThat(attachments).containsOnlyKeys("f6");
        assertThat(at(attachments, "f6"))
                .extracting(FormAttachment::name, FormAttachment::setAside)
                .containsExactly(tuple("odd.exe", "not an accepted type"), tuple("photo.jpg", null));
        var events = world.in(demo, () -> work.forms.events(demo, List.of("f1", "f5")));
        assertThat(at(events, "f5")).extracting(FormEvent::operation).containsExactly("archive");
    }

    @Test
    void typesAreTheKindsReceivedWithTheirLatestName() {
        assertThat(world.in(demo, () -> work.forms.types(demo)))
                .containsExactly(
                        new FormType("http://example.org/other", "Visit"),
                        new FormType("http://example.org/visit", "Visit"));
    }

    @Test
    void lastArrivalsAreThoseOfTheWorkersAskedAbout() {
        var arrivals = world.in(demo, () -> work.forms.lastArrivals(demo, List.of("amina", "baraka", "nobody")));
        assertThat(arrivals).containsOnlyKeys("amina", "baraka");
        assertThat(at(arrivals, "baraka")).isEqualTo(start);
        assertThat(at(arrivals, "amina")).isAfter(start);
    }

    @Test
    void whatSomebodySentAndCompletedIsCountedApart() {
        ProjectAccess place = world.project("tallied", world.webUser("tallied@example.org"));
        Instant now = world.clock.instant();
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        Instant lastMonth = month.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        String old = "2026-03-01T08:00:00Z";
        String latest = FormXml.visit("t1", "amina").text().replace(old, now.toString());
        work.submit(place, latest, now, List.of());
        work.submit(place, FormXml.visit("t2", "amina").text(), now, List.of());
        String earlier = FormXml.visit("t3", "amina").text().replace(old, lastMonth.toString());
        work.submit(place, earlier, lastMonth, List.of());
        WorkTally tally = at(world.in(place, () -> work.forms.tallies(place, List.of("amina", "nobody"))), "amina");
        assertThat(tally.submittedLastThirtyDays() - tally.completedLastThirtyDays())
                .isEqualTo(1);
        assertThat(tally.submittedLastMonth()).isEqualTo(1);
        assertThat(tally.completedLastMonth()).isEqualTo(1);
        assertThat(world.in(other, () -> work.forms.tallies(other, List.of("nobody"))))
                .isEmpty();
    }

    @Test
    void activityCountsDaysOfTheProjectsZone() {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        Activity activity = world.in(demo, () -> work.forms.activity(demo, zone, 3));
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), zone);
        assertThat(activity.formsPerDay())
                .extracting(DayCount::day)
                .containsExactly(today.minusDays(2), today.minusDays(1), today);
        assertThat(activity.formsPerDay().stream().mapToInt(DayCount::count).sum())
                .isEqualTo(5);
        assertThat(activity.formsToday())
                .isEqualTo(activity.formsPerDay().getLast().count());
        assertThat(activity.activeUsersToday()).isBetween(1, 3);
        assertThat(activity.lastFormReceivedOn()).isAfterOrEqualTo(start.plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> world.in(demo, () -> work.forms.activity(demo, zone, 93)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFormOfAnotherProjectIsNotThere() {
        assertThat(world.in(demo, () -> work.forms.get(demo, "only-demo"))).isPresent();
        assertThat(world.in(other, () -> work.forms.get(other, "only-demo"))).isEmpty();
        assertThat(world.in(other, () -> work.forms.contents(other, List.of("only-demo"))))
                .isEmpty();
        assertThat(world.in(other, () -> work.forms.lastArrivals(other, List.of("chebet"))))
                .isEmpty();
    }

    @Test
    void withoutAPermissionNothingIsRead() {
        ProjectAccess poor =
                new ProjectAccess(demo.project(), "demo", demo.actor(), "Some", Set.of(Permission.VIEW_COMMCARE_USERS));
        assertThatThrownBy(() -> world.in(poor, () -> work.forms.get(poor, "f1")))
                .isInstanceOf(Refused.class);
        assertThat(world.in(poor, () -> work.forms.lastArrivals(poor, List.of("amina"))))
                .isNotEmpty();
    }

    private static FormFilter filter(Set<FormState> states) {
        return new FormFilter(states, null, null, null, null);
    }

    private List<String> walk(FormFilter filter, FormOrder order) {
        List<String> seen = new ArrayList<>();
        Page<Form> page = list(filter, order, PageRequest.first(1));
        page.items().forEach(form -> seen.add(form.formId()));
        while (page.more()) {
            page = list(filter, order, new PageRequest(1, page.items().getLast().cursor(order), false));
            page.items().forEach(form -> seen.add(form.formId()));
        }
        return seen;
    }

    private List<String> ids(FormFilter filter) {
        Page<Form> page = list(filter, FormOrder.RECEIVED_DESC, new PageRequest(100, "", true));
        assertThat(page.total()).hasValue(page.items().size());
        return page.items().stream().map(Form::formId).toList();
    }

    private Page<Form> list(FormFilter filter, FormOrder order, PageRequest page) {
        return world.in(demo, () -> work.forms.list(demo, new FormQuery(filter, order, page)));
    }
}
