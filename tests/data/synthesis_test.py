"""The example board and region are what `meesterplan synthesize` makes of their margins, and say what was published."""
import collections
import os
import pathlib
import subprocess
import tempfile
import unittest

import common

COMMAND = os.environ["MEESTERPLAN"]
FILES = ["assignments.csv", "people.csv", "schools.csv", "sections.csv"]
SHAPES = {"voorbeeldregio": (3000, 30, 10), "voorbeeldbestuur": (400, 4, 1)}  # teachers, schools, boards


def marked_rows(path):
    """Rows of a file with a byte order mark."""
    return [{key.removeprefix("\ufeff"): value for key, value in row.items()} for row in common.rows(path)]


class Synthesis(unittest.TestCase):
    def test_the_same_bytes_every_time(self):
        for name in SHAPES:
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([COMMAND, "synthesize", common.DATA / name / "margins.csv", "-o", folder, "--start", "2025",
                                "--seed", "1", "--lang", "nl", "--overwrite", "--quiet"], check=True, stdout=subprocess.DEVNULL)
                for file in FILES:
                    self.assertEqual((pathlib.Path(folder) / file).read_bytes(), (common.DATA / name / file).read_bytes(),
                                     f"{name}/{file}")

    def test_the_shrinking_region_is_what_its_script_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "krimp.csv"
            script = common.DATA / "voorbeeldregio" / "krimp.py"
            subprocess.run([os.sys.executable, "-B", script, COMMAND, path], check=True)
            self.assertEqual(path.read_bytes(), (common.DATA / "voorbeeldregio" / "krimp.csv").read_bytes())

    def test_the_labour_market_is_what_its_script_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "pool.csv"
            script = common.DATA / "voorbeeldregio" / "markt.py"
            subprocess.run([os.sys.executable, "-B", script, path], check=True)
            self.assertEqual(path.read_bytes(), (common.DATA / "voorbeeldregio" / "pool.csv").read_bytes())

    def test_how_many_there_are(self):
        for name, (teachers, schools, boards) in SHAPES.items():
            self.assertEqual(len(marked_rows(f"{name}/people.csv")), teachers)
            rows = marked_rows(f"{name}/schools.csv")
            self.assertEqual((len(rows), len({row["bestuur"] for row in rows})), (schools, boards))
            self.assertTrue(all(row["school"].startswith(("verzonnen", "voorbeeld")) for row in rows), "names say so")

    def test_shares_are_as_published(self):
        for name, (teachers, _, _) in SHAPES.items():
            people = marked_rows(f"{name}/people.csv")
            masters = sum(row["opleidingsniveau"].endswith("master") for row in people)
            self.assertAlmostEqual(masters / teachers, 0.37, delta=1 / teachers)
            bands = collections.Counter(min(int(row["leeftijd"]) // 10, 6) for row in people)
            for band, share in ((2, 0.149), (3, 0.237), (4, 0.207), (5, 0.280), (6, 0.127)):
                self.assertAlmostEqual(bands[band] / teachers, share, delta=1 / teachers)
            licences = collections.Counter(row["bevoegdheid"] for row in marked_rows(f"{name}/assignments.csv"))
            self.assertAlmostEqual(licences["onbevoegd"] / teachers, 0.037, delta=1 / teachers)
            self.assertAlmostEqual(licences["benoembaar"] / teachers, 0.084, delta=1 / teachers)

    def test_shortages_are_as_published(self):
        """Open vacancies over all that a subject needs, of the survey of 1 October 2023, to within 1 percentage point."""
        short = {row["subject"]: float(row["short"]) for row in common.rows("reference/published_shortage.csv")}
        subject, fte, vacancies = {}, collections.Counter(), collections.Counter()
        for row in marked_rows("voorbeeldregio/sections.csv"):
            subject[row["sectie"]] = row["vak"]
            vacancies[row["vak"]] += common.number(row["openstaande vacatures"])
        for row in marked_rows("voorbeeldregio/assignments.csv"):
            fte[subject[row["sectie"]]] += common.number(row["wtf"])
        for name, share in short.items():
            if name:
                self.assertAlmostEqual(vacancies[name] / (vacancies[name] + fte[name]), share, delta=0.01, msg=name)

    def test_every_published_row_has_a_source(self):
        for name in SHAPES:
            for row in common.rows(f"{name}/margins.csv"):
                self.assertTrue(row["bron"])

    def test_scenarios_play(self):
        for name in ("voorbeeldbestuur", "voorbeeldregio", "voorbeeldregio-markt", "krimpende-regio"):
            done = subprocess.run([COMMAND, "run", common.ROOT / "scenarios" / f"{name}.toml", "--replicates", "2", "--years",
                                   "5", "--lang", "en", "--quiet"], check=True, capture_output=True, text=True)
            for target in ("Target masters", "Target wo-bovenbouw-vwo"):
                self.assertIn(target, done.stdout)


if __name__ == "__main__":
    unittest.main()
