"""Which addresses may be fetched? Public ones, unless the caller allows more.

The check is made on the numeric address that is then connected to, so that a name that changes its mind
between check and connection (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

import msgspec

from tallybook.errors import FetchRefused

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """Where to connect (``ip``), and under which name to ask there (``host``, ``port`` if unusual)."""

    scheme: str
    host: str
    port: int
    ip: str

    @property
    def authority(self) -> str:
        """Value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


async def resolve(name: str, url: str, *, allow_private: bool) -> Destination:
    """Where ``url`` leads.

    Args:
        name: of the report, for messages.
        url: the address to connect to now.
        allow_private: whether this machine and private networks may be reached.

    Raises:
        FetchRefused: no web address, an unknown host, or one that may not be reached.
    """
    parts = split(name, url)
    host = _ascii(name, (parts.hostname or "").rstrip("."))
    port = parts.port or _PORTS[parts.scheme]
    addresses = await _addresses(name, host, port)
    refused = [ip for ip in addresses if not (allow_private or is_public(ip))]
    if refused:
        raise FetchRefused(name, f"{host} leads to {refused[0]}, a private or local address")
    return Destination(scheme=parts.scheme, host=host, port=port, ip=str(addresses[0]))


def _ascii(name: str, host: str) -> str:
    """The host as the domain name system knows it."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        raise FetchRefused(name, f"no such host: {host[:100]}") from None


def split(name: str, url: str) -> SplitResult:
    """The parts of a web address.

    Raises:
        FetchRefused: it is none, or carries a password.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise FetchRefused(name, "is no address") from None
    if parts.scheme not in _PORTS:
        raise FetchRefused(name, f"{parts.scheme or 'no scheme'}: only http and https addresses are fetched")
    if not parts.hostname or port == 0:
        raise FetchRefused(name, "is no address: it names no host")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(name, "carries a user name or password")
    return parts


def is_public(ip: IPAddress) -> bool:
    """Whether ``ip`` is an address of the open internet, also inside IPv6 forms of IPv4 addresses."""
    inner = _inner(ip)
    if inner is not None:
        return is_public(inner)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def _inner(ip: IPAddress) -> ipaddress.IPv4Address | None:
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    nat64 = ipaddress.ip_network("64:ff9b::/96")
    return (
        ip.ipv4_mapped
        or ip.sixtofour
        or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in nat64 else None)
    )


async def _addresses(name: str, host: str, port: int) -> list[IPAddress]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchRefused(name, f"no such host: {host[:100]}") from None
    addresses = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
    if not addresses:
        raise FetchRefused(name, f"no such host: {host[:100]}")
    return addresses
