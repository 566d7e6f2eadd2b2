package io.sioscope.protocol.net;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks4ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import java.net.InetSocketAddress;

/** Makes the handlers that speak with proxies. Pure; any thread. */
final class ClientProxies {
    private ClientProxies() {}

    /** A handler that asks the proxy at {@code address}, and gives up after so many milliseconds. */
    static ProxyHandler handler(ClientProxy proxy, InetSocketAddress address, int timeoutMs) {
        boolean named = !proxy.user().isEmpty();
        ProxyHandler handler =
                switch (proxy.kind()) {
                    case HTTP ->
                        named
                                ? new HttpProxyHandler(address, proxy.user(), proxy.password())
                                : new HttpProxyHandler(address);
                    case SOCKS4 ->
                        named ? new Socks4ProxyHandler(address, proxy.user()) : new Socks4ProxyHandler(address);
                    case SOCKS5 ->
                        named
                                ? new Socks5ProxyHandler(address, proxy.user(), proxy.password())
                                : new Socks5ProxyHandler(address);
                };
        handler.setConnectTimeoutMillis(timeoutMs);
        return handler;
    }
}
