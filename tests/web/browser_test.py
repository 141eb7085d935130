"""Reports of the command in a real browser: no request, nothing that axe finds, the pages that were
promised, every control reached by keyboard, no text over another, no sideways scrolling when narrow."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import page

COMMAND = os.environ["MEESTERPLAN"]
NAME = "</script><b> \"zo\" & '=1+1' \U0001f393 \u05e9\u05dc\u05d5\u05dd " + "lang" * 100


def meesterplan(*arguments):
    subprocess.run([COMMAND, *map(str, arguments)], check=True, capture_output=True)


@unittest.skipUnless(page.IS_BUILT and page.CHROMIUM, "npm, what it fetches, or chromium is not there")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="meesterplan."))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        school = page.ROOT / "scenarios"
        for name in ("kosten", "meer-studenten", "vacaturestop"):
            meesterplan("run", school / f"{name}.toml", "--replicates", 500, "-o", cls.folder / "school", "--name", name)
        meesterplan("run", school / "basis.toml", "--replicates", 200, "-o", cls.folder / "named", "--set",
                    f"name={NAME}", "--name", NAME)
        meesterplan("run", school / "voorbeeldregio-markt.toml", "--replicates", 20, "-o", cls.folder / "region")

    def check(self, *reports):
        ended = page.node("tests/browser/check.mjs", *reports)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)

    def reports(self, place, readers, *arguments):
        made = []
        for reader in readers:
            for language in ("nl", "en"):
                made.append(self.folder / f"{place}-{reader}-{language}-{len(arguments)}.html")
                meesterplan("report", self.folder / place, "-o", made[-1], "--for", reader, "--lang", language,
                            *arguments)
        return made

    def test_one_run(self):
        self.check(*self.reports("school", ("board", "council", "hr"), "--run", "kosten"))

    def test_runs_side_by_side(self):
        self.check(*self.reports("school", ("board", "hr")))

    def test_a_name_that_is_hard_to_show(self):
        self.check(*self.reports("named", ("board", "council")))

    def test_a_region(self):
        self.check(*self.reports("region", ("region", "board")))


if __name__ == "__main__":
    unittest.main()
