// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.baraza.exchange.work.JobFailed;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.Written;
import org.baraza.forms.FormAttachment;
import org.baraza.forms.FormRun;
import org.baraza.forms.WholeForm;
import org.baraza.identity.ProjectAccess;

/** Puts the files of forms into an archive, as they are; it is begun anew on each node, and is whole or not there. */
final class MediaWork implements Work {
    private static final int AT_ONCE = 50;
    private static final long LARGEST = 5L * 1024 * 1024 * 1024;

    private final ExportServices services;
    private final ProjectAccess who;
    private final FormRun run;
    private final MediaNames names;
    private final Function<String, Optional<InputStream>> blobs;
    private final Path path;
    private final ZipOutputStream archive;
    private Optional<FormRun.Place> after = Optional.empty();
    private long bytes;

    /**
     * @param blobs gives the bytes that are kept under a key
     * @param path an empty file of this node
     */
    MediaWork(
            ExportServices services,
            ProjectAccess who,
            ExportPlan plan,
            Limits limits,
            Function<String, Optional<InputStream>> blobs,
            Path path) {
        this.services = services;
        this.who = who;
        this.run = FormSource.run(plan, limits);
        this.names = new MediaNames(plan);
        this.blobs = blobs;
        this.path = path;
        try {
            this.archive = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Pictures do not become smaller.
        archive.setLevel(Deflater.NO_COMPRESSION);
    }

    @Override
    public int total() {
        return services.forms().count(who, run);
    }

    @Override
    public boolean startsOver() {
        return true;
    }

    @Override
    public void skip(int rows) {
        throw new IllegalStateException("an archive is written from its beginning");
    }

    @Override
    public List<Step> next() {
        List<WholeForm> part = services.forms().next(who, run, after, AT_ONCE);
        if (part.isEmpty()) {
            return List.of();
        }
        after = Optional.of(part.getLast().place());
        Map<String, List<FormAttachment>> files = services.forms()
                .attachments(
                        who,
                        part.stream()
                                .filter(form -> !form.attachments().isEmpty())
                                .map(form -> form.form().formId())
                                .toList());
        for (WholeForm form : part) {
            Map<String, String> named = names.of(form);
            for (FormAttachment file : files.getOrDefault(form.form().formId(), List.of())) {
                String name = named.get(file.name());
                if (name != null && file.blobKey() != null) {
                    add(name, file.length(), file.blobKey());
                }
            }
        }
        return List.of(new Written(part.size()));
    }

    private void add(String name, long length, String key) {
        bytes += length;
        if (bytes > LARGEST) {
            throw new JobFailed(
                    "MEDIA_TOO_LARGE", "The files of these forms are more than 5 GB. Choose a narrower filter.");
        }
        try (InputStream blob = blobs.apply(key)
                .orElseThrow(() -> new JobFailed("FILE_GONE", "A file of these forms is not there any more."))) {
            archive.putNextEntry(new ZipEntry(name));
            blob.transferTo(archive);
            archive.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> result() {
        try {
            archive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(path);
    }

    @Override
    public void close() {
        try {
            archive.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
