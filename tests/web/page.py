"""Where the page of reports was built, for the tests beside this file."""
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEB = pathlib.Path(os.environ["WEB"])
IS_BUILT = (WEB / "node_modules" / "esbuild").is_dir()
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def node(*arguments, timeout=900):
    """A script of web/ run by node; what it said is shown when it fails."""
    return subprocess.run([os.environ["NODE"], *map(str, arguments)], cwd=WEB, capture_output=True, text=True,
                          encoding="utf-8", check=False, timeout=timeout,
                          env={**os.environ, "CHROMIUM": CHROMIUM or ""})
