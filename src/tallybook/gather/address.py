"""Addresses: fetch one over http or https, with limits on size, time and redirects.

The only outbound network of Tallybook. Proxies of the environment are not used: what is connected to is
exactly what was checked.
"""

from __future__ import annotations

import asyncio
import zlib
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tallybook.errors import FetchRefused, TooLarge
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.gather.reach import Destination, resolve
from tallybook.model import CaptureMethod

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_AGENT = "Tallybook (reads single reports that a person asked for)"


def fetch_original(name: str, options: Options) -> Original:
    """What stands at the address ``name``: body as sent (decompressed), final address, time.

    Raises:
        FetchRefused: no public web address, no answer, an error, too many redirects, out of time.
        TooLarge: the body is larger than ``options.max_bytes``.
    """
    return asyncio.run(_in_time(name, options))


async def _in_time(name: str, options: Options) -> Original:
    import httpx  # noqa: PLC0415 - heavy, and needed only here

    try:
        async with asyncio.timeout(options.timeout):
            return await _follow(name, options)
    except TimeoutError:
        raise FetchRefused(name, f"took longer than {options.timeout:g} seconds") from None
    except httpx.TimeoutException:
        raise FetchRefused(name, f"took longer than {options.timeout:g} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, zlib.error) as error:
        words = " ".join(str(error).split())[:120] or type(error).__name__
        raise FetchRefused(name, f"could not be fetched ({words})") from None


async def _follow(name: str, options: Options) -> Original:
    """Fetch ``name`` and follow its redirects, each checked anew."""
    import httpx  # noqa: PLC0415 - heavy, and needed only here

    url = name.strip()
    seen: set[str] = set()
    async with httpx.AsyncClient(trust_env=False, timeout=options.timeout, follow_redirects=False) as client:
        while True:
            if url in seen:
                raise FetchRefused(name, f"redirects in a circle ({url[:200]})")
            if len(seen) > options.max_redirects:
                raise FetchRefused(name, f"more than {options.max_redirects} redirects")
            seen.add(url)
            there = await resolve(name, url, allow_private=options.allow_private)
            response = await client.send(_request(client, url, there), stream=True)
            try:
                if response.status_code not in _REDIRECTS or "location" not in response.headers:
                    return await _original(name, url, response, options)
                url = urljoin(url, response.headers["location"])
            finally:
                await response.aclose()


def _request(client: httpx.AsyncClient, url: str, there: Destination) -> httpx.Request:
    """A request to the checked numeric address, asking under the host's own name (Host and TLS)."""
    import httpx  # noqa: PLC0415 - heavy, and needed only here

    target = httpx.URL(url).copy_with(host=there.ip, port=there.port, fragment=None)
    headers = {
        "Host": there.authority,
        "User-Agent": _AGENT,
        "Accept": "text/html, text/plain, application/pdf, application/json;q=0.8, */*;q=0.1",
        "Accept-Encoding": "gzip",
    }
    return client.build_request("GET", target, headers=headers, extensions={"sni_hostname": there.host})


async def _original(name: str, url: str, response: httpx.Response, options: Options) -> Original:
    if response.status_code != 200:
        raise FetchRefused(
            name, f"the server answered {response.status_code} {response.reason_phrase}".rstrip()
        )
    declared = Message()
    declared["content-type"] = response.headers.get("content-type", "")
    media_type = declared.get_content_type() if response.headers.get("content-type") else None
    return Original(
        name=name,
        data=await _body(name, response, options),
        method=CaptureMethod.URL,
        at=options.stamp(),
        url=urlsplit(url)._replace(fragment="").geturl(),
        media_type=media_type,
        charset=declared.get_content_charset(),
    )


async def _body(name: str, response: httpx.Response, options: Options) -> bytes:
    """The body, decompressed, read no further than the limit."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise FetchRefused(name, f"is sent in a coding that was not asked for ({coding[:40]})")
    inflater = None if coding in ("identity", "") else zlib.decompressobj(wbits=47)
    body = bytearray()
    async for chunk in response.aiter_raw(_CHUNK):
        room = options.max_bytes + 1 - len(body)
        body += chunk[:room] if inflater is None else inflater.decompress(chunk, room)
        if len(body) > options.max_bytes:
            raise TooLarge(name, f"more than {options.max_bytes:,} bytes")
    if inflater is not None and not inflater.eof:
        raise FetchRefused(name, "the compressed body ends too early")
    return bytes(body)
