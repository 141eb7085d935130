"""The tables of what is short, by subject, board and school, and the sections of a region."""

import json
import unittest

from common import ROOT, CommandTest, run

MARKET = str(ROOT / "scenarios" / "voorbeeldregio-markt.toml")
ASKED = ["--replicates", 4, "--uncertainty", "chance", "--quiet"]


class Shortage(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.text = run("run", MARKET, *ASKED, "--lang", "en").stdout
        cls.document = json.loads(run("run", MARKET, *ASKED, "--json").stdout)

    def table(self, title):
        """{first word of a row: its other words} of a table."""
        lines = self.text.split(title, 1)[1].split("\n\n", 1)[0].splitlines()[2:]
        return {line[2:].split("  ")[0]: line.split() for line in lines if line.startswith("  ")}

    def means(self, metric, level, year=2030):
        return {row["unit"]: row["mean"] for row in self.document["series"]
                if (row["metric"], row["level"], row["year"]) == (metric, level, year)}

    def test_each_level_has_its_units_and_the_share_of_what_is_needed(self):
        for title, level in (("Shortage by subject", "subject"), ("Shortage by board", "board"),
                             ("Shortage by school", "school")):
            table = self.table(title)
            demand, unfilled = self.means("demand", level), self.means("unfilled", level)
            self.assertEqual(set(table), set(demand))
            for unit, words in table.items():
                shown = next(word for word in words if word.endswith("%"))
                self.assertAlmostEqual(float(shown[:-1]) / 100, unfilled[unit] / demand[unit], delta=0.00051, msg=unit)

    def test_a_region_shows_the_sections_with_the_largest_shortage_and_says_so(self):
        table = self.table("Sections in 2030")
        unfilled = self.means("unfilled", "section")
        self.assertEqual(len(table), 100)
        known = {unit: mean for unit, mean in unfilled.items() if mean is not None}
        least = sorted(known.values(), reverse=True)[99]
        self.assertTrue(all(known[unit] >= least for unit in table))
        self.assertIn("The 100 sections with the largest shortage; all 464 are in --json.", self.text)

    def test_one_school_has_no_such_tables(self):
        text = run("run", ROOT / "scenarios" / "basis.toml", "--replicates", 2, "--quiet", "--lang", "en").stdout
        self.assertIn("Sections in", text)
        self.assertNotIn("Shortage by", text)


if __name__ == "__main__":
    unittest.main()
