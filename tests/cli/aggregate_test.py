"""`meesterplan aggregate`: counts to share, small ones hidden for good."""

import csv
import json
import unittest

from common import ROOT, CommandTest, run

REGION = ROOT / "scenarios" / "voorbeeldregio.toml"


class Aggregate(CommandTest):
    def aggregated(self, *arguments, code=0):
        ended = run("aggregate", REGION, "-o", self.scratch / "a", *arguments)
        self.assert_ends(ended, code)
        return ended

    def rows(self, name="aggregates.csv"):
        with open(self.scratch / "a" / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def test_small_counts_are_hidden_and_never_zero(self):
        ended = self.aggregated("--lang", "en")
        rows = self.rows()
        people = [row["people"] for row in rows]
        self.assertIn("<10", people)
        self.assertIn("x", people)
        self.assertTrue(all(int(text) >= 10 for text in people if text.isdigit()))
        self.assertTrue(all(not row["fte"] for row in rows if not row["people"].isdigit()))
        self.assertEqual(people[0], "3000")
        self.assertIn(f"{sum(text.isdigit() for text in people)} counts shown", ended.stdout)

    def test_own_school_and_subjects_are_options(self):
        self.aggregated("--under", 5, "--subjects", "--lang", "en")
        rows = self.rows()
        self.assertIn("wiskunde", {row["subject"] for row in rows})
        self.assertIn("<5", {row["people"] for row in rows})

    def test_the_region_is_made_again_out_of_its_aggregates(self):
        self.aggregated("--lang", "nl")
        made = run("synthesize", self.scratch / "a" / "aggregates.csv", "-o", self.scratch / "b", "--start", 2025)
        self.assert_ends(made, 0)
        self.assertIn("3000 made-up teachers in 5 sections", made.stdout)
        scenario = self.scratch / "b" / "regio.toml"
        files = "".join(f'{name} = "{name}.csv"\n' for name in ("people", "assignments", "sections", "schools"))
        scenario.write_text(f'extends = "{REGION}"\n[files]\n{files}', encoding="utf-8")
        answer = run("run", scenario, "--replicates", 3, "--years", 5)
        self.assert_ends(answer, 0)
        self.assertIn("Target masters", answer.stdout)

    def test_smaller_than_a_region_is_made_again_too(self):
        for name, people in (("voorbeeldbestuur", 400), ("ongewijzigd-beleid", 127)):
            for least in (5, 12):
                with self.subTest(name, least=least):
                    folder = self.scratch / f"{name}-{least}"
                    self.assert_ends(run("aggregate", ROOT / "scenarios" / f"{name}.toml", "--under", least,
                                         "-o", folder), 0)
                    made = run("synthesize", folder / "aggregates.csv", "-o", folder / "people", "--start", 2025,
                               "--lang", "nl")
                    self.assert_ends(made, 0)
                    self.assertIn(f"{people} verzonnen leraren", made.stdout)

    def test_the_chances_to_leave_go_with_the_counts_and_can_be_played(self):
        self.aggregated("--lang", "en", "--subjects")
        rates = self.rows("exit_rates.csv")
        shown = {(row["subject"], row["age"]): int(row["people"]) for row in self.rows()
                 if row["people"].isdigit() and not (row["degree"] or row["licence"] or row["contract"])}
        self.assertNotIn("retirement", {row["cause"] for row in rates})
        bands = {"": "16-29", "30": "30-39", "40": "40-49", "50": "50-59", "60": "60-75"}
        for row in rates:
            own = (row["subject"], bands[row["age_from"]]) in shown
            self.assertEqual(own, row["source"] == "mean of these teachers", row)
            self.assertTrue(0 < float(row["probability"]) < 0.5, row)
        # Physics loses more than art, by the factors of the scenario.
        def mean(subject):
            return sum(float(row["probability"]) for row in rates
                       if row["subject"] == subject and row["cause"] == "leaves_profession")
        self.assertGreater(mean("natuurkunde"), mean("lo"))
        scenario = self.scratch / "rates.toml"
        rates_file = self.scratch / "a" / "exit_rates.csv"
        retirement = ROOT / "data" / "reference" / "retirement.csv"
        scenario.write_text(f'extends = "{REGION}"\n[exit]\nrates = ["{retirement}", "{rates_file}"]\nfactors = []\n',
                            encoding="utf-8")
        means = []
        for played in (REGION, scenario):
            ended = run("run", played, "--replicates", 40, "--years", 5, "--uncertainty", "chance", "--json")
            self.assert_ends(ended, 0)
            document = json.loads(ended.stdout)
            means.append(sum(row["mean"] for row in document["series"] if row["level"] == "total" and
                             row["metric"] in ("exits_leaves_profession", "exits_other_board", "exits_other_sector")
                             and row["year"] == document["start"] + 1))
        # Some 160 a year, of which the mean of 40 futures is known to within 2.5.
        print("leave in the first year:", *means)
        self.assertAlmostEqual(means[0], means[1], delta=8)

    def test_what_is_wrong_writes_nothing(self):
        for words, code in ((["aggregate", REGION], 2), (["aggregate", REGION, "-o", self.scratch / "c", "--under", 4], 2),
                            (["aggregate", "nowhere.toml", "-o", self.scratch / "c"], 3)):
            self.assert_ends(run(*words), code)
        self.assertFalse((self.scratch / "c").exists())
        self.aggregated()
        self.aggregated(code=4)
        self.aggregated("--overwrite")


if __name__ == "__main__":
    unittest.main()
