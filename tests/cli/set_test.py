"""`--set`: any key, for every command that loads a scenario, and what is wrong with it."""

import json
import unittest

from common import SCENARIO, CommandTest, run


class Set(CommandTest):
    def test_it_changes_what_is_played(self):
        document = json.loads(run("run", SCENARIO, "--replicates", 20, "--json",
                                  "--set", "target.helft.year=2028",
                                  "--set", "name=Mijn plan", "--set", "target.per sectie.year=2028", "--set", "years=5").stdout)
        self.assertEqual(document["scenario"], "Mijn plan")
        self.assertEqual(document["years"], 5)
        self.assertEqual(document["targets"][0]["by"], 2028)

    def test_the_last_one_wins_also_from_an_option(self):
        document = json.loads(run("run", SCENARIO, "--replicates", 20, "--json", "--seed", 3,
                                  "--set", "seed=4", "--set", "seed=5").stdout)
        self.assertEqual(document["seed"], 5)

    def test_check_run_and_why_tell_its_problems_at_the_option(self):
        cases = [("study.capacty=1", '--set: study.capacty: unknown key', '"study.capacity"'),
                 ("study.capacity=1.5", "--set: study.capacity: 1.5 is out of bounds", "0.15"),
                 ("study.p_grant={central=2}", "--set: study.p_grant: 2 is not a probability", ""),
                 ("target.helf.year=2030", '--set: target.helf.year: there is no target',
                  '"helft"'),
                 ("files.people=none.csv", "--set: files.people: none.csv was not found", ""),
                 ("extends=a.toml", "--set: extends: this cannot be changed", ""),
                 ("years=tien", "--set: years: text", ""),
                 ("lessons.order=any", "--set: lessons.order: ", "is not an order")]
        for setting, place, hint in cases:
            for verb in ("check", "run", "why"):
                with self.subTest(setting=setting, verb=verb):
                    ended = run(verb, SCENARIO, "--set", setting)
                    self.assert_ends(ended, 3)
                    told = ended.stdout if verb == "check" else ended.stderr
                    self.assertIn(place, told)
                    self.assertIn(hint, told)

    def test_an_option_that_the_scenario_does_not_take_is_its_own_place(self):
        ended = run("check", SCENARIO, "--set", "study.capacity=2", "--set", "years=99", "--json")
        self.assert_ends(ended, 3)
        problems = json.loads(ended.stdout)["problems"]
        self.assertEqual({(row["file"], row["field"]) for row in problems if row["file"] == "--set"},
                         {("--set", "study.capacity"), ("--set", "years")})


    def test_a_value_that_cannot_be_read_is_told_once(self):
        told = run("check", SCENARIO, "--set", "start=2025-10-01").stdout
        self.assertEqual(told.count("--set: start:"), 1)

    def test_nothing_makes_it_fall_over(self):
        for setting in ("a..b=1", ".=1", "programme..x=1", 'study.capacity="""',
                        "study.capacity=1\nyears=3", "study.capacity=" + "[" * 100000,
                        "a." * 10000 + "b=1", "study=3", "programme=3", "target=[1]",
                        "files=[]", "exit=x", "record.metrics={}", "years=\x1b[31m"):
            with self.subTest(setting=setting[:40]):
                ended = run("check", SCENARIO, "--set", setting)
                self.assert_ends(ended, 3)
                self.assertIn("--set: ", ended.stdout)


if __name__ == "__main__":
    unittest.main()
