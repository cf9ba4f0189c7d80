// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.baraza.devices.Attention;
import org.baraza.devices.Device;
import org.baraza.devices.Devices;
import org.baraza.devices.LastContact;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Devices, and when they were heard of. */
@Controller
final class DeviceController {
    private final Devices devices;

    DeviceController(Devices devices) {
        this.devices = devices;
    }

    @SchemaMapping(typeName = "Project", field = "devices")
    Connection<DeviceNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable DeviceFilterInput filter,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> devices.list(access, DeviceFilterInput.query(filter, page))),
                page,
                Device::cursor,
                device -> new DeviceNode(access, device));
    }

    @SchemaMapping(typeName = "Device", field = "user")
    CompletableFuture<@Nullable UserNode> user(DeviceNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }

    @SchemaMapping(typeName = "Device", field = "attention")
    Set<Attention> attention(DeviceNode node) {
        return devices.attention(node.device());
    }

    @BatchMapping(typeName = "MobileWorker", field = "devices")
    Map<WorkerNode, List<DeviceNode>> ofWorkers(List<WorkerNode> nodes) {
        return Batch.byProject(nodes, (access, same) -> {
            Map<String, List<Device>> found = devices.of(access, Batch.ids(same, WorkerNode::userId));
            Map<WorkerNode, List<DeviceNode>> lists = new LinkedHashMap<>();
            for (WorkerNode node : same) {
                lists.put(
                        node,
                        found.getOrDefault(node.userId(), List.of()).stream()
                                .map(device -> new DeviceNode(access, device))
                                .toList());
            }
            return lists;
        });
    }

    @BatchMapping(typeName = "MobileWorker", field = "lastSyncOn")
    Map<WorkerNode, Instant> lastSyncOn(List<WorkerNode> nodes) {
        return contacts(nodes, LastContact::syncOn);
    }

    @BatchMapping(typeName = "MobileWorker", field = "lastHeartbeatOn")
    Map<WorkerNode, Instant> lastHeartbeatOn(List<WorkerNode> nodes) {
        return contacts(nodes, LastContact::heartbeatOn);
    }

    private Map<WorkerNode, Instant> contacts(List<WorkerNode> nodes, Function<LastContact, @Nullable Instant> moment) {
        Map<WorkerNode, Instant> moments = new LinkedHashMap<>();
        Batch.byId(nodes, WorkerNode::userId, devices::lastContacts, (node, contact) -> contact)
                .forEach((node, contact) -> {
                    Instant found = moment.apply(contact);
                    if (found != null) {
                        moments.put(node, found);
                    }
                });
        return moments;
    }
}
