"""Kept runs, redone from their inputs."""

import json
import pathlib
import shutil
import signal
import unittest

from common import SCENARIO, OnTerminal, Project, run


class Verify(Project):
    def verify(self, code, *arguments, **options):
        """The command, ended with `code`."""
        ended = run("verify", self.folder, *arguments, **options)
        self.assert_ends(ended, code)
        return ended

    def test_the_same_numbers(self):
        self.keep("--seed", 5, "--years", 6, "--uncertainty", "chance")
        self.keep("--name", "b", "--threads", 1)
        ended = self.verify(0)
        self.assertEqual(ended.stdout.count("equal"), 2)
        self.assertEqual(self.verify(0, "--run", "b").stdout.count("equal"), 1)
        self.assertIn("gelijk", self.verify(0, "--lang", "nl").stdout)

    def test_from_anywhere(self):
        """Names of files were relative to where the run was started."""
        ended = run("run", "school/scenario.toml", "--replicates", 40, "-o", "out",
                    cwd=self.project)
        self.assert_ends(ended, 0)
        self.assert_ends(run("verify", "out", cwd=self.project), 0)
        self.assert_ends(run("verify", ".", cwd=self.folder), 0)
        self.assert_ends(run("verify", "results.sqlite", cwd=self.folder), 0)
        self.assert_ends(run("verify", self.folder, cwd="/"), 0)

    def test_a_project_can_be_moved_as_a_whole(self):
        self.keep()
        moved = self.scratch / "elsewhere" / "deep"
        moved.parent.mkdir()
        shutil.move(self.project, moved)
        self.assert_ends(run("verify", moved / "out"), 0)
        self.assert_ends(run("why", moved / "out"), 0)
        shutil.move(moved / "school", moved / "another name")
        self.assert_ends(run("verify", moved / "out"), 3)

    def test_a_changed_input_is_named_with_both_hashes(self):
        self.keep()
        people = self.project / "school" / "people.csv"
        people.write_bytes(people.read_bytes() + b"\n")
        (then,), = self.rows(self.folder, "SELECT hash FROM input WHERE path LIKE '%people.csv'")
        ended = self.verify(3)
        self.assertIn(str(people), ended.stdout)
        self.assertIn(then, ended.stdout)
        self.assertRegex(ended.stdout, rf"{then}, now [0-9a-f]{{16}}\n")
        self.assertEqual(ended.stdout.count("when it was kept"), 1)

    def test_a_missing_input_is_named(self):
        self.keep()
        (self.project / "school" / "entrants.csv").unlink()
        ended = self.verify(3)
        self.assertIn("entrants.csv", ended.stdout)
        self.assertIn("gone or not readable", ended.stdout)

    def test_other_numbers_from_the_same_inputs(self):
        for sql in ("UPDATE run SET result_hash = '0123456789abcdef'",
                    "UPDATE series SET mean = mean + 1 WHERE row = 3",
                    "UPDATE flow SET mean = mean - 1 WHERE row = 0",
                    "UPDATE target SET met = met + 1",
                    "DELETE FROM driver WHERE row = 0",
                    "UPDATE setting SET value = '61' WHERE key = 'replicates'"):
            with self.subTest(sql=sql):
                self.keep("--overwrite")
                self.change(sql)
                ended = self.verify(7)
                self.assertIn("other numbers", ended.stdout)

    def test_ctrl_c_ends_it(self):
        self.keep()
        self.change("UPDATE setting SET value = '4294967295' WHERE key = 'replicates'")
        with OnTerminal(self.scratch / "printed", "verify", self.folder) as command:
            command.read_until("futures,")
            self.assertEqual(command.end(signal.SIGINT), 130)
            command.output.seek(0)
            self.assertIn("interrupted, so it was not compared", command.output.read())

    def test_another_version_is_told(self):
        self.keep()
        self.assertNotIn("kept by", self.verify(0).stdout)
        self.change("UPDATE run SET version = '0.0.7', content_hash = NULL")
        kept = json.loads(run("why", self.folder, "--json").stdout)
        self.assertEqual(kept["provenance"]["version"], "0.0.7")
        self.assertIn("kept by meesterplan 0.0.7", self.verify(0).stdout)

    def test_of_several_runs_what_weighs_most_counts(self):
        self.keep("--name", "fine")
        self.keep("--name", "wrong")
        self.change("UPDATE run SET result_hash = '' WHERE name = 'wrong'")
        ended = self.verify(7)
        self.assertEqual(ended.stdout.count("equal"), 1)
        self.verify(0, "--run", "fine")
        people = self.project / "school" / "people.csv"
        people.write_bytes(people.read_bytes() + b"\n")
        self.verify(3)

    def test_a_scenario_that_extends_another_through_a_link(self):
        linked = self.project / "linked"
        linked.symlink_to("school")
        child = self.project / "child.toml"
        child.write_text('extends = "linked/scenario.toml"\nname = "Kind"\n')
        self.scenario = child
        self.keep()
        self.verify(0)
        texts = self.rows(self.folder, "SELECT text FROM input WHERE text IS NOT NULL")
        self.assertEqual([text for text, in texts],
                         [child.read_text(), pathlib.Path(SCENARIO).read_text(encoding="utf-8")])

if __name__ == "__main__":
    unittest.main()
