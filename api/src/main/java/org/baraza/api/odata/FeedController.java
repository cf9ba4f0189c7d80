// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.odata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.exchange.Feeds;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.exports.FeedField;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Feeds of forms and cases (data API: OData v4): what there is, what its rows are like, and the rows, page by page. The main table
 * of a feed has no number; others have their place in the export.
 */
@RestController
final class FeedController {
    private static final String OLD = "/a/{domain}/api/v0.5/odata/{kind:cases|forms}/{exportId}";
    private static final String NEW = "/a/{domain}/api/odata/{kind:cases|forms}/v1/{exportId}";
    private static final String TABLE = "/{table:\\d+}";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void main(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        table(who, kind, exportId, 0, request, response);
    }

    @GetMapping({OLD + TABLE, OLD + TABLE + "/", NEW + TABLE, NEW + TABLE + "/"})
    void table(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            @PathVariable("table") int table,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        feeds.fields(who, feeds.get(who, type(kind), exportId), table);
        ObjectNode body = JSON.createObjectNode()
                .put("@odata.context", FeedAddress.of(request).metadata());
        body.putArray("value")
                .addObject()
                .put("name", "feed")
                .put("kind", "EntitySet")
                .put("url", "feed");
        Answer.json(HttpStatus.OK, body).with("OData-Version", "4.0").send(response);
    }

    @GetMapping({OLD + "/$metadata", OLD + "/$metadata/", NEW + "/$metadata", NEW + "/$metadata/"})
    void mainMetadata(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            HttpServletResponse response)
            throws IOException {
        metadata(who, kind, exportId, 0, response);
    }

    @GetMapping({
        OLD + TABLE + "/$metadata",
        OLD + TABLE + "/$metadata/",
        NEW + TABLE + "/$metadata",
        NEW + TABLE + "/$metadata/"
    })
    void metadata(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            @PathVariable("table") int table,
            HttpServletResponse response)
            throws IOException {
        SavedExport feed = feeds.get(who, type(kind), exportId);
        String document = FeedMetadata.of(feeds.key(feed, table), feeds.fields(who, feed, table));
        response.setHeader("OData-Version", "4.0");
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({OLD + "/feed", OLD + "/feed/", NEW + "/feed", NEW + "/feed/"})
    void mainRows(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        rows(who, kind, exportId, 0, request, response);
    }

    /** Rows are sent as they are read; what goes wrong after the first breaks the answer off. */
    @GetMapping({OLD + TABLE + "/feed", OLD + TABLE + "/feed/", NEW + TABLE + "/feed", NEW + TABLE + "/feed/"})
    void rows(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            @PathVariable("exportId") String exportId,
            @PathVariable("table") int table,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SavedExport feed = feeds.get(who, type(kind), exportId);
        List<FeedField> fields = feeds.fields(who, feed, table);
        FeedAddress address = FeedAddress.of(request);
        FeedPage page = FeedPage.of(request);
        response.setHeader("OData-Version", "4.0");
        response.setContentType("application/json; charset=utf-8");
        JsonGenerator json = JSON.createGenerator(response.getOutputStream());
        json.writeStartObject();
        json.writeStringProperty("@odata.context", address.metadata() + "#feed");
        json.writeArrayPropertyStart("value");
        Optional<String> rest = page.isEmpty()
                ? Optional.empty()
                : feeds.read(who, feed, table, page.stretch(), address.site(), cells -> {
                    json.writeStartObject();
                    for (int place = 0; place < cells.length; place++) {
                        fields.get(place).write(json, cells[place]);
                    }
                    json.writeEndObject();
                });
        json.writeEndArray();
        rest.flatMap(page::next).ifPresent(query -> json.writeStringProperty("@odata.nextLink", address.feed(query)));
        json.writeEndObject();
        json.close();
    }

    private static ExportType type(String kind) {
        return kind.equals("forms") ? ExportType.FORM : ExportType.CASE;
    }
}
