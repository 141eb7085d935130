"""`meesterplan report`: kept runs as a page to share."""

import csv
import json
import re
import unittest
import zipfile

from common import ROOT, Project, run

HAS_PAGE = "built without the page" not in run("report", "none", "-o", "x.html").stderr


def document_in(path):
    """What the script element of a page holds."""
    html = path.read_text(encoding="utf-8")
    begin = '<script type="application/json" id="report">'
    return json.loads(html.split(begin)[1].split("</script>")[0])


class Report(Project):
    def setUp(self):
        super().setUp()
        self.page = self.scratch / "report.html"

    def report(self, *arguments, code=0, place=None, **options):
        ended = run("report", place or self.folder, "-o", self.page, *arguments, **options)
        self.assert_ends(ended, code)
        return ended

    def refused(self, words, *arguments, code=3, **options):
        """That the command ends so, says these words in both languages, and writes nothing."""
        for language, text in zip(("nl", "en"), words):
            ended = self.report(*arguments, "--lang", language, code=code, **options)
            self.assertIn(text, ended.stderr)
            self.assertEqual(ended.stdout, "")
        self.assertFalse(self.page.exists())


class Workbook(Report):
    def test_the_plan_by_section_is_for_hr(self):
        self.keep()
        book = self.scratch / "report.xlsx"
        for reader in ("hr", "board", "council", "region"):
            self.assert_ends(run("report", self.folder, "-o", book, "--for", reader, "--lang", "en", "--overwrite"), 0)
            with zipfile.ZipFile(book) as archive:
                names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
            plan = {"Staffing", "Table 3", "Table 4", "Study plan", "Open questions"}
            self.assertEqual(plan & set(names), plan if reader == "hr" else set(), reader)


@unittest.skipUnless(HAS_PAGE, "built without the page")
class Page(Report):
    def test_the_board_reads_dutch_unless_told(self):
        self.keep()
        self.assertIn("Written", self.report().stderr)
        document = document_in(self.page)
        self.assertEqual((document["schema"], document["reader"], document["lang"]),
                         ("meesterplan.report/1", "board", "nl"))
        result = document["runs"][0]["result"]
        self.assertEqual({row["level"] for row in result["series"]}, {"total"})
        self.assertEqual(result["notes"], [])
        self.report("--lang", "en", "--overwrite")
        self.assertEqual(document_in(self.page)["lang"], "en")

    def test_each_reader_has_a_report(self):
        self.keep()
        for reader, levels in (("board", {"total"}), ("bestuur", {"total"}), ("hr", {"total", "school", "section"}),
                               ("region", {"total"})):
            self.report("--for", reader, "--overwrite")
            document = document_in(self.page)
            found = {row["level"] for row in document["runs"][0]["result"]["series"]}
            self.assertLessEqual(found, levels | {"school", "subject"} if reader == "region" else levels, reader)
            self.assertEqual(document["staffing"] is not None, reader == "hr")

    def test_runs_stand_side_by_side_in_the_order_asked(self):
        self.keep("--name", "a")
        self.keep("--name", "b", "--seed", 9)
        self.report()
        self.assertEqual([one["name"] for one in document_in(self.page)["runs"]], ["a", "b"])
        self.report("--run", "b", "--run", "a", "--overwrite")
        self.assertEqual([one["name"] for one in document_in(self.page)["runs"]], ["b", "a"])

    def test_runs_of_several_folders(self):
        self.keep("--name", "a")
        other = self.scratch / "other"
        self.assert_ends(run("run", self.scenario, "--replicates", 60, "-o", other, "--name", "b"), 0)
        ended = run("report", self.folder, other, "-o", self.page)
        self.assert_ends(ended, 0)
        self.assertEqual([one["name"] for one in document_in(self.page)["runs"]], ["a", "b"])

    def test_the_numbers_are_those_of_the_run(self):
        kept = json.loads(self.keep("--json").stdout)
        self.report("--for", "hr")
        result = document_in(self.page)["runs"][0]["result"]
        rows = {(row["metric"], row["level"], row["unit"], row["year"]): row for row in kept["series"]}
        self.assertGreater(len(result["series"]), 100)
        for row in result["series"]:
            told = rows[row["metric"], row["level"], row["unit"], row["year"]]
            # What does not apply is null there, and left out here.
            self.assertEqual(row, {name: value for name, value in told.items() if value is not None})
        self.assertEqual(result["provenance"]["result_hash"] if "result_hash" in result["provenance"]
                         else result["result_hash"], kept["provenance"].get("result_hash", kept.get("result_hash")))

    def test_no_key_of_a_person_is_in_any_report(self):
        with open(ROOT / "data/voorbeeldlyceum/people.csv", encoding="utf-8-sig", newline="") as file:
            keys = [row[0] for row in csv.reader(file, delimiter=";")][1:]
        self.assertGreater(len(keys), 100)
        folder = self.scratch / "lyceum"
        self.assert_ends(run("run", ROOT / "scenarios/kosten.toml", "--replicates", 100, "-o", folder), 0)
        for reader in ("board", "council", "hr", "region"):
            self.report("--for", reader, "--overwrite", place=folder)
            report = self.page.read_text(encoding="utf-8").split('id="report">')[1]
            self.assertEqual([key for key in keys if f'"{key}"' in report], [], reader)
            self.assertLess(self.page.stat().st_size, 1_500_000, reader)

    def test_the_council_reads_of_clusters_and_not_of_sections(self):
        folder = self.scratch / "lyceum"
        self.assert_ends(run("run", ROOT / "scenarios/kosten.toml", "--replicates", 50, "-o", folder), 0)
        self.report("--for", "council", place=folder)
        document = document_in(self.page)
        series = document["runs"][0]["result"]["series"]
        clusters = {row["unit"] for row in series if row["level"] == "cluster"}
        self.assertLessEqual({"exact", "talen"}, clusters)
        self.assertEqual(document["hidden"]["threshold"], 5)
        for row in series:
            if row["level"] == "cluster" and row["metric"] == "heads" and row["year"] == 2025:
                self.assertGreaterEqual(row["mean"], 5)

    def test_names_stay_text(self):
        name = "</script><script>alert(1)</script> & \"zo\" \U0001f393 \u202e"
        self.keep("--name", name, "--set", f"name={name}")
        self.report()
        html = self.page.read_text(encoding="utf-8")
        self.assertNotIn("<script>alert", html)
        self.assertEqual(document_in(self.page)["runs"][0]["name"], name)
        self.assertEqual(document_in(self.page)["runs"][0]["result"]["scenario"], name)

    def test_an_earlier_report_is_not_overwritten_unasked(self):
        self.keep()
        self.page.write_text("mine")
        ended = self.report(code=4)
        self.assertIn("--overwrite", ended.stderr)
        self.assertEqual(self.page.read_text(), "mine")
        self.report("--overwrite")
        self.assertIn("<!doctype html>", self.page.read_text(encoding="utf-8")[:20])


@unittest.skipUnless(HAS_PAGE, "built without the page")
class Refused(Report):
    def test_no_folder(self):
        self.refused(("none: lezen", "none: reading failed"), place=self.scratch / "none")

    def test_a_folder_without_runs(self):
        (self.scratch / "empty").mkdir()
        self.refused(("geen run bewaard", "no run is kept"), place=self.scratch / "empty")

    def test_a_run_of_a_newer_version(self):
        self.keep()
        self.change("PRAGMA user_version = 9")
        self.refused(("nieuwere meesterplan", "newer meesterplan"))

    def test_half_written(self):
        self.keep()
        path = self.folder / "results.sqlite"
        path.write_bytes(path.read_bytes()[:20000])
        self.refused(("beschadigd", "damaged"))

    def test_changed_afterwards(self):
        self.keep()
        self.change("UPDATE target SET probability = 0.9")
        self.refused(("veranderd nadat", "was changed after"))

    def test_other_years(self):
        self.keep("--name", "a")
        self.keep("--name", "b", "--years", 6)
        self.refused(("niet naast elkaar", "cannot stand side by side"))

    def test_other_sections(self):
        self.keep("--name", "a")
        folder = self.scratch / "lyceum"
        years = self.rows(self.folder, "SELECT start, years FROM run")[0]
        self.assert_ends(run("run", ROOT / "scenarios/basis.toml", "--replicates", 20, "-o", folder, "--set",
                             f"start={years[0]}", "--years", years[1]), 0)
        for language, words in (("nl", "andere scholen of secties"), ("en", "other schools or sections")):
            ended = run("report", self.folder, folder, "-o", self.page, "--lang", language)
            self.assert_ends(ended, 3)
            self.assertIn(words, ended.stderr)

    def test_too_many_runs(self):
        for name in "abcde":
            self.keep("--name", name)
        self.refused(("hoogstens 4", "at most 4"), code=2)

    def test_an_unknown_run(self):
        self.keep()
        self.refused(("die run is er niet (wel: Toetsschool)", "no such run (but: Toetsschool)"), "--run", "b", code=2)

    def test_a_run_named_twice(self):
        self.keep()
        self.refused(("twee keer", "twice"), "--run", "Toetsschool", "--run", "Toetsschool", code=2)

    def test_other_staff_outside_hr(self):
        self.keep("--name", "a")
        people = self.project / "school" / "people.csv"
        lines = people.read_text(encoding="utf-8").splitlines(keepends=True)
        assignments = self.project / "school" / "assignments.csv"
        gone = lines.pop().split(lines[0][-0:] or ";")[0].split(",")[0].split(";")[0]
        people.write_text("".join(lines), encoding="utf-8")
        kept = [line for line in assignments.read_text(encoding="utf-8").splitlines(keepends=True)
                if line.replace(",", ";").split(";")[0] != gone]
        assignments.write_text("".join(kept), encoding="utf-8")
        self.keep("--name", "b")
        self.refused(("ander personeel", "other staff"), "--for", "board")
        self.report("--for", "hr")

    def test_an_unwritable_place(self):
        self.keep()
        locked = self.scratch / "file"
        locked.write_text("")
        ended = run("report", self.folder, "-o", locked / "report.html")
        self.assert_ends(ended, 4)

    def test_what_is_no_report(self):
        self.keep()
        for arguments, words in ((["-o", "x.pdf"], ".xlsx"), ([], "-o"), (["-o", "x.html", "--for", "mr"], "council")):
            ended = run("report", self.folder, *arguments)
            self.assert_ends(ended, 2)
            self.assertIn(words, ended.stderr)
        self.assert_ends(run("report", "-o", "x.html"), 2)


if __name__ == "__main__":
    unittest.main()
