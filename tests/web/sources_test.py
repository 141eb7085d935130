"""The sources of the page: their types, and their own tests on a document without a browser."""
import os
import subprocess
import tempfile
import unittest

import page


@unittest.skipUnless(page.IS_BUILT, "npm, or what it fetches, is not there")
class Sources(unittest.TestCase):
    def test_types(self):
        ended = subprocess.run([os.environ["NPM"], "run", "--silent", "check"], cwd=page.WEB, capture_output=True,
                               text=True, check=False)
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)

    def test_charts_words_and_views(self):
        with tempfile.TemporaryDirectory() as folder:
            ended = page.node("tests/run.mjs", folder)
        self.assertEqual(ended.returncode, 0, ended.stdout[-20000:] + ended.stderr)
        self.assertIn("# fail 0", ended.stdout)


if __name__ == "__main__":
    unittest.main()
