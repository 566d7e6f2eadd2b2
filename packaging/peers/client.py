"""The Python client python-socketio as a peer: python3 client.py <configuration>.

Configuration: url, transports, namespaces, auth (one for all of them).
Says ready, connect, connect-error, event, ack, disconnect; obeys emit, leave (one namespace), disconnect (all).
Every event is acknowledged with its own arguments where the server asks for that; the client does not say whether it does.
"""
import base64
import json
import os
import sys
import threading

import socketio

writing = threading.Lock()


def plain(value):
    if isinstance(value, (bytes, bytearray)):
        return {'$binary': base64.b64encode(value).decode()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def revive(value):
    if isinstance(value, list):
        return [revive(item) for item in value]
    if isinstance(value, dict):
        if '$binary' in value:
            return base64.b64decode(value['$binary'])
        return {key: revive(item) for key, item in value.items()}
    return value


def say(type, **fields):
    with writing:
        print(json.dumps({'type': type, **plain(fields)}), flush=True)


def listen(client, namespace):
    def event(name, *args):
        say('event', namespace=namespace, event=name, args=args)
        return args

    client.on('connect', lambda: say('connect', namespace=namespace, socket=client.get_sid(namespace)), namespace)
    client.on('connect_error', lambda *data: say('connect-error', namespace=namespace, refused=data), namespace)
    client.on('disconnect', lambda: say('disconnect', namespace=namespace), namespace)
    client.on('*', event, namespace)


def emit(client, command):
    namespace = command.get('namespace', '/')
    callback = None
    if command.get('ack'):
        def callback(*answer):
            say('ack', id=command.get('id'), args=answer)
    client.emit(command['event'], tuple(revive(command.get('args', []))), namespace=namespace, callback=callback)


def leave(client, namespace):
    """Leaves one namespace as other clients can; the library itself only ends all of them."""
    client._send_packet(client.packet_class(socketio.packet.DISCONNECT, namespace=namespace))


def main():
    config = json.loads(sys.argv[1])
    client = socketio.Client(reconnection=False)
    for namespace in config['namespaces']:
        listen(client, namespace)
    say('ready')
    client.connect(config['url'], transports=config['transports'], namespaces=config['namespaces'],
                   auth=config.get('auth'), wait=False)
    for line in sys.stdin:
        command = json.loads(line)
        if command['do'] == 'emit':
            emit(client, command)
        elif command['do'] == 'leave':
            leave(client, command['namespace'])
        elif command['do'] == 'disconnect':
            client.disconnect()
    # The library's threads would keep the peer alive after its test.
    os._exit(0)


if __name__ == '__main__':
    main()
