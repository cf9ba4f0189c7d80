// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.exchange.work.Books;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.WritingWork;
import org.baraza.identity.Invitation;
import org.baraza.identity.Member;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;

/** Workbooks of web users, with those who are invited. */
public final class MemberBooks {
    private static final int PAGE = 500;

    private final PeopleServices services;

    public MemberBooks(PeopleServices services) {
        this.services = services;
    }

    /** Does what a workbook says. */
    public Work read(Path file, ProjectAccess who, boolean rehearsal) {
        return Books.reading(
                file,
                rehearsal,
                workbook -> List.of(new MemberPart(services, who, Books.required(workbook, MemberColumns.SHEET))));
    }

    /** Writes a workbook of all of them. There are as many as administrators can keep, so they are held in memory. */
    public Work write(Path file, ProjectAccess who) {
        List<Member> members = all(page -> services.members().list(who, page), Member::cursor);
        List<Invitation> invitations = all(page -> services.invitations().page(who, page), Invitation::cursor);
        return new WritingWork(
                file,
                members.size() + invitations.size(),
                List.of(MemberSheet.of(services, who, members, invitations)));
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list, Function<T, String> cursor) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(PAGE));
        all.addAll(page.items());
        while (page.more() && !page.items().isEmpty()) {
            page = list.apply(new PageRequest(PAGE, cursor.apply(page.items().getLast()), false));
            all.addAll(page.items());
        }
        return all;
    }
}
