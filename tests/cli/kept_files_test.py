"""What a project folder holds: as CSV what JSON tells, and as formats.md says."""

import csv
import io
import json
import time
import unittest

from common import ROOT, Project


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
            (table not in ("target_year", "first_met", "target_dot") or column != "target") and
            (table not in ("policy_size", "policy_price", "policy_limit", "policy_effect") or column != "policy")]
        self.assertEqual([row[:2] for row in documented], found)
        self.assertEqual([row for row in documented if not row[2]], [])
        self.assertEqual(self.rows(self.folder, "PRAGMA application_id"), [(1297108046,)])
        self.assertEqual(self.rows(self.folder, "PRAGMA user_version"), [(3,)])
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

    def read(self, name, form="rfc"):
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
            for key in ("bound_exact", "definition_nl", "definition_en", "by_year", "first_met",
                        "dots"):
                row.pop(key)
        for row in flat["drivers.csv"]:
            row["low"], row["high"] = row.pop("interval")
        for name, key in (("target_years.csv", "by_year"), ("first_met.csv", "first_met")):
            flat[name] = [{"target": target["name"], "unit": target["unit"], **year}
                          for target in document["targets"] for year in target[key]]
        flat["target_dots.csv"] = [
            {"target": target["name"], "unit": target["unit"], "dot": dot, "value": value}
            for target in document["targets"] for dot, value in enumerate(target["dots"])]
        flat["inputs.csv"] = document["provenance"]["inputs"]
        return flat

    def test_csv_holds_what_json_does(self):
        for form in ("rfc", "nl"):
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
            if path.name in ("known.csv", "budgets.csv", "history.csv", "questions.csv") or path.name.startswith("polic"):
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
