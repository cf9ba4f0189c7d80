// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.openrosa.FormMeta;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;

/** What is taken from a phone that nobody signed in on (device protocol: authentication on the receiver). */
public final class UnsignedForms {
    private static final String DEMO_USER = "demo_user";
    private static final Set<String> DEMO_OWNERS = Set.of("", DEMO_USER, "demo_user_group_id");

    private static final String LEDGER = "http://commcarehq.org/ledger/v1";

    private UnsignedForms() {}

    /**
     * What to do with such a form. Whatever is taken is new, never an edit, and changes cases of the demo user only.
     */
    public enum Verdict {
        TAKE,
        /** Say thank you and forget it: somebody was only practising. */
        IGNORE,
        REFUSE
    }

    /** @param practising whether the phone says that it is in demo mode */
    public static Verdict judge(byte[] xml, boolean practising) {
        try {
            XmlElement root = XmlReader.read(xml, XmlLimits.FORM);
            boolean demo = FormMeta.of(root).userId().filter(DEMO_USER::equals).isPresent();
            if (practising && !demo) {
                return Verdict.IGNORE;
            }
            boolean report = root.namespace().equals(FormReader.DEVICE_REPORT);
            return report || (demo && onlyDemoCases(root)) ? Verdict.TAKE : Verdict.REFUSE;
        } catch (XmlRejected e) {
            return Verdict.REFUSE;
        }
    }

    private static boolean onlyDemoCases(XmlElement element) {
        for (XmlElement child : element.children()) {
            boolean block =
                    child.name().equals("case") && child.attribute("case_id").isPresent();
            boolean fine = !child.namespace().equals(LEDGER) && (block ? demoCase(child) : onlyDemoCases(child));
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean demoCase(XmlElement block) {
        return DEMO_OWNERS.contains(block.attribute("user_id").orElse(""))
                && block.children().stream()
                        .flatMap(part -> part.children("owner_id").stream())
                        .map(XmlElement::text)
                        .allMatch(DEMO_OWNERS::contains);
    }

    /** Whether a case is nobody's but the demo user's, so that a form without a sign-in may change it. */
    static boolean mayChange(CaseState state) {
        return DEMO_OWNERS.contains(state.ownerId());
    }
}
