"""Kept runs: several in a folder, asked again; places where nothing can be kept."""

import contextlib
import csv
import fcntl
import os
import resource
import sqlite3
import time
import unittest

from common import ENDLESS, Project, run, start


class Several(Project):
    def test_a_folder_holds_several_runs(self):
        first = self.keep("--json")
        second = self.keep("--name", "plan b", "--seed", 9, "--json")
        self.assertNotEqual(first.stdout, second.stdout)
        for name, ended in (("Toetsschool", first), ("plan b", second)):
            again = run("why", self.folder, "--run", name, "--json")
            self.assert_ends(again, 0)
            self.assertEqual(again.stdout, ended.stdout)
        # Without a name it is the last one; the database itself will do as well.
        for what in (self.folder, self.folder / "results.sqlite"):
            self.assertEqual(run("why", what, "--json").stdout, second.stdout)

    def test_the_balance_is_that_of_the_run(self):
        self.keep()
        kept = run("why", self.folder, "--quiet")
        self.assert_ends(kept, 0)
        self.assertEqual(kept.stderr, "")
        self.assertEqual(kept.stdout,
                         run("why", self.scenario, "--replicates", 60, "--quiet").stdout)

    def test_an_unknown_run_lists_those_there_are(self):
        self.keep()
        self.keep("--name", "b")
        for verb in ("why", "verify"):
            ended = run(verb, self.folder, "--run", "c")
            self.assert_ends(ended, 3)
            self.assertIn("Toetsschool, b", ended.stderr)

    def test_a_run_of_the_same_name_is_not_replaced_unasked(self):
        self.keep("--name", "b")
        old = self.content(self.folder)
        ended = run("run", self.scenario, *ENDLESS, "-o", self.folder, "--name", "b")
        self.assert_ends(ended, 4)
        self.assertIn("run b", ended.stderr)
        self.assertIn("--overwrite", ended.stderr)
        self.assert_holds_only(self.folder, old)

    def test_overwriting_replaces_that_run_only(self):
        self.keep("--name", "a")
        self.keep("--name", "b")
        before = self.rows(self.folder, "SELECT * FROM run WHERE name = 'a'")
        self.keep("--name", "b", "--seed", 77, "--overwrite")
        self.assertEqual(self.rows(self.folder, "SELECT * FROM run WHERE name = 'a'"), before)
        self.assertEqual(self.rows(self.folder, "SELECT name, seed FROM run ORDER BY id"),
                         [("a", 7), ("b", 77)])
        self.assertEqual(self.rows(self.folder, "PRAGMA foreign_key_check"), [])

    def test_what_was_played_is_not_set_again(self):
        self.keep()
        for flag, value in (("--seed", 3), ("--replicates", 5), ("--uncertainty", "chance")):
            ended = run("why", self.folder, flag, value)
            self.assert_ends(ended, 2)
            self.assertIn(flag[2:], ended.stderr)
        self.assert_ends(run("why", self.scenario, "--run", "x"), 2)
        self.assert_ends(run("verify", self.folder, "--seed", 3), 2)

    def test_names_and_forms_go_with_a_folder(self):
        self.assert_ends(run("run", self.scenario, "--name", "x"), 2)
        self.assert_ends(run("run", self.scenario, "--csv", "nl"), 2)
        self.assert_ends(run("run", self.scenario, "-o", self.folder, "--csv", "de"), 2)
        self.assert_ends(run("run", self.scenario, "-o", self.folder, "--name", ""), 2)

    def test_names_may_be_anything(self):
        for name in ("a/b", "'; DROP TABLE run; --", "caf\u00e9 \U0001f393", "-x" * 200, "\x1b[2J"):
            with self.subTest(name=name):
                self.keep("--name=" + name, replicates=4)
                ended = run("why", self.folder, "--run=" + name)
                self.assert_ends(ended, 0)
                self.assertNotIn("\x1b", ended.stderr)

    def test_an_interrupted_why_of_a_kept_run_stays_marked(self):
        self.keep()
        self.change("UPDATE run SET replicates_asked = 100")
        ended = run("why", self.folder)
        self.assert_ends(ended, 0)
        self.assertIn("Interrupted after 60 of 100 futures.", ended.stdout)


class Places(Project):
    def refused(self, code, part, *arguments):
        """That a command is refused for a reason, in both languages."""
        for language in ("en", "nl"):
            ended = run(*arguments, "--lang", language)
            self.assert_ends(ended, code)
            self.assertEqual(ended.stdout, "")
            self.assertNotIn("mistake", ended.stderr)
        ended = run(*arguments)
        self.assertIn(part, ended.stderr)

    def both(self, part):
        """That a folder's database can be neither read nor added to, and is left."""
        old = self.content(self.folder)
        for verb in ("why", "verify"):
            self.refused(3, part, verb, self.folder)
        self.refused(4, part, "run", self.scenario, *ENDLESS, "-o", self.folder, "--name", "y")
        self.refused(4, part, "run", self.scenario, *ENDLESS, "-o", self.folder, "--overwrite")
        self.assert_holds_only(self.folder, old)

    def test_a_folder_without_runs(self):
        self.refused(3, "no run is kept", "why", self.project)
        self.refused(3, "no run is kept", "verify", self.project)
        self.refused(3, "No such file", "verify", self.scratch / "none")

    def test_a_scenario_is_no_kept_run(self):
        self.refused(3, "no file of results", "verify", self.scenario)

    def test_a_database_of_somebody_else(self):
        self.folder.mkdir()
        with contextlib.closing(sqlite3.connect(self.folder / "results.sqlite")) as database:
            database.execute("CREATE TABLE run (name TEXT)")
            database.commit()
        self.both("another program made it")

    def test_a_file_that_is_no_database(self):
        self.folder.mkdir()
        (self.folder / "results.sqlite").write_text("dear diary " * 50)
        self.both("no file of results")

    def test_a_newer_database(self):
        self.keep()
        self.change("PRAGMA user_version = 7")
        self.both("newer meesterplan (layout 7")

    def test_a_database_cut_off(self):
        self.keep()
        file = self.folder / "results.sqlite"
        os.truncate(file, file.stat().st_size // 2)
        self.both("damaged")
        os.truncate(file, 0)
        self.both("damaged")

    def test_a_database_damaged_within(self):
        self.keep()
        file = self.folder / "results.sqlite"
        bytes_ = bytearray(file.read_bytes())
        bytes_[4096:] = b"\xa5" * (len(bytes_) - 4096)
        file.write_bytes(bytes_)
        self.both("damaged")

    def test_a_folder_where_only_root_may_write_or_nobody(self):
        self.refused(4, "writing failed", "run", self.scenario, *ENDLESS, "-o",
                     "/proc/meesterplan")

    def test_a_disk_that_fills_up_while_keeping_loses_nothing(self):
        self.keep("--name", "a")
        old = self.content(self.folder)
        size = len(old["results.sqlite"])
        for limit in (70_000, size - 5000, size + 5000):
            ended = self.keep("--name", "b", code=4, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertIn("Target helft", ended.stdout)  # the answer is not lost
            self.assertIn("failed", ended.stderr)
            self.assert_holds_only(self.folder, old)

    def test_killed_while_writing_loses_nothing(self):
        self.keep("--name", "a")
        old = self.content(self.folder)
        process = start("run", self.scenario, "--replicates", 60, "-o", self.folder, "--name", "b",
                        stdout=-1, stderr=-1)
        while process.poll() is None and not any(self.folder.glob("series.csv.new-*")):
            pass
        process.kill()
        process.communicate()
        now = self.content(self.folder)
        if process.returncode == 0:
            self.skipTest("it was done before it could be killed")
        self.assertEqual({name: now[name] for name in old}, old)
        self.assert_ends(run("verify", self.folder), 0)
        self.keep("--name", "b")
        self.assertEqual(sorted(self.content(self.folder)), sorted(old))

    def test_a_read_only_database_can_be_read(self):
        self.keep()
        (self.folder / "results.sqlite").chmod(0o444)
        self.folder.chmod(0o555)
        try:
            self.assert_ends(run("why", self.folder), 0)
        finally:
            self.folder.chmod(0o755)


class AtOnce(Project):
    def test_processes_that_write_one_folder_lose_nothing(self):
        names = [f"run {number}" for number in range(6)]
        processes = [start("run", self.scenario, "--replicates", 40, "--seed", number, "-o",
                           self.folder, "--name", name, stdout=-1, stderr=-1)
                     for number, name in enumerate(names)]
        told = [process.communicate(timeout=120)[1] for process in processes]
        self.assertEqual([process.returncode for process in processes], [0] * len(names), told)
        self.assertEqual(sorted(self.rows(self.folder, "SELECT name, seed FROM run")),
                         [(name, number) for number, name in enumerate(names)])
        self.assertEqual({path.suffix for path in self.folder.iterdir()}, {".sqlite", ".csv"})
        with open(self.folder / "runs.csv", encoding="utf-8", newline="") as file:
            self.assertEqual(sorted(row["run"] for row in csv.DictReader(file)), names)
        self.assert_ends(run("verify", self.folder), 0)

    def test_one_of_two_of_the_same_name_is_refused(self):
        processes = [start("run", self.scenario, "--replicates", 2000, "--seed", number, "-o",
                           self.folder, stdout=-1, stderr=-1) for number in (1, 2)]
        for process in processes:
            process.communicate(timeout=120)
        codes = [process.returncode for process in processes]
        self.assertEqual(sorted(codes), [0, 4])
        self.assertEqual(self.rows(self.folder, "SELECT seed FROM run"), [(1 + codes.index(0),)])

    def test_whoever_is_kept_waiting_is_told_by_whom(self):
        self.keep()
        old = self.content(self.folder)
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            self.assert_ends(run("why", self.folder), 0)
            begun = time.monotonic()
            ended = run("run", self.scenario, *ENDLESS, "-o", self.folder, "--name", "b")
            self.assertGreater(time.monotonic() - begun, 5)
        finally:
            os.close(descriptor)
        self.assert_ends(ended, 4)
        self.assertIn("another meesterplan is writing in this folder", ended.stderr)
        self.assert_holds_only(self.folder, old)

if __name__ == "__main__":
    unittest.main()
