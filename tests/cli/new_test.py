"""`meesterplan new`: a project that runs at once, whole or not at all."""

import os
import resource
import shutil
import tomllib
import unittest

from common import CommandTest, environment, run


def files_of(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


class New(CommandTest):
    def test_it_runs_at_once_in_both_languages_from_anywhere(self):
        for language, readme, target in (("nl", "LEESMIJ.md", "Doel masters"),
                                         ("en", "README.md", "Target masters")):
            with self.subTest(language=language):
                folder = self.scratch / language
                ended = run("new", folder, "--lang", language)
                self.assert_ends(ended, 0)
                self.assertEqual(ended.stdout, "")
                self.assertIn(f"meesterplan run {folder}/scenario.toml", ended.stderr)
                self.assertIn(readme, files_of(folder))
                moved = self.scratch / f"moved {language}"
                folder.rename(moved)
                scenarios = sorted(moved.glob("*.toml"))
                self.assertEqual(len(scenarios), 4)
                for scenario in scenarios:
                    self.assert_ends(run("check", scenario, cwd="/"), 0)
                ended = run("run", moved / "scenario.toml", "--replicates", 20, "--lang", language,
                            cwd="/")
                self.assert_ends(ended, 0)
                self.assertIn(target, ended.stdout)

    def test_what_ifs_differ_from_the_scenario(self):
        folder = self.scratch / "p"
        self.assert_ends(run("new", folder), 0)
        for scenario in folder.glob("*.toml"):
            content = tomllib.loads(scenario.read_text(encoding="utf-8"))
            base = "landelijk/landelijk.toml" if scenario.name == "scenario.toml" else "scenario.toml"
            self.assertEqual(content["extends"], base)

    def test_its_tables_open_in_a_dutch_spreadsheet(self):
        folder = self.scratch / "p"
        self.assert_ends(run("new", folder), 0)
        for table in (folder / "school").glob("*.csv"):
            with self.subTest(table=table.name):
                # Plain ASCII needs no byte order mark; Dutch Excel splits at semicolons.
                text = table.read_bytes().decode("ascii")
                lines = text.splitlines()
                self.assertGreater(len(lines), 1)
                self.assertEqual({line.count(";") for line in lines}, {lines[0].count(";")})

    def test_an_empty_folder_is_filled_where_it_is(self):
        folder = self.scratch / "leeg"
        folder.mkdir()
        before = folder.stat().st_ino
        self.assert_ends(run("new", ".", cwd=folder), 0)
        self.assertEqual(folder.stat().st_ino, before)
        other = self.scratch / "nieuw"
        self.assert_ends(run("new", str(other) + "/"), 0)
        self.assertEqual(files_of(folder), files_of(other))
        self.assertEqual(sorted(os.listdir(self.scratch)), ["leeg", "nieuw"])
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(other.stat().st_mode & 0o777, 0o777 & ~mask)

    def test_what_is_there_is_left_alone(self):
        folder = self.scratch / "vol"
        folder.mkdir()
        (folder / "eigen.txt").write_text("van mij", encoding="utf-8")
        ended = run("new", folder, "--lang", "nl")
        self.assert_ends(ended, 4)
        self.assertIn("hier staat al iets", ended.stderr)
        self.assertEqual(files_of(folder), ["eigen.txt"])
        for place, told in ((folder / "eigen.txt", "Not a directory"),
                            (folder / "a" / "b", "No such file")):
            ended = run("new", place)
            self.assert_ends(ended, 4)
            self.assertIn(told, ended.stderr)
        self.assertEqual(files_of(folder), ["eigen.txt"])

    def test_a_disk_that_fails_leaves_nothing(self):
        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))
        empty = self.scratch / "leeg"
        empty.mkdir()
        for folder in (self.scratch / "nieuw", empty):
            with self.subTest(folder=folder.name):
                ended = run("new", folder, preexec_fn=small)
                self.assert_ends(ended, 4)
                self.assertIn("File too large", ended.stderr)
        self.assertEqual(os.listdir(self.scratch), ["leeg"])
        self.assertEqual(os.listdir(empty), [])

    def test_without_a_folder_it_says_what_to_do(self):
        ended = run("new", env=environment(LANG="nl_NL.UTF-8"))
        self.assert_ends(ended, 2)
        self.assertIn("meesterplan new mijn-school", ended.stderr)

    def test_a_copy_of_the_program_alone_is_enough(self):
        program = self.scratch / "bin" / "meesterplan"
        program.parent.mkdir()
        shutil.copy(os.environ["MEESTERPLAN"], program)
        import subprocess
        done = subprocess.run([program, "new", self.scratch / "p"], env=environment(), check=False,
                              capture_output=True, text=True, timeout=60)
        self.assert_ends(done, 0)


if __name__ == "__main__":
    unittest.main()
