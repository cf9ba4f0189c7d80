// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.List;
import java.util.Optional;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Question;
import org.baraza.apps.questions.Questions;
import org.baraza.apps.questions.XForm;

/** Checks an app, or one part of it. */
public final class AppChecks {
    /** Said of a version that is made without the data of a worker for practice, and before. */
    public static final Problem TOO_MUCH_PRACTICE = new Problem(
            "practice data too large",
            Place.APP,
            "The data of a worker for practice is larger than 16 MB, so it does not come with the version; whoever tries the"
                    + " app out sees no cases",
            Severity.WARNING);

    private final App app;
    private final FormSources sources;
    private final CheckContext context;
    private final KnownNames known;
    private final Problems problems = new Problems();

    private AppChecks(App app, FormSources sources, CheckContext context) {
        this.app = app;
        this.sources = sources;
        this.context = context;
        this.known = new KnownNames(app, context);
    }

    /** Everything that is wrong with an app; a version is made only if none of it is an error. */
    public static List<Problem> of(App app, FormSources sources, CheckContext context) {
        AppChecks checks = new AppChecks(app, sources, context);
        checks.all();
        return checks.problems.all();
    }

    /** What is wrong with one form, quickly enough to be asked while it is edited. */
    public static List<Problem> ofForm(App app, FormSources sources, CheckContext context, String formId) {
        AppChecks checks = new AppChecks(app, sources, context);
        for (AppModule module : app.modules()) {
            for (AppForm form : module.forms()) {
                if (form.uniqueId().equals(formId)) {
                    checks.form(module, form);
                }
            }
        }
        return checks.problems.all();
    }

    private void all() {
        new AppRules(app, context, known, problems).check();
        new MenuRules(app, context, known, problems).check();
        for (AppModule module : app.modules()) {
            media(module);
            for (AppForm form : module.forms()) {
                form(module, form);
            }
        }
        if (!problems.hasErrors()) {
            build();
        }
    }

    private void media(AppModule module) {
        MediaRules media = new MediaRules(app, context, problems);
        Place place = Place.of(module);
        module.menu().media().image().byLanguage().values().forEach(path -> media.path(path, place));
        module.menu().media().audio().byLanguage().values().forEach(path -> media.path(path, place));
        for (AppForm form : module.forms()) {
            form.settings().media().image().byLanguage().values().forEach(path -> media.path(path, place.form(form)));
            form.settings().media().audio().byLanguage().values().forEach(path -> media.path(path, place.form(form)));
        }
    }

    private void form(AppModule module, AppForm form) {
        new FormRules(app, context, known, problems).check(module, form);
        Place place = Place.of(module).form(form);
        if (form instanceof AdvancedForm several && several.shadowOf().isPresent()) {
            shadow(several, place);
            return;
        }
        Optional<String> source = sources.of(form.uniqueId());
        if (source.isEmpty()) {
            problems.error("blank form", place, "The form has no questions yet");
            return;
        }
        try {
            source(module, form, place, XForm.read(source.get()));
        } catch (BadForm bad) {
            problems.error(bad.reason() == BadForm.Reason.BLANK ? "blank form" : "invalid xml", place, bad.sentence());
        }
    }

    /** What is wrong with the questions is said of the form that they belong to. */
    private void shadow(AdvancedForm form, Place place) {
        new ShadowFormRules(app, problems).check(form, place);
        try {
            QuestionIndex index =
                    new QuestionIndex(Questions.of(sources.of(form.sourceId()).orElse("")));
            ExpressionRules expressions = new ExpressionRules(problems, known);
            new AdvancedCaseRules(app, expressions, problems, place, form, index).check();
        } catch (BadForm saidOfTheParent) {
            // nothing can be told of its cases
        }
    }

    private void source(AppModule module, AppForm form, Place place, XForm source) {
        List<Question> questions = Questions.of(source);
        QuestionIndex index = new QuestionIndex(questions);
        new SourceRules(problems, place, source, questions, app.langs().getFirst()).check();
        ExpressionRules expressions = new ExpressionRules(problems, known).about(known.typeOf(module, form));
        new LogicRules(problems, place, source, expressions, context.usercases(), FormRules.requiresCase(form)).check();
        new MediaRules(app, context, problems).check(source, place);
        switch (form) {
            case BasicForm basic ->
                new CaseRules(problems, place, module, basic, index, expressions, context.usercases()).check();
            case AdvancedForm several ->
                new AdvancedCaseRules(app, expressions, problems, place, several, index).check();
        }
        if (!form.xmlns().isBlank()
                && !form.xmlns().equals(source.xmlns())
                && !source.xmlns().isBlank()) {
            problems.error(
                    "form error",
                    place,
                    "The form's source has another namespace (" + source.xmlns() + ") than the app says");
        }
    }

    /** What cannot be built cannot be installed; what can is looked at as phones would find it. */
    private void build() {
        BuildContext dry =
                BuildContext.first("https://example.org", "project", "app", "build", app.version(), app.engine());
        try {
            Build build = Compiler.compile(app, sources, dry);
            BuildRules.check(app, build, problems);
        } catch (CannotBuild refused) {
            problems.error("error", new BuildPlaces(app).of(refused.place()), refused.sentence());
        }
    }
}
