"""Which addresses may be fetched from: the public internet's, and the networks that `DEMARCHE_REACHABLE` adds.

A feed can link to anything, a server can redirect anywhere and a name can mean another address at every look-up. So
what counts is the address that a connection is made to (`fetch_connection`), not what stands in a link.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from transforms.errors import InputError
from transforms.ingest.pieces import Refusal

REACHABLE = "DEMARCHE_REACHABLE"
REASON = "refused_address"
# Addresses that stand for an IPv4 address behind a translator (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")

Network = IPv4Network | IPv6Network


class Reach:
    """The addresses that may be fetched from."""

    def __init__(self, networks: Iterable[Network] = ()) -> None:
        self._networks = tuple(networks)

    def check(self, host: str, address: str) -> None:
        """Raise Refusal `refused_address` unless `address`, to which `host` resolves, is public or allowed."""
        found = ip_address(address)
        meant = tuple(_meant(found))
        if all(any(one in network for network in self._networks) for one in meant):
            return
        if not all(_public(one) for one in meant):
            raise Refusal(
                REASON,
                f"{host} is {address}, which is no public address: correct the link; where your own network is meant, "
                f"name it in {REACHABLE}",
            )


def reach_of_environment() -> Reach:
    """What `DEMARCHE_REACHABLE` adds to the public internet: networks such as `10.1.0.0/16, 127.0.0.1`, by commas.

    Raises InputError for a value that is no network.
    """
    written = os.environ.get(REACHABLE, "")
    try:
        return Reach(ip_network(part.strip()) for part in written.split(",") if part.strip())
    except ValueError as error:
        raise InputError(
            f"{written!r}", REACHABLE, f"write networks such as 10.1.0.0/16, 127.0.0.1 ({error})"
        ) from error


def resolved(host: str, port: int) -> list[str]:
    """The addresses of `host` as this machine resolves it, in the order in which to try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def _meant(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the IPv4 address that an IPv6 form wraps; both where a translator on the way decides."""
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    else:
        yield address
        if address.sixtofour:
            yield address.sixtofour
        if address in _TRANSLATED:
            yield IPv4Address(int(address) & 0xFFFFFFFF)


def _public(address: IPv4Address | IPv6Address) -> bool:
    local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or local)
