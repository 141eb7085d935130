"""Results on disk: whole or not at all, and earlier ones are left alone."""

import os
import resource
import signal
import unittest

from common import ENDLESS, SCENARIO, CommandTest, OnTerminal, run


class Keeping(CommandTest):
    def test_what_is_kept_is_what_is_printed(self):
        folder = self.scratch / "deep" / "out"
        ended = run("run", SCENARIO, "--replicates", 60, "-o", folder, "--json")
        self.assert_ends(ended, 0)
        again = run("why", folder, "--json")
        self.assert_ends(again, 0)
        self.assertEqual(again.stdout, ended.stdout)
        self.assertEqual({path.suffix for path in folder.iterdir()}, {".sqlite", ".csv"})

    def test_without_a_folder_nothing_is_written(self):
        before = sorted(path.name for path in self.scratch.iterdir())
        self.assert_ends(run("run", SCENARIO, "--replicates", 20, cwd=self.scratch), 0)
        self.assertEqual(sorted(path.name for path in self.scratch.iterdir()), before)

    def test_earlier_results_are_not_overwritten_unasked(self):
        folder, old = self.keep_old_results()
        ended = run("run", SCENARIO, *ENDLESS, "-o", folder)
        # It is refused before the run, which would never end.
        self.assert_ends(ended, 4)
        self.assertIn("--overwrite", ended.stderr)
        self.assert_holds_only(folder, old)

    def test_earlier_results_are_overwritten_when_asked(self):
        folder, old = self.keep_old_results()
        self.assert_ends(run("run", SCENARIO, "--seed", 8, "-o", folder, "--overwrite"), 0)
        self.assertEqual(self.rows(folder, "SELECT seed FROM run"), [(8,)])
        self.assertEqual(sorted(self.content(folder)), sorted(old))

    def test_a_folder_with_something_else_in_it_is_left_alone(self):
        (self.scratch / "notes.txt").write_text("mine")
        self.assert_ends(run("run", SCENARIO, *ENDLESS, "-o", self.scratch), 4)
        self.assertEqual([path.name for path in self.scratch.iterdir()], ["notes.txt"])

    def test_a_file_is_no_folder(self):
        (self.scratch / "file").write_text("mine")
        for target in ("file", "file/below"):
            ended = run("run", SCENARIO, *ENDLESS, "-o", self.scratch / target, "--overwrite")
            self.assert_ends(ended, 4)
            self.assertIn("file", ended.stderr)
        self.assertEqual((self.scratch / "file").read_text(), "mine")

    def test_bad_input_leaves_earlier_results(self):
        folder, old = self.keep_old_results()
        self.assert_ends(run("run", self.scratch / "none.toml", "-o", folder, "--overwrite"), 3)
        self.assert_holds_only(folder, old)

    def test_a_full_disk_leaves_earlier_results(self):
        folder, old = self.keep_old_results()

        def fill_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        ended = run("run", SCENARIO, "--seed", 8, "-o", folder, "--overwrite",
                    preexec_fn=fill_disk)
        self.assert_ends(ended, 4)
        self.assertIn(str(folder), ended.stderr)
        self.assert_holds_only(folder, old)
        new = self.scratch / "new"
        self.assert_ends(run("run", SCENARIO, "-o", new / "deeper", preexec_fn=fill_disk), 4)
        self.assertFalse(new.exists())

    def test_a_disk_that_is_full_is_found_before_the_run(self):
        def fill_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        ended = run("run", SCENARIO, *ENDLESS, "-o", self.scratch / "new", preexec_fn=fill_disk)
        self.assert_ends(ended, 4)
        self.assertIn("new", ended.stderr)
        self.assertFalse((self.scratch / "new").exists())

    def test_a_disk_that_fills_up_does_not_cost_the_answer(self):
        folder, old = self.keep_old_results()

        def leave_little():
            resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, 70_000))

        self.assertGreater(len(old["results.sqlite"]), 70_000)
        ended = run("run", SCENARIO, "--seed", 8, "-o", folder, "--overwrite",
                    preexec_fn=leave_little)
        self.assert_ends(ended, 4)
        self.assertIn("Target helft", ended.stdout)
        self.assert_holds_only(folder, old)

    def test_a_name_that_no_folder_can_have_is_found_before_the_run(self):
        ended = run("run", SCENARIO, *ENDLESS, "-o", self.scratch / "new" / ("x" * 300))
        self.assert_ends(ended, 4)
        self.assertFalse((self.scratch / "new").exists())

    def test_killed_during_a_run_leaves_earlier_results(self):
        folder, old = self.keep_old_results()
        with OnTerminal(self.scratch / "printed", "run", SCENARIO, *ENDLESS, "-o", folder,
                        "--overwrite") as command:
            command.read_until("futures,")
            self.assertEqual(command.end(signal.SIGKILL), -signal.SIGKILL)
        self.assert_holds_only(folder, old)

    def test_a_closed_standard_error_does_not_end_up_in_the_results(self):
        folder = self.scratch / "out"
        ended = run("run", SCENARIO, "--replicates", 60, "-o", folder,
                    preexec_fn=lambda: os.close(2))
        self.assertEqual(ended.returncode, 0)
        self.assertEqual(self.rows(folder, "PRAGMA integrity_check"), [("ok",)])


if __name__ == "__main__":
    unittest.main()
