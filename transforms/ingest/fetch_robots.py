"""What a site's robots.txt lets us ask (RFC 9309), read once per site and client."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

# The product token by which a robots.txt names us.
TOKEN = "Demarche"
# RFC 9309, 2.5: parsing may stop after 500 kibibytes.
_PARSED_BYTES = 500 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site. `closed` says why nothing may be asked of it tonight, None where the rules decide."""

    parsed: Protego | None = None
    closed: str | None = None

    def allow(self, url: str) -> bool:
        """Whether the rules let us ask for `url`."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, TOKEN))

    def pause(self, least: float, longest: float) -> float:
        """Seconds between two requests: the site's Crawl-delay between `least` and `longest`."""
        asked = self.parsed.crawl_delay(TOKEN) if self.parsed else None
        return min(max(least, float(asked or 0.0)), max(least, longest))


def rules_in(data: bytes) -> Rules:
    """The rules that a robots.txt holds; what is no rule in it (such as a web page) counts for nothing."""
    return Rules(Protego.parse(data[:_PARSED_BYTES].decode("utf-8", errors="replace")))


def rules_without(status: int) -> Rules:
    """The rules where robots.txt answers with an error: 4xx is a site without one, anything else closes it.

    RFC 9309, 2.3.1.3 and 2.3.1.4. 429 closes it too: who is asked too often wants to be left alone.
    """
    if 400 <= status < 500 and status != 429:
        return Rules()
    return Rules(closed=f"HTTP {status} for robots.txt, so nothing may be asked of the site tonight (RFC 9309)")
