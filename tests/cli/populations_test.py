"""`meesterplan run --populations-in`: what made-up people add to chance."""

import json
import statistics
import unittest

from common import ROOT, CommandTest, run

SCHOOL = ROOT / "scenarios" / "voorbeeldbestuur.toml"
MARGINS = ROOT / "data" / "voorbeeldbestuur" / "margins.csv"
ASKED = ["--replicates", 40, "--uncertainty", "chance", "--lang", "en"]


class Populations(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.scratch / "b"
        self.assert_ends(run("synthesize", MARGINS, "-o", self.folder, "--start", 2025,
                             "--populations", 3, "--seed", 7), 0)
        self.scenario = self.scratch / "school.toml"
        files = "".join(f'{name} = "{self.folder}/1/{name}.csv"\n'
                        for name in ("people", "assignments", "sections", "schools"))
        self.scenario.write_text(f'extends = "{SCHOOL}"\n[files]\n{files}', encoding="utf-8")

    def masters(self, population):
        """Mean and standard deviation over futures of the masters in 2030 with these people."""
        files = [word for name in ("people", "assignments", "sections", "schools")
                 for word in ("--set", f"files.{name}={self.folder}/{population}/{name}.csv")]
        ended = run("run", self.scenario, *ASKED, "--json", *files)
        self.assert_ends(ended, 0)
        (row,) = [row for row in json.loads(ended.stdout)["series"]
                  if (row["metric"], row["level"], row["year"]) == ("masters", "total", 2030)]
        return row["mean"], row["sd"]

    def test_the_spread_is_that_of_runs_with_each_population(self):
        ended = run("run", self.scenario, *ASKED, "--populations-in", self.folder)
        self.assert_ends(ended, 0)
        self.assertIn("in 2030 (3 populations;", ended.stdout)
        (line,) = [line for line in ended.stdout.split("How unsure")[1].splitlines() if line.startswith("  masters")]
        own, mean, between, futures = (float(word[:-1]) / 100 for word in line.split()[-4:])
        played = [self.masters(population) for population in (1, 2, 3)]
        means = [mean for mean, _ in played]
        self.assertAlmostEqual(own, means[0], delta=0.000051)
        self.assertAlmostEqual(mean, statistics.mean(means), delta=0.000051)
        self.assertAlmostEqual(between, statistics.stdev(means), delta=0.000051)
        self.assertAlmostEqual(futures, statistics.mean(sd for _, sd in played), delta=0.000051)
        self.assertGreater(between, 0)

    def test_what_cannot_be_meant_is_told(self):
        ended = run("run", self.scenario, "--populations-in", self.scratch, "--lang", "en")
        self.assert_ends(ended, 2)
        self.assertIn("there are no folders 1 and 2", ended.stderr)
        self.assertNotIn("Target", ended.stdout)
        self.assert_ends(run("run", self.scenario, "--populations-in", self.folder, "--json"), 2)
        (self.folder / "2" / "people.csv").write_text("x\n1\n", encoding="utf-8")
        self.assert_ends(run("run", self.scenario, *ASKED, "--populations-in", self.folder), 3)


if __name__ == "__main__":
    unittest.main()
