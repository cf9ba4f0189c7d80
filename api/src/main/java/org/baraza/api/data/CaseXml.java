// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseState;
import org.baraza.cases.ListedCase;
import org.baraza.paging.Slice;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlNames;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Cases as blocks of version 2, which the first case API also speaks (data API: formats). */
final class CaseXml {
    private static final String NAMESPACE = "http://commcarehq.org/case/transaction/v2";
    private static final String TYPE = "application/xml; charset=utf-8";

    private CaseXml() {}

    /** Whether XML is wanted: {@code format} says so or, where it says nothing, {@code Accept} puts it before JSON. */
    static boolean isWanted(HttpServletRequest request) {
        String format = request.getParameter("format");
        return format == null ? accepts(request.getHeader(HttpHeaders.ACCEPT)) : format.equals("xml");
    }

    private static boolean accepts(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(header);
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .filter(type -> isXml(type) || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .filter(CaseXml::isXml)
                    .isPresent();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean isXml(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_XML) || type.equalsTypeAndSubtype(MediaType.TEXT_XML);
    }

    static Answer list(OffsetPage page, Slice<ListedCase> slice) {
        return answer(out -> {
            out.start("response").start("meta").attribute("type", "hash");
            number(out, "limit", page.request().limit());
            text(out, "next", page.next(slice));
            number(out, "offset", page.request().offset());
            text(out, "previous", page.previous());
            number(out, "total_count", slice.total());
            out.end().start("objects").attribute("type", "list");
            for (ListedCase listed : slice.items()) {
                block(out, listed.state());
            }
            out.end().end();
        });
    }

    static Answer one(CaseState state) {
        return answer(out -> block(out, state));
    }

    /** Nothing but the block, as it is forwarded. */
    static byte[] bytes(CaseState state) {
        return XmlWriter.bytes(out -> block(out, state));
    }

    private static Answer answer(XmlWriter.Content content) {
        return Answer.of(HttpStatus.OK, TYPE, XmlWriter.bytes(out -> content.writeTo(out.declaration())));
    }

    private static void number(XmlWriter out, String name, long number) throws IOException {
        out.start(name).attribute("type", "integer").text(Long.toString(number)).end();
    }

    private static void text(XmlWriter out, String name, @Nullable String text) throws IOException {
        if (text == null) {
            out.start(name).attribute("type", "null").end();
        } else {
            out.element(name, text);
        }
    }

    private static void block(XmlWriter out, CaseState state) throws IOException {
        out.start("case")
                .attribute("xmlns", NAMESPACE)
                .attribute("case_id", state.caseId())
                .attribute("user_id", Objects.requireNonNullElse(state.modifiedBy(), ""))
                .attribute("date_modified", moment(state.modifiedOn()));
        out.start("create")
                .element("case_type", state.type())
                .element("case_name", state.name())
                .element("owner_id", state.ownerId())
                .end();
        out.start("update")
                .element("external_id", Objects.requireNonNullElse(state.externalId(), ""))
                .element("date_opened", moment(state.openedOn()));
        for (var property : state.properties().entrySet()) {
            if (XmlNames.isName(property.getKey())) {
                out.element(property.getKey(), property.getValue());
            }
        }
        out.end();
        links(out, state.liveIndices());
        if (state.closed()) {
            out.start("close").end();
        }
        out.end();
    }

    private static void links(XmlWriter out, List<CaseIndex> links) throws IOException {
        if (links.isEmpty()) {
            return;
        }
        out.start("index");
        for (CaseIndex link : links) {
            out.start(link.identifier())
                    .attribute("case_type", link.caseType())
                    .attribute("relationship", link.relationship().wireName())
                    .text(link.targetId())
                    .end();
        }
        out.end();
    }

    private static String moment(@Nullable Instant instant) {
        return instant == null ? "" : Timestamps.format(instant);
    }
}
