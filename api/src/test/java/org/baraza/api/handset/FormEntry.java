// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.handset;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.regex.Matcher;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;

/** Fills in a form with JavaRosa, an engine that shares nothing with ours: what it makes of a form is what a phone sends. */
final class FormEntry {
    private FormEntry() {}

    /**
     * The submission.
     *
     * @param instances what the form looks into, by id, in the form's place
     * @param answers by path
     */
    static byte[] filled(String form, Map<String, String> instances, Map<String, String> answers) throws IOException {
        new XFormsModule().registerModule();
        FormDef definition = definition(inPlace(form, instances));
        definition.initialize(true, new InstanceInitializationFactory());
        answers.forEach((path, value) -> definition.setValue(new UncastData(value), reference(path), true));
        definition.postProcessInstance();
        return new XFormSerializingVisitor().serializeInstance(definition.getInstance());
    }

    private static FormDef definition(String form) throws IOException {
        try {
            return new XFormParser(new StringReader(form)).parse();
        } catch (XFormParser.ParseException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** JavaRosa has instances of its own only; and it knows no sensor of places. */
    private static String inPlace(String form, Map<String, String> instances) {
        String own = form.replaceAll("<orx:pollsensor [^>]*/>", "");
        for (Map.Entry<String, String> instance : instances.entrySet()) {
            own = own.replaceAll(
                    "<instance [^>]*id=\"" + instance.getKey() + "\"[^>]*/>",
                    Matcher.quoteReplacement(
                            "<instance id=\"" + instance.getKey() + "\">" + instance.getValue() + "</instance>"));
        }
        return own;
    }

    private static TreeReference reference(String path) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : path.substring(1).split("/", -1)) {
            reference = reference.extendRef(step, 0);
        }
        return reference;
    }
}
