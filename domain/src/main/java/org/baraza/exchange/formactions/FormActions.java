// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.formactions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.forms.Form;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormOrder;
import org.baraza.forms.FormQuery;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;

/** Archives many forms, or puts them back; each is one step, and undoes or redoes what it did to cases. */
public final class FormActions {
    private static final int PAGE = 500;

    private final Forms forms;
    private final FormArchive archive;

    public FormActions(Forms forms, FormArchive archive) {
        this.forms = forms;
        this.archive = archive;
    }

    public Function<List<Numbered>, List<Step>> archiving(ProjectAccess who) {
        return some -> steps(some, (tx, formId) -> archive.archive(tx, who, formId));
    }

    public Function<List<Numbered>, List<Step>> unarchiving(ProjectAccess who) {
        return some -> steps(some, (tx, formId) -> archive.unarchive(tx, who, formId));
    }

    /** Moves a form; false when it was there already. */
    private interface Move {
        boolean make(Tx tx, String formId);
    }

    private static List<Step> steps(List<Numbered> some, Move move) {
        List<Step> steps = new ArrayList<>();
        some.forEach(one -> steps.add(new Moving(one.place(one.id()), one.id(), move)));
        return steps;
    }

    private record Moving(RowPlace place, String formId, Move move) implements SingleStep {
        @Override
        public Effect take(Tx tx) {
            return move.make(tx, formId) ? Effect.UPDATED : Effect.UNCHANGED;
        }
    }

    /** The ids of those selected, in the order of arrival. */
    public List<String> ids(ProjectAccess who, Selection.SentForms selection) {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            Page<Form> page = forms.list(
                    who,
                    new FormQuery(selection.filter(), FormOrder.RECEIVED_ASC, new PageRequest(PAGE, after, false)));
            page.items().forEach(form -> ids.add(form.formId()));
            if (!page.more()) {
                return ids;
            }
            after = page.items().getLast().cursor(FormOrder.RECEIVED_ASC);
        }
    }
}
