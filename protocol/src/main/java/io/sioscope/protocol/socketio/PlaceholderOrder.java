package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers placeholders anew for sending. A received packet may name an attachment twice, out of order, or not at all; the
 * reference puts the bytes into the values and takes them out again, which numbers them in visiting order.
 */
final class PlaceholderOrder {
    private PlaceholderOrder() {}

    static JsonArguments restored(JsonArguments arguments) {
        Bytes list = listed(arguments.json());
        PlaceholderScan placeholders = new PlaceholderScan(true);
        new JsonScan(list, placeholders).value(0, 0);
        ByteArrayOutputStream text = new ByteArrayOutputStream(list.length());
        List<Bytes> attachments = new ArrayList<>();
        int copied = 1;
        for (PlaceholderScan.Placeholder placeholder : placeholders.all()) {
            text.writeBytes(list.slice(copied, placeholder.from()).toArray());
            text.writeBytes(Bytes.utf8("{\"_placeholder\":true,\"num\":" + attachments.size() + "}")
                    .toArray());
            attachments.add(arguments.attachments().get(placeholder.number()));
            copied = placeholder.to();
        }
        text.writeBytes(list.slice(copied, list.length() - 1).toArray());
        return new JsonArguments(Bytes.wrap(text.toByteArray()), attachments, true);
    }

    private static Bytes listed(Bytes json) {
        byte[] list = new byte[json.length() + 2];
        list[0] = '[';
        json.copyTo(0, list, 1, json.length());
        list[list.length - 1] = ']';
        return Bytes.wrap(list);
    }
}
