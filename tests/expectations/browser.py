"""A page in a real browser: how far right does it reach?"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: The page says how far right its content reaches. Its own policy forbids scripts, so the measuring copy goes without
#: it; the body gets its width by style, since a headless window is never narrower than 500 pixels.
MEASURE = """<script>
const boxes = [...document.body.querySelectorAll("*")].map(element => element.getBoundingClientRect());
document.title = "reaches " + Math.ceil(Math.max(...boxes.filter(box => box.width > 1).map(box => box.right)));
</script></body>"""


def reach(page: str, width: int, folder: Path) -> int:
    """The pixel that the content of `page` reaches to on a screen of `width`; `folder` is for the browser's files."""
    page = re.sub(r"<meta http-equiv[^>]*>", "", page).replace("</body>", MEASURE)
    page = page.replace("<body>", f'<body style="width:{width}px;margin:0">')
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900", "--dump-dom"]
    said = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, timeout=60, check=True)
    reaches = re.search(r"<title>reaches (\d+)</title>", said.stdout)
    assert reaches
    return int(reaches[1])
