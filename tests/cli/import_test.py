"""`meesterplan import`: a school out of exports, whole or not at all, under pseudonyms."""

import csv
import json
import os
import resource
import stat
import subprocess
import unittest

from common import COMMAND, ROOT, CommandTest, environment, run, start

EXPORT = ROOT / "data" / "voorbeeldexport"
FILES = [EXPORT / "personeel.xlsx", "--inzet", EXPORT / "rooster.csv", "--diplomas", EXPORT / "diplomas.xlsx"]
WRITTEN = ["assignments.csv", "import.txt", "people.csv", "questions.csv", "rejects.csv", "schools.csv", "sections.csv"]
SMALL = "personeelsnummer;geboortejaar;datum in dienst;type contract;wtf;sectie\n7;1980;1-8-2010;vast;1;Engels\n"


class Import(CommandTest):
    def setUp(self):
        super().setUp()
        self.key = self.scratch / "a.key"
        self.folder = self.scratch / "school"

    def bring_in(self, *arguments, code=0, folder=None, files=None, env=None, **options):
        ended = run("import", *(files or FILES), "--start", 2025, "--key", self.key, "-o", folder or self.folder,
                    *arguments, env=env, **options)
        self.assert_ends(ended, code)
        return ended

    def small(self, text=SMALL, name="personeel.csv"):
        return [self.made(name, text)]

    def test_a_new_project_plays_with_it_at_once(self):
        project = self.scratch / "p"
        self.assert_ends(run("new", project), 0)
        ended = self.bring_in("--overwrite", folder=project / "school")
        self.assertIn(f"meesterplan check {project}/scenario.toml", ended.stderr)
        self.assert_ends(run("check", project / "scenario.toml"), 0)
        answer = run("run", project / "scenario.toml", "--replicates", 20)
        self.assert_ends(answer, 0)
        self.assertIn("Target masters", answer.stdout)

    def test_the_report_adds_up_and_is_kept(self):
        ended = self.bring_in()
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), WRITTEN)
        table = [line.split() for line in ended.stdout.splitlines() if line.startswith("  ") and line.rstrip()[-4:-3] == "."]
        totals = {" ".join(words[:-2]): (int(words[-2]), float(words[-1])) for words in table[:7]}
        whole = totals.pop("in the file")
        self.assertEqual(whole[0], sum(rows for rows, _ in totals.values()))
        self.assertAlmostEqual(whole[1], sum(fte for _, fte in totals.values()), places=6)
        self.assertIn("\"MO-B\"", ended.stdout)
        kept = (self.folder / "import.txt").read_text(encoding="utf-8")
        self.assertIn("Imported as of 1 October 2025", kept)
        self.assertNotIn("MO-B", kept)  # free text is shown and not kept

    def test_the_report_as_json_holds_the_same(self):
        report = json.loads(self.bring_in("--json").stdout)
        self.assertEqual(report["schema"], "meesterplan.import/1")
        fates = dict(report["employments"])
        self.assertEqual(fates.pop("all")["rows"], sum(total["rows"] for total in fates.values()))
        with open(self.folder / "rejects.csv", encoding="utf-8-sig", newline="") as file:
            kept = list(csv.DictReader(file))
        self.assertEqual([(row["line"], row["reason_en"]) for row in report["rejects"]],
                         [(int(row["line"]), row["reason"]) for row in kept])
        self.assertEqual(len(report["questions"]), 4)

    def test_the_same_key_gives_the_same_bytes_and_another_key_other_ids(self):
        self.bring_in()
        first = self.content(self.folder)
        self.bring_in("--overwrite")
        self.assertEqual(self.content(self.folder), first)
        self.key = self.scratch / "b.key"
        self.bring_in("--overwrite")
        ids = [self.ids(first["people.csv"]), self.ids((self.folder / "people.csv").read_bytes())]
        self.assertEqual(len(ids[0]), 129)
        self.assertFalse(ids[0] & ids[1])

    @staticmethod
    def ids(content):
        return {row["id"] for row in csv.DictReader(content.decode("utf-8-sig").splitlines())}

    def test_what_was_filled_in_is_kept(self):
        self.bring_in()
        sections = self.folder / "sections.csv"
        text = sections.read_text(encoding="utf-8")
        filled = text.replace(",wiskunde,VL01,exact,", ",wiskunde,VL01,exact,1.2") + "oud,Oud,oud,VL01,,0.5\r\n"
        self.assertNotEqual(filled, text)
        sections.write_text(filled, encoding="utf-8", newline="")
        schools = self.folder / "schools.csv"
        schools.write_text(schools.read_text().replace("VL01,,,", "VL01,Bestuur,Regio,5.6%"), newline="")
        ended = self.bring_in("--overwrite")
        self.assertIn("kept for 1 section", ended.stdout)
        self.assertIn("has that name any more: oud", " ".join(ended.stdout.split()))
        self.assertIn(",wiskunde,VL01,exact,1.2", sections.read_text(encoding="utf-8"))
        self.assertIn("VL01,Bestuur,Regio,5.6%", schools.read_text())

    def test_what_was_filled_in_and_cannot_be_read_stops_it(self):
        self.bring_in()
        sections = self.folder / "sections.csv"
        sections.write_text("naam;vacatures\nEngels;1,2\n")
        before = self.content(self.folder)
        ended = self.bring_in("--overwrite", code=3)
        self.assertIn("would be lost", ended.stderr)
        self.assertEqual(self.content(self.folder), before)

    def test_a_new_projects_example_gives_nothing_on(self):
        project = self.scratch / "p"
        self.assert_ends(run("new", project), 0)
        self.bring_in("--overwrite", folder=project / "school")
        with open(project / "school" / "sections.csv", encoding="utf-8-sig", newline="") as file:
            self.assertEqual({row["open_vacancies"] for row in csv.DictReader(file)}, {""})

    def test_the_key_is_the_owners_alone(self):
        ended = self.bring_in(files=self.small())
        self.assertIn("New key for pseudonyms", ended.stderr)
        self.assertEqual(stat.S_IMODE(self.key.stat().st_mode), 0o600)
        self.key.chmod(0o640)
        ended = self.bring_in("--overwrite", code=3, files=self.small())
        self.assertIn("chmod 600", ended.stderr)
        self.key.chmod(0o600)
        self.key.write_text("no key\n")
        ended = self.bring_in("--overwrite", code=3, files=self.small())
        self.assertIn("this is no key", ended.stderr)

    def test_the_usual_key_is_in_the_users_own_folder(self):
        home = environment(HOME=str(self.scratch / "home"))
        home.pop("XDG_CONFIG_HOME", None)
        ended = run("import", *self.small(), "--start", 2025, "-o", self.folder, env=home)
        self.assert_ends(ended, 0)
        key = self.scratch / "home" / ".config" / "meesterplan" / "pseudonym.key"
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        ended = run("import", *self.small(), "--start", 2025, "-o", self.scratch / "other", env={**home, "HOME": ""})
        self.assert_ends(ended, 2)
        self.assertIn("--key", ended.stderr)

    def test_two_at_once_share_one_new_key(self):
        files = self.small()
        both = [start("import", *files, "--start", 2025, "--key", self.key, "-o", self.scratch / name,
                      stdout=subprocess.PIPE, stderr=subprocess.PIPE) for name in "ab"]
        for process in both:
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0)
        self.assertEqual((self.scratch / "a" / "people.csv").read_bytes(), (self.scratch / "b" / "people.csv").read_bytes())

    def test_what_is_there_is_left_alone_unasked(self):
        self.folder.mkdir()
        (self.folder / "people.csv").write_text("mine\n")
        ended = self.bring_in(code=4)
        self.assertIn("--overwrite", ended.stderr)
        self.assertEqual((self.folder / "people.csv").read_text(), "mine\n")

    def test_wrong_input_leaves_nothing_behind(self):
        for name, files, part in (
                ("missing", [self.scratch / "no.xlsx"], "was not found"),
                ("no column", self.small("a;b\n1;2\n", "1.csv"), "this column is missing"),
                ("no teacher", self.small(SMALL.replace("1980", "2030"), "2.csv"), "no teacher in service is left"),
                ("no join", [*self.small(), "--inzet", self.made("r.csv", "docent;vak;klas;lessen\nX;netl;V4;3\n")],
                 "not one row belongs to anybody"),
                ("profile", [*self.small(), "--map", self.made("p.toml", "[contract]\nx = 'y'\n")], "is not a contract")):
            with self.subTest(name):
                ended = self.bring_in(code=3, files=files)
                self.assertIn(part, ended.stderr)
                self.assertEqual(ended.stdout, "")
                self.assertFalse(self.folder.exists())

    def made(self, name, text):
        path = self.scratch / name
        path.write_text(text)
        return path

    def test_a_full_disk_leaves_what_was_there(self):
        self.bring_in()
        before = self.content(self.folder)

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        process = subprocess.run([COMMAND, "import", *map(str, FILES), "--start", "2025", "--key", str(self.key), "-o",
                                  str(self.folder), "--overwrite"], env=environment(), preexec_fn=little_room,
                                 capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(process.returncode, 4, process.stderr)
        self.assertEqual(self.content(self.folder), before)

    @unittest.skipIf(os.geteuid() == 0, "root writes everywhere")
    def test_a_folder_that_cannot_be_written(self):
        locked = self.scratch / "locked"
        locked.mkdir(mode=0o500)
        self.bring_in(code=4, files=self.small(), folder=locked / "x")

    def test_what_the_command_line_must_have(self):
        for arguments, part in (([], "no file is named"), (["a.xlsx"], "no folder is named"),
                                (["a.xlsx", "-o", "x", "--start", "25"], "whole number from 1900"),
                                (["a.xlsx", "-o", "x", "--inzet", "--quiet"], "name of a file"),
                                (["a.xlsx", "-o", "x", "--seed", "3"], "no such option")):
            with self.subTest(arguments=arguments):
                ended = run("import", *arguments)
                self.assert_ends(ended, 2)
                self.assertIn(part, ended.stderr)


if __name__ == "__main__":
    unittest.main()
