// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.baraza.exchange.work.Books;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.WritingWork;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerOrder;
import org.baraza.identity.WorkerQuery;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.Group;
import org.baraza.places.GroupQuery;

/** Workbooks of mobile workers and of groups. */
public final class PeopleBooks {
    private static final int PAGE = 500;
    private static final Selection.Workers EVERYBODY = new Selection.Workers("", WorkerQuery.Status.ANY, null, null);

    private final PeopleServices services;

    public PeopleBooks(PeopleServices services) {
        this.services = services;
    }

    /** Does what a workbook of workers says; its sheet of groups, if it has one, comes first. */
    public Work readWorkers(Path file, ProjectAccess who, boolean rehearsal) {
        Pending pending = new Pending(rehearsal);
        return Books.reading(file, rehearsal, workbook -> {
            List<SheetPart> parts = new ArrayList<>();
            Books.columns(workbook, GroupPart.SHEET)
                    .ifPresent(columns -> parts.add(new GroupPart(services.groups(), who, pending, columns)));
            parts.add(new WorkerPart(services, who, pending, Books.required(workbook, WorkerColumns.SHEET)));
            return parts;
        });
    }

    /** Does what a workbook of groups says. */
    public Work readGroups(Path file, ProjectAccess who, boolean rehearsal) {
        return Books.reading(
                file,
                rehearsal,
                workbook -> List.of(new GroupPart(
                        services.groups(), who, new Pending(rehearsal), Books.required(workbook, GroupPart.SHEET))));
    }

    /** Writes a workbook of workers and all groups. */
    public Work writeWorkers(Path file, ProjectAccess who, Selection selection) {
        Selection.Workers wanted = selection instanceof Selection.Workers some ? some : EVERYBODY;
        WorkerSheet.Shape shape = new WorkerSheet.Shape();
        Supplier<List<MobileWorker>> look = pages(who, wanted);
        for (List<MobileWorker> some = look.get(); !some.isEmpty(); some = look.get()) {
            shape.add(
                    some,
                    services.belongings()
                            .of(who, some.stream().map(MobileWorker::userId).toList()));
        }
        List<Group> groups = allGroups(who);
        return new WritingWork(
                file,
                shape.workers() + groups.size(),
                List.of(new WorkerSheet(services, who, shape, pages(who, wanted)), new GroupSheet(groups)));
    }

    /** Writes a workbook of all groups. */
    public Work writeGroups(Path file, ProjectAccess who) {
        List<Group> groups = allGroups(who);
        return new WritingWork(file, groups.size(), List.of(new GroupSheet(groups)));
    }

    /** The workers by username, a page at each call. */
    Supplier<List<MobileWorker>> pages(ProjectAccess who, Selection.Workers wanted) {
        return new Supplier<>() {
            private String after = "";
            private boolean more = true;

            @Override
            public List<MobileWorker> get() {
                if (!more) {
                    return List.of();
                }
                Page<MobileWorker> page = services.placed().list(who, wanted.page(new PageRequest(PAGE, after, false)));
                more = page.more() && !page.items().isEmpty();
                if (more) {
                    after = page.items().getLast().cursor(WorkerOrder.USERNAME_ASC);
                }
                return page.items();
            }
        };
    }

    private List<Group> allGroups(ProjectAccess who) {
        List<Group> all = new ArrayList<>();
        Page<Group> page = services.groups().list(who, new GroupQuery("", PageRequest.first(PAGE)));
        all.addAll(page.items());
        while (page.more()) {
            String after = GroupQuery.cursor(page.items().getLast());
            page = services.groups().list(who, new GroupQuery("", new PageRequest(PAGE, after, false)));
            all.addAll(page.items());
        }
        return all;
    }
}
