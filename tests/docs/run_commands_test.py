"""Small documents with something wrong in each, and whether run_commands sees it."""

import pathlib
import tempfile
import unittest

import run_commands


class RunCommands(unittest.TestCase):
    def wrong_with(self, document):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "README.md").write_text(document, encoding="utf-8")
            (root / "scenarios").mkdir()
            (root / "scenarios" / "a.toml").write_text("years = 10\n", encoding="utf-8")
            return run_commands.run_document(root, "README.md", pathlib.Path("/bin/echo"),
                                             root / "work")

    def console(self, text, mark=""):
        return self.wrong_with(f"Text.\n\n```console{mark}\n{text}\n```\n")

    def test_what_is_right_passes(self):
        self.assertEqual(self.console("$ echo een; echo twee\neen\ntwee"), [])
        self.assertEqual(self.console("$ build/release/meesterplan run\nrun"), [])
        self.assertEqual(self.console("$ meesterplan run\nrun\n\n$ cat scenarios/a.toml\nyears = 10"), [])

    def test_other_output_is_found(self):
        self.assertIn("prints something else", self.console("$ echo een\ntwee")[0])
        self.assertIn("prints something else", self.console("$ echo een; echo twee\neen")[0])
        self.assertIn("prints something else", self.console("$ true\neen")[0])
        self.assertIn("README.md:4:", self.console("$ echo een\ntwee")[0])

    def test_exit_status_counts(self):
        self.assertIn("ended with 3, not 0", self.console("$ exit 3")[0])
        self.assertEqual(self.console("$ exit 3", " status=3"), [])
        self.assertIn("ended with 0, not 3", self.console("$ true", " status=3")[0])

    def test_errors_are_output_too(self):
        self.assertEqual(self.console("$ echo fout >&2\nfout"), [])

    def test_dots_stand_for_any_lines(self):
        self.assertEqual(self.console("$ seq 9\n1\n...\n9"), [])
        self.assertEqual(self.console("$ seq 9\n1\n..."), [])
        self.assertIn("prints something else", self.console("$ seq 9\n1\n...\n7")[0])

    def test_only_time_and_speed_may_differ(self):
        self.assertEqual(self.console("$ echo 'kans 41%, 2.31 s'\nkans 41%, 1.9 s"), [])
        self.assertIn("prints something else", self.console("$ echo 'kans 41%, 2 s'\nkans 42%, 2 s")[0])

    def test_long_commands_and_sh_blocks(self):
        self.assertEqual(self.console("$ echo een \\\n  twee\neen twee"), [])
        self.assertEqual(self.wrong_with("```sh\n# why\ntrue\necho een \\\n  twee\n```\n"), [])
        self.assertIn("ended with 1", self.wrong_with("```sh\ntrue\nfalse\n```\n")[0])

    def test_later_commands_see_earlier_files(self):
        self.assertEqual(self.console("$ echo een > nieuw\n$ cat nieuw\neen"), [])

    def test_builds_are_skipped_but_not_in_hiding(self):
        self.assertEqual(self.console("$ ./quickstart"), [])
        self.assertIn("ended with", self.console("$ true && ./quickstart")[0])

    def test_update_writes_what_is_printed_now(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            document = root / "README.md"
            document.write_text("```console\n$ echo een > nieuw\n$ cat nieuw\noud\nouder\n\n"
                                "$ seq 3\n1\n...\n$ echo \\\n  drie\noud\n```\nText.\n",
                                encoding="utf-8")
            run_commands.update_document(root, "README.md", pathlib.Path("/bin/echo"),
                                         root / "work")
            self.assertEqual(document.read_text(encoding="utf-8"),
                             "```console\n$ echo een > nieuw\n$ cat nieuw\neen\n\n"
                             "$ seq 3\n1\n...\n$ echo \\\n  drie\ndrie\n```\nText.\n")

    def test_output_without_command_is_refused(self):
        with self.assertRaises(ValueError):
            self.console("een")


if __name__ == "__main__":
    unittest.main()
