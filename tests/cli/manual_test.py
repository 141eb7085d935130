"""The manual page: as man shows it, with every command and option of the help."""

import os
import re
import shutil
import subprocess
import unittest

from common import CommandTest, environment, run

VERBS = re.findall(r"(?m)^  (\w+) +\w", run("help").stdout.split("\nCommands\n")[1]
                   .split("\n\n")[0])


@unittest.skipUnless(shutil.which("man"), "no man")
class Manual(CommandTest):
    def shown(self, name):
        page = self.scratch / name
        if not page.exists():
            subprocess.run([os.environ["WRITE_PAGES"], self.scratch], check=True, timeout=60)
        done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True,
                              env=environment(MANWIDTH="100"), check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_it_has_all_of_the_help_in_both_languages(self):
        self.assertGreater(len(VERBS), 8)
        for name, language in (("meesterplan.1", "en"), ("meesterplan.nl.1", "nl")):
            page = self.shown(name)
            for verb in VERBS:
                self.assertIn(f"meesterplan {verb}", page)
                for line in run(verb, "--help", "--lang", language).stdout.splitlines()[1:]:
                    if verb != "help":
                        self.assertIn(line.strip(), page)

    def test_the_pages_are_written_whole_or_the_build_fails(self):
        write = os.environ["WRITE_PAGES"]
        done = subprocess.run([write, self.scratch / "nowhere"], check=False, timeout=60)
        self.assertEqual(done.returncode, 4)
        done = subprocess.run([write], check=False, timeout=60, stderr=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
