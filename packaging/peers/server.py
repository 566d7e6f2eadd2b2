"""A server of python-socketio as a peer: python3 server.py <configuration>. Polling alone, one thread a request.

Configuration: namespaces, options of socketio.Server.
Says ready {port}, connection {namespace, socket, auth}, event, disconnect; refuses whoever brings auth.token "wrong".
Every event is acknowledged with its own arguments and comes back under its own name, but for "bye", which disconnects.
"""
import json
import os
import socketserver
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import socketio

from client import plain, say


class Threads(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, format, *args):
        pass


def listen(server, namespace):
    def connect(sid, environ, auth=None):
        if auth and auth.get('token') == 'wrong':
            raise socketio.exceptions.ConnectionRefusedError('not authorized', {'need': 'token'})
        say('connection', namespace=namespace, socket=sid, auth=auth)

    def event(name, sid, *args):
        say('event', namespace=namespace, socket=sid, event=name, args=args)
        if name == 'bye':
            server.disconnect(sid, namespace)
            return None
        server.emit(name, tuple(args), to=sid, namespace=namespace)
        return args

    server.on('connect', connect, namespace)
    server.on('disconnect', lambda sid: say('disconnect', namespace=namespace, socket=sid), namespace)
    server.on('*', event, namespace)


def main():
    config = json.loads(sys.argv[1])
    server = socketio.Server(async_mode='threading', **config.get('options', {}))
    for namespace in config.get('namespaces', ['/']):
        listen(server, namespace)
    http = make_server('127.0.0.1', 0, socketio.WSGIApp(server), Threads, Quiet)
    say('ready', port=http.server_port)
    http.serve_forever()


def end_with_the_test():
    sys.stdin.read()
    os._exit(0)


if __name__ == '__main__':
    threading.Thread(target=end_with_the_test, daemon=True).start()
    main()
