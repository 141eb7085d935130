"""The spring table as people get it: text, JSON and CSV tell the same, and never more than they may."""

import csv
import io
import json
import re
import unittest

import jsonschema

from common import ROOT, SCENARIO, CommandTest, run

FORMATIE = str(ROOT / "tests" / "regression" / "formatie" / "scenario.toml")
BLOCKS = {"nl": ("Wat er nodig is", "Wie er gaat en komt", "Gaten in het schooljaar", "Lessen in"),
          "en": ("What is needed", "Who goes and comes", "Holes in the school year", "Lessons in")}
IDENTITY = ("scenario", "settings", "seed", "replicates", "result_hash", "year", "level", "school", "unit")


def blocks(text):
    """The lines of the text, block by block; empty lines part them."""
    return [part.splitlines() for part in text.split("\n\n")]


class Staffing(CommandTest):
    def table(self, *arguments):
        """What the command prints when all goes well."""
        ended = run("staffing", *arguments, "--quiet", cwd=ROOT)
        self.assert_ends(ended, 0)
        return ended.stdout

    def document(self, *arguments):
        document = json.loads(self.table(*arguments, "--json"))
        schema = ROOT / "sim" / "output" / "meesterplan.staffing.schema.json"
        jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(document)
        return document

    def rows(self, text, separator=","):
        return list(csv.DictReader(io.StringIO(text), delimiter=separator))

    def test_both_names_of_the_command_are_one(self):
        dutch = run("formatie", FORMATIE, "--quiet", "--lang", "nl")
        self.assert_ends(dutch, 0)
        self.assertEqual(dutch.stdout, self.table(FORMATIE, "--lang", "nl"))

    def test_every_block_fits_in_a_hundred_columns(self):
        for language, titles in BLOCKS.items():
            for scenario in ("scenarios/ongewijzigd-beleid.toml", FORMATIE, SCENARIO):
                with self.subTest(language=language, scenario=scenario):
                    text = self.table(scenario, "--lang", language, "--replicates", 2000)
                    for title in titles:
                        self.assertIn("\n" + title, text)
                    tables = [line for lines in blocks(text)[1:-1] for line in lines]
                    self.assertLessEqual(max(map(len, tables)), 100)

    def test_dutch_and_english_tell_the_same_figures(self):
        def figures(language):
            text = self.table(FORMATIE, "--lang", language)
            return re.findall(r"\d+", text.split("leest" if language == "nl" else "read this")[0])

        self.assertEqual(figures("nl"), figures("en"))

    def test_threads_change_no_byte(self):
        answers = {self.table(FORMATIE, "--json", "--threads", threads) for threads in (1, 2, 5)}
        self.assertEqual(len(answers), 1)

    def test_it_is_made_of_the_run(self):
        run_of = json.loads(run("run", FORMATIE, "--json", "--quiet").stdout)
        document = self.document(FORMATIE)
        self.assertEqual(document["provenance"], run_of["provenance"])
        series = {(row["level"], row["unit"], row["metric"], row["year"]): row
                  for row in run_of["series"]}
        for row in document["rows"]:
            unit = (row["level"], row["unit"])
            self.assertEqual(row["demand"], series[*unit, "demand", 2026]["mean"])
            if row["needs_only"]:
                continue
            exits = series[*unit, "exits", 2026]
            certain = row["certain"]["leavers"]["heads"]
            self.assertAlmostEqual(row["other_leavers"]["mean"] + certain, exits["mean"])
            self.assertEqual(row["other_leavers"]["p90"] + certain, exits["p90"])
            self.assertEqual(row["vacancies"]["p10"], series[*unit, "vacancies", 2026]["p10"])

    def test_json_and_both_csv_tell_the_same(self):
        document = self.document(FORMATIE)
        rfc = self.rows(self.table(FORMATIE, "--csv", "rfc"))
        text = self.table(FORMATIE, "--csv", "nl")
        self.assertEqual(text[0], "\ufeff")
        dutch = self.rows(text[1:], ";")
        self.assertEqual(len(rfc), len(document["rows"]))
        for row, plain, comma in zip(document["rows"], rfc, dutch):
            self.assertEqual(plain, {name: value.replace(",", ".") for name, value in comma.items()})
            self.assertEqual((plain["level"], plain["unit"]), (row["level"], row["unit"]))
            self.assertAlmostEqual(float(plain["demand"]), row["demand"], places=3)
            if row["needs_only"]:
                continue
            self.assertEqual(int(plain["leavers"]), row["certain"]["leavers"]["heads"])
            self.assertEqual(int(plain["hole_pension_age"]), row["holes"]["pension_age"]["heads"])
            causes = [int(value) for name, value in plain.items()
                      if name.startswith("leavers_") and not name.endswith("fte")]
            self.assertEqual(sum(causes), row["certain"]["leavers"]["heads"])

    def test_a_small_section_and_the_one_beside_it_tell_their_needs_only(self):
        document = self.document(FORMATIE)
        small = [row for row in document["rows"] if row["needs_only"]]
        self.assertEqual([row["unit"] for row in small], ["A_kunst", "A_latijn"])
        for row in small:
            told = {name for name, value in row.items() if value not in (None, True)}
            self.assertEqual(told, {"level", "unit", "school", "demand_now", "demand"})
        for row in self.rows(self.table(FORMATIE, "--csv", "rfc")):
            told = {name for name, value in row.items() if value} - set(IDENTITY)
            self.assertEqual(told == {"needs_only", "demand_now", "demand"},
                             row["unit"] in ("A_kunst", "A_latijn"))
        lines = [line for line in self.table(FORMATIE).splitlines()
                 if re.match(r" +A_(kunst|latijn)\b", line)]
        self.assertEqual([len(line.split()) for line in lines], [2, 2])
        known = json.loads(run("run", FORMATIE, "--json", "--quiet").stdout)["known"]
        self.assertEqual({row["unit"] for row in known if row["level"] == "section"}
                         & {"A_kunst", "A_latijn"}, set())

    def test_no_output_names_a_person(self):
        people = (ROOT / "tests" / "regression" / "formatie" / "people.csv").read_text("utf-8")
        ids = set(re.findall(r"^(F\d\d\d);", people, re.M))
        self.assertEqual(len(ids), 27)
        for arguments in ([], ["--json"], ["--csv", "rfc"]):
            words = set(re.findall(r"\w+", self.table(FORMATIE, *arguments)))
            self.assertEqual(words & ids, set())

    def test_another_year(self):
        self.assertEqual(self.document(FORMATIE)["year"], 2026)
        later = self.document(FORMATIE, "--year", 2027)
        self.assertEqual(later["year"], 2027)
        whole = later["rows"][0]["certain"]
        causes = {row["cause"] for row in whole["known"] if row["event"] == "leaves"}
        self.assertEqual(causes, {"leaves_profession", "replacement_ended", "retirement"})
        last = self.document(FORMATIE, "--year", 2030)
        self.assertIsNone(last["rows"][0]["holes"])
        self.assertTrue(any("--years" in note["message_en"] for note in last["notes"]))
        for year in (2025, 2031):
            ended = run("staffing", FORMATIE, "--year", year)
            self.assert_ends(ended, 2)
            self.assertIn("2026 to 2030", ended.stderr)
            self.assertEqual(ended.stdout, "")

    def test_the_table_is_kept(self):
        path = self.scratch / "new" / "formatie.csv"
        ended = run("staffing", FORMATIE, "-o", path, "--csv", "nl", "--lang", "nl")
        self.assert_ends(ended, 0)
        self.assertIn("Wat er nodig is", ended.stdout)
        self.assertIn(f"Bewaard: {path}", ended.stderr)
        before = path.read_bytes()
        self.assertTrue(before.startswith(b"\xef\xbb\xbfscenario;"))
        self.assertEqual(before.count(b"\r\n"), before.count(b"\n"))
        self.assertEqual(before.decode("utf-8").replace("\r\n", "\n"),
                         self.table(FORMATIE, "--csv", "nl"))
        occupied = run("staffing", FORMATIE, "-o", path)
        self.assert_ends(occupied, 4)
        self.assertIn("--overwrite", occupied.stderr)
        self.assertEqual(occupied.stdout, "")
        self.assertEqual(path.read_bytes(), before)
        self.assert_ends(run("staffing", FORMATIE, "-o", path, "--overwrite", "--json"), 0)
        self.assertEqual(json.loads(path.read_text(encoding="utf-8"))["schema"],
                         "meesterplan.staffing/1")
        self.assertEqual([kept.name for kept in path.parent.iterdir()], ["formatie.csv"])

    def test_other_files_in_the_folder_do_not_matter(self):
        (self.scratch / "brief.txt").write_text("hier\n")
        self.assert_ends(run("staffing", FORMATIE, "-o", self.scratch / "tabel.csv"), 0)
        self.assertEqual({path.name for path in self.scratch.iterdir()}, {"brief.txt", "tabel.csv"})

    def test_what_cannot_be_meant(self):
        for arguments in (["--csv", "excel"], ["--csv", "nl", "--json"], ["--year", "volgend"],
                          ["-o", f"{self.scratch}/"], ["-o", ""], ["-o", "--json"]):
            with self.subTest(arguments=arguments):
                ended = run("staffing", FORMATIE, *arguments)
                self.assert_ends(ended, 2)
                self.assertEqual(ended.stdout, "")
        self.assert_ends(run("staffing", FORMATIE, "-o", self.scratch, "--overwrite"), 4)
        self.assert_ends(run("run", FORMATIE, "--year", 2026), 2)

    def test_without_what_it_asks_it_says_why(self):
        path = self.scratch / "none.toml"
        path.write_text(f'extends = "{FORMATIE}"\n[record]\nmetrics = ["heads"]\n',
                        encoding="utf-8")
        text = self.table(path)
        self.assertIn("What a section needs was not reckoned", text)
        self.assertIn("The number of vacancies is not told", text)
        row = self.document(path)["rows"][0]
        self.assertIsNone(row["demand"])
        self.assertEqual(row["certain"]["leavers"]["heads"], 3)


if __name__ == "__main__":
    unittest.main()
