// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.MediaFile;
import org.baraza.apps.MediaKind;
import org.baraza.apps.MediaReference;
import org.baraza.apps.MediaUploads;
import org.baraza.apps.checks.Place;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes single media files of an app, and says which it names and where, as CommCare HQ's pages do (releases: multimedia). */
@RestController
final class MediaMapController {
    private static final String MULTIMEDIA = "/a/{domain}/apps/{appId:[\\w-]+}/multimedia";
    private static final String UPLOADED = MULTIMEDIA + "/uploaded/{kind:image|audio|video}";
    private static final String MAP = MULTIMEDIA + "/map";
    private static final String REFERENCES = MULTIMEDIA + "/references";
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final MediaUploads uploads;

    MediaMapController(MediaUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping({UPLOADED, UPLOADED + "/"})
    void upload(
            ProjectAccess who,
            @PathVariable String appId,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        answer(who, appId, MediaKind.valueOf(kind.toUpperCase(Locale.ROOT)), request)
                .send(response);
    }

    private Answer answer(ProjectAccess who, String appId, MediaKind kind, HttpServletRequest request)
            throws IOException {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode errors = json.putArray("errors");
        try (SentMediaFile sent = SentMediaFile.read(request)) {
            MediaUploads.Shown shown = uploads.put(who, appId, kind, sent.path(), sent.content());
            json.set("ref", ref(shown.path(), kind.mediaType(), shown.file()));
            return Answer.json(HttpStatus.OK, json.put("version", shown.version()));
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                errors.add(invalid.message());
                return Answer.json(HttpStatus.BAD_REQUEST, json);
            }
            throw refused;
        }
    }

    private static ObjectNode ref(String path, String mediaType, MediaFile file) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("path", path)
                .put("uid", file.digest())
                .put("m_id", file.mediaId())
                .put("url", MediaReference.address(mediaType, file, path))
                .put("media_type", mediaType)
                .put("content_type", file.contentType())
                .put("content_length", file.length());
    }

    @GetMapping({MAP, MAP + "/", REFERENCES, REFERENCES + "/"})
    void references(
            ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int limit = Math.clamp(number(request.getParameter("limit"), USUAL), 1, MOST);
        int page = Math.max(1, number(request.getParameter("page"), 1));
        boolean missing = "true".equals(request.getParameter("only_missing"));
        Slice<MediaReference> found =
                uploads.references(who, appId, missing, new SliceRequest(limit, (page - 1L) * limit));
        ObjectNode json = JsonMapper.shared().createObjectNode().put("total", found.total());
        ArrayNode references = json.putArray("references");
        ObjectNode objects = json.putObject("object_map");
        for (MediaReference reference : found.items()) {
            reference
                    .file()
                    .ifPresent(
                            file -> objects.set(reference.path(), ref(reference.path(), reference.mediaType(), file)));
            reference.places().forEach(place -> references.add(reference(reference, place)));
        }
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static int number(@Nullable String text, int usual) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : usual;
    }

    private static ObjectNode reference(MediaReference reference, Place place) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("path", reference.path())
                .put("media_class", reference.mediaType())
                .put("icon_class", icon(reference.mediaType()))
                .put("is_menu_media", place.question().isEmpty());
        part(json, "module", place.moduleId());
        part(json, "form", place.formId());
        place.question().ifPresent(question -> json.put("question", question));
        reference
                .file()
                .ifPresentOrElse(
                        file -> json.put("m_id", file.mediaId())
                                .put("url", reference.address(file))
                                .put("missing", false),
                        () -> json.putNull("m_id").put("missing", true));
        return json;
    }

    private static void part(ObjectNode json, String name, Optional<String> id) {
        id.ifPresent(unique -> json.putObject(name).put("unique_id", unique));
    }

    private static String icon(String mediaType) {
        return switch (mediaType) {
            case "CommCareImage" -> "fa-regular fa-image";
            case "CommCareAudio" -> "fcc fcc-fd-audio-capture";
            case "CommCareVideo" -> "fa-solid fa-video";
            default -> "fa-solid fa-file";
        };
    }
}
