"""Every scenario of scenarios/ is played, and what it is there to show comes out."""
import json
import os
import subprocess
import unittest

import common

SCENARIOS = common.ROOT / "scenarios"


def document(name, *arguments):
    ended = subprocess.run(
        [os.environ["MEESTERPLAN"], "run", str(SCENARIOS / f"{name}.toml"), "--json", "--quiet", *map(str, arguments)],
        check=True, capture_output=True)
    return json.loads(ended.stdout)


def part_of_masters_leaving(name):
    """Of the masters in service the part that left in the years to 2029 and 2030."""
    played = document(name, "--replicates", 3000, "--uncertainty", "chance")
    gone = sum(row["mean"] for row in played["flows"]
               if (row["stock"], row["level"], row["from"]) == ("masters", "total", "masters") and
               row["year"] in (2029, 2030))
    there = sum(row["mean"] for row in played["series"]
                if (row["metric"], row["level"]) == ("masters_heads", "total") and row["year"] in (2028, 2029))
    return gone / there


class Played(unittest.TestCase):
    def test_every_scenario_plays_to_its_last_year(self):
        for path in sorted(SCENARIOS.glob("*.toml")):
            with self.subTest(path.stem):
                played = document(path.stem, "--replicates", 3)
                self.assertEqual(played["replicates"], 3)
                self.assertFalse(played["interrupted"])
                last = [row for row in played["series"] if row["year"] == played["start"] + played["years"]]
                self.assertTrue(last)
                self.assertTrue(played["targets"])

    def test_masters_recruited_before_there_is_room_leave_sooner(self):
        masters, climate = map(part_of_masters_leaving, ("eerst-masters-dan-klimaat", "eerst-klimaat-dan-masters"))
        print(f"of the masters leave: masters first {masters:.2%}, climate first {climate:.2%}")
        self.assertGreater(masters, climate)

    def test_retention_keeps_more_than_unchanged_policy_does(self):
        kept, unchanged = ([row["mean"] for row in document(name, "--replicates", 500)["series"]
                            if (row["metric"], row["level"], row["year"]) == ("turnover", "total", 2030)][0]
                           for name in ("behoud-uit-de-literatuur", "ongewijzigd-beleid"))
        self.assertLess(kept, unchanged)


if __name__ == "__main__":
    unittest.main()
