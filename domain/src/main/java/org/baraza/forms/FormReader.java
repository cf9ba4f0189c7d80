// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.baraza.cases.CaseBlockReader;
import org.baraza.cases.CaseReport;
import org.baraza.cases.ContentError;
import org.baraza.cases.ContentRefused;
import org.baraza.openrosa.FormMeta;
import org.baraza.openrosa.FormVersions;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;

/** Reads a submission: pure, and all the work that needs no database. */
final class FormReader {
    static final String DEVICE_REPORT = "http://code.javarosa.org/devicereport";
    private static final int LONGEST_ID = 255;

    private FormReader() {}

    /** What a submission turns out to be. */
    sealed interface Reading {
        record Form(IncomingForm form) implements Reading {}

        record DeviceReport(XmlElement report, String formId, byte[] md5) implements Reading {}

        /** @param form the bytes, kept under an id of their own */
        record Unreadable(IncomingForm form, String reason) implements Reading {}
    }

    static Reading read(Submission submission) {
        try {
            XmlElement root = XmlReader.read(submission.xml(), XmlLimits.FORM);
            if (root.namespace().isEmpty()) {
                return unreadable(submission, "the root element has no namespace");
            }
            if (root.namespace().length() > LONGEST_ID) {
                return unreadable(submission, "the namespace of the root element is too long");
            }
            FormMeta meta = FormMeta.of(root);
            if (root.namespace().equals(DEVICE_REPORT)) {
                return new Reading.DeviceReport(root, formId(meta), md5(submission.xml()));
            }
            return new Reading.Form(form(submission, root, meta));
        } catch (XmlRejected e) {
            return unreadable(submission, String.valueOf(e.getMessage()));
        }
    }

    private static IncomingForm form(Submission submission, XmlElement root, FormMeta meta) {
        CaseReport report = CaseReport.NOTHING;
        ContentError error = null;
        try {
            report = CaseBlockReader.read(root, meta.userId().orElse(""), submission.receivedOn());
        } catch (ContentRefused e) {
            error = e.error();
        }
        return new IncomingForm(
                formId(meta),
                root.namespace(),
                root.attribute("name").orElse(""),
                meta,
                FormVersions.app(root, meta).orElse(null),
                FormVersions.commCare(meta).orElse(null),
                md5(submission.xml()),
                RawXml.pack(submission.xml()),
                submission,
                report,
                error,
                false);
    }

    /** The id of the meta block; one of our own where there is none or none that could be kept. */
    private static String formId(FormMeta meta) {
        return meta.instanceId()
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
                .orElseGet(IncomingForm::newId);
    }

    private static Reading unreadable(Submission submission, String reason) {
        IncomingForm form = new IncomingForm(
                IncomingForm.newId(),
                "",
                "",
                FormMeta.of(new XmlElement("", "", List.of(), List.of(), "")),
                null,
                null,
                md5(submission.xml()),
                RawXml.pack(submission.xml()),
                new Submission(submission.xml(), submission.receivedOn(), submission.envelope(), List.of()),
                CaseReport.NOTHING,
                null,
                false);
        return new Reading.Unreadable(form, reason);
    }

    static byte[] md5(byte[] xml) {
        try {
            // Not for secrecy: equality of bytes, as devices and HQ tell a resend.
            return MessageDigest.getInstance("MD5").digest(xml);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
