"""Kept runs: several in a folder, asked again, redone, and beside them as CSV."""

import contextlib
import csv
import fcntl
import io
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import time
import unittest

from common import ENDLESS, ROOT, SCENARIO, SCHOOL, CommandTest, run, start


class Project(CommandTest):
    """A project of its own: a school, and a folder for what is kept of it."""

    def setUp(self):
        super().setUp()
        self.project = self.scratch / "project"
        shutil.copytree(SCHOOL, self.project / "school")
        self.scenario = self.project / "school" / "scenario.toml"
        self.folder = self.project / "out"

    def keep(self, *arguments, replicates=60, code=0, **options):
        """Keeps a run of the project; the command, ended."""
        ended = run("run", self.scenario, "--replicates", replicates, "-o", self.folder,
                    *arguments, **options)
        self.assert_ends(ended, code)
        return ended

    def change(self, sql):
        """Changes the database."""
        with contextlib.closing(sqlite3.connect(self.folder / "results.sqlite")) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute(sql)
            database.commit()


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
        self.assertIn("cannot be read", ended.stdout)

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

    def test_another_version_is_told(self):
        self.keep()
        self.assertNotIn("kept by", self.verify(0).stdout)
        self.change("UPDATE run SET version = '0.0.7'")
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


class Formats(Project):
    """docs/formats.md says what is in a folder."""

    def documented(self, head, width):
        """The rows of the table of formats.md under a header row, without the marks."""
        text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
        rows = text.split(head)[1].split("\n\n")[0].splitlines()[2:]
        return [[cell.strip().strip("`") for cell in row.strip("| ").split("|")[:width]]
                for row in rows]

    def test_every_column_of_the_database(self):
        self.keep()
        documented = self.documented("| table | column | unit | meaning |", 3)
        found = [[table, column] for table, in self.rows(
            self.folder, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
            for _, column, *_ in self.rows(self.folder, f"PRAGMA table_info({table})")
            if [table, column] != ["run", "row"] and
            (table == "run" or column not in ("run", "row")) and
            (table not in ("target_year", "first_met") or column != "target")]
        self.assertEqual([row[:2] for row in documented], found)
        self.assertEqual([row for row in documented if not row[2]], [])
        self.assertEqual(self.rows(self.folder, "PRAGMA application_id"), [(1297108046,)])
        self.assertEqual(self.rows(self.folder, "PRAGMA user_version"), [(1,)])
        self.assertEqual(self.rows(self.folder, "PRAGMA journal_mode"), [("delete",)])

    def test_every_file(self):
        self.keep()
        documented = self.documented("| file | table | other columns |", 1)
        self.assertEqual(sorted([name for name, in documented] + ["results.sqlite"]),
                         sorted(self.content(self.folder)))

    def test_the_example_of_a_query(self):
        self.keep()
        text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
        rows = self.rows(self.folder, text.split("```sql\n")[1].split("```")[0])
        self.assertEqual(rows[0][:4], ("Toetsschool", "helft", "all", 2030))


class Csv(Project):
    LISTS = {"targets.csv": "targets", "series.csv": "series", "flows.csv": "flows",
             "drivers.csv": "drivers"}

    def read(self, name, form="rfc4180"):
        """The rows of a CSV file, numbers as numbers and nothing as None."""
        encoding, separator = ("utf-8-sig", ";") if form == "nl" else ("utf-8", ",")
        text = (self.folder / name).read_bytes().decode(encoding)
        self.assertTrue(text.endswith("\r\n"))
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
        return [{key: self.value(cell, form) for key, cell in row.items()} for row in rows]

    @staticmethod
    def value(cell, form):
        if cell == "":
            return None
        try:
            return float(cell.replace(",", ".") if form == "nl" else cell)
        except ValueError:
            return cell

    def flat(self, document):
        """The lists of a JSON document as the rows of the CSV files."""
        flat = {name: [dict(row) for row in document[part]] for name, part in self.LISTS.items()}
        for row in flat["targets.csv"]:
            row["target"] = row.pop("name")
            row["ci_low"], row["ci_high"] = row.pop("ci95")
            chance = row.pop("chance") or {}
            row["chance_probability"] = chance.get("probability")
            row["chance_standard_error"] = chance.get("standard_error")
            shortfall = row.pop("shortfall") or {}
            for key in ("mean", "p10", "p50", "p90", "per_year", "measure"):
                row[f"shortfall_{key}"] = shortfall.get(key)
            for key in ("bound_exact", "definition_nl", "definition_en", "by_year", "first_met"):
                row.pop(key)
        for row in flat["drivers.csv"]:
            row["low"], row["high"] = row.pop("interval")
        for name, key in (("target_years.csv", "by_year"), ("first_met.csv", "first_met")):
            flat[name] = [{"target": target["name"], "unit": target["unit"], **year}
                          for target in document["targets"] for year in target[key]]
        flat["inputs.csv"] = document["provenance"]["inputs"]
        return flat

    def test_csv_holds_what_json_does(self):
        for form in ("rfc4180", "nl"):
            ended = self.keep("--json", "--csv", form, "--overwrite")
            flat = self.flat(json.loads(ended.stdout))
            for name, wanted in flat.items():
                with self.subTest(form=form, name=name):
                    found = self.read(name, form)
                    self.assertGreater(len(found), 0)
                    for row in found:
                        self.assertEqual(row.pop("run"), "Toetsschool")
                        row.pop("path", None)
                    numbers = [{key: float(cell) if isinstance(cell, (int, float)) else
                                self.value(cell or "", "") for key, cell in row.items()}
                               for row in wanted]
                    self.assertEqual(found, numbers)

    def test_every_file_holds_all_runs(self):
        self.keep("--name", "a")
        self.keep("--name", "b", "--seed", 8)
        for path in self.folder.glob("*.csv"):
            rows = self.read(path.name)
            if path.name == "known.csv":
                continue
            self.assertEqual({row["run"] for row in rows}, {"a", "b"}, path.name)
        self.assertEqual([(row["run"], row["seed"]) for row in self.read("runs.csv")],
                         [("a", 7.0), ("b", 8.0)])
        self.keep("--name", "a", "--overwrite", "--csv", "nl")
        self.assertEqual([row["run"] for row in self.read("runs.csv", "nl")], ["b", "a"])

    def test_a_name_is_no_formula(self):
        self.keep("--name", '=HYPERLINK("http://x","y")')
        text = (self.folder / "runs.csv").read_text(encoding="utf-8")
        self.assertIn('"\'=HYPERLINK(""http://x"",""y"")"', text)

    def test_dates_and_settings_are_kept(self):
        before = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self.keep("--seed", 5)
        kept_at = self.read("runs.csv")[0]["kept_at"]
        self.assertLessEqual(before, kept_at)
        self.assertRegex(kept_at, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual([(row["key"], row["value"]) for row in self.read("settings.csv")],
                         [("replicates", 60.0), ("seed", 5.0)])


if __name__ == "__main__":
    unittest.main()
