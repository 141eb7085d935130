"""What policies do and how it was, kept with a run: `run -o --policies`, why, verify, report."""

import json
import signal
import unittest

from common import ROOT, OnTerminal, Project, run
from report_test import HAS_PAGE, document_in


class KeptPolicies(Project):
    def setUp(self):
        super().setUp()
        (self.project / "school" / "history.csv").write_text(
            "jaar;maat;niveau;eenheid;waarde;bron\n2021;masters;;;37%;jaarverslag\n"
            "2021;masters_heads;;;4;jaarverslag\n2022;masters;sectie;engels;40%;\n", encoding="utf-8")
        text = self.scenario.read_text(encoding="utf-8").replace("[files]", '[files]\nhistory = "history.csv"')
        self.scenario.write_text(self.used(2, f'policies = "{ROOT}/data/policies"\n'
                                              f'bottlenecks = "{ROOT}/data/bottlenecks"\n' + text), encoding="utf-8")

    @staticmethod
    def used(n, text):
        """A scenario with the first `n` of the library's policies."""
        names = sorted(path.stem for path in (ROOT / "data" / "policies").glob("*.toml"))
        names = ["studietijd", "inductie"] + [name for name in names if name not in ("studietijd", "inductie")]
        return text + "".join(f'\n[[policy]]\nuse = "{name}"\nfrom = 2027\n' for name in names[:n])

    def answer(self, *arguments):
        ended = run(*arguments, "--json")
        self.assert_ends(ended, 0)
        return json.loads(ended.stdout)

    def test_a_kept_run_tells_what_its_scenario_does(self):
        played = self.keep("--policies", "--json")
        asked = self.answer("why", self.scenario, "--replicates", 60)
        kept = self.answer("why", self.folder)
        self.assertEqual(kept["policies"], asked["policies"])
        self.assertEqual(kept["policy_cards"], asked["policy_cards"])
        self.assertEqual(kept["history"], asked["history"])
        self.assertEqual(json.loads(played.stdout)["policies"], asked["policies"])
        self.assertIn("Wat elk beleid doet", run("why", self.folder, "--lang", "nl").stdout)
        self.assertNotIn("--policies", run("why", self.folder).stderr)

    def test_cards_and_history_are_those_of_the_scenario(self):
        self.keep()
        document = self.answer("why", self.folder)
        self.assertEqual([card["name"] for card in document["policy_cards"]], ["studietijd", "inductie"])
        card = document["policy_cards"][0]
        self.assertEqual((card["from"], card["until"], card["phase_in"], card["amo"], card["amo_nl"]),
                         (2027, None, "linear", ["ability", "opportunity"], "kunnen, mogen"))
        self.assertEqual(card["carried_out"], {"central": 0.75, "low": 0.5, "high": 0.92})
        self.assertEqual([(size["on"], size["central"]) for size in card["effects"]][:2],
                         [("enrolment", 1.2), ("dropout", 0.85)])
        self.assertEqual(card["costs"][0]["high"], 13200)
        self.assertEqual([(row["year"], row["unit"], row["measure"], row["value"], row["source"])
                          for row in document["history"]],
                         [(2021, "all", "share", 0.37, "jaarverslag"), (2021, "all", "heads", 4, "jaarverslag"),
                          (2022, "engels", "share", 0.4, "")])

    def test_questions_are_kept_with_the_plan(self):
        text = self.scenario.read_text(encoding="utf-8")
        self.scenario.write_text(text + '\n[[question]]\nname = "a"\ntext = "Wie eerst?"\nanswer = "Wiskunde."\n'
                                 '[[question]]\nname = "b"\ntext = "Wat eerst?"\n', encoding="utf-8")
        self.keep()
        self.assertEqual(self.answer("why", self.folder)["questions"],
                         [{"text": "Wie eerst?", "answer": "Wiskunde."}, {"text": "Wat eerst?", "answer": ""}])

    def test_a_run_kept_without_says_how_to_ask(self):
        self.keep()
        for language, words in (("nl", "speel hem met --policies"), ("en", "play it with --policies")):
            ended = run("why", self.folder, "--lang", language)
            self.assert_ends(ended, 0)
            self.assertIn(words, " ".join(ended.stderr.split()))

    def test_a_scenario_without_policies_says_so(self):
        text = self.scenario.read_text(encoding="utf-8")
        self.scenario.write_text(text.split("\n[[policy]]")[0], encoding="utf-8")
        ended = self.keep("--policies")
        self.assertIn("no policy", ended.stderr)
        document = self.answer("why", self.folder)
        self.assertEqual(document["policy_cards"], [])
        self.assertNotIn("policies", document)

    def test_verify_plays_them_again(self):
        self.keep("--policies")
        self.assert_ends(run("verify", self.folder), 0)
        self.change("UPDATE policy_effect SET alone = alone + 1 WHERE row = 0 AND policy = 1")
        self.assert_ends(run("verify", self.folder), 7)

    def test_verify_sees_what_no_future_changes(self):
        for change in ("UPDATE history SET value = 0.5 WHERE row = 0", "UPDATE policy SET strength = 0.5",
                       "UPDATE policy_size SET size = 9 WHERE row = 0", "DELETE FROM policy_price"):
            self.keep("--overwrite")
            self.change(change)
            self.assert_ends(run("verify", self.folder), 7)

    def test_effects_that_are_not_whole_are_damage(self):
        for change in ("DELETE FROM policy_effect WHERE policy = 1", "DELETE FROM policy_effect WHERE row > 1",
                       "DELETE FROM policy_outcome WHERE row = 0"):
            self.keep("--policies", "--overwrite")
            self.change(change)
            ended = run("why", self.folder)
            self.assert_ends(ended, 3)
            self.assertIn("damaged", ended.stderr)

    def test_what_an_effect_is_limited_to(self):
        self.keep()
        effects = [effect for card in self.answer("why", self.folder)["policy_cards"] for effect in card["effects"]
                   if effect["only_nl"]]
        self.assertTrue(any("jaren" in effect["only_nl"] and "years" in effect["only_en"] for effect in effects),
                        effects)

    def test_interrupted_all_else_is_kept(self):
        self.scenario.write_text(self.used(12, self.scenario.read_text(encoding="utf-8").split("\n[[policy]]")[0]),
                                 encoding="utf-8")
        command = OnTerminal(self.scratch / "printed", "run", self.scenario, "--replicates", 1000, "--policies",
                             "-o", self.folder)
        self.addCleanup(command.__exit__)
        command.read_until("futures in")  # the run itself was played
        command.told = ""
        command.read_until("futures,")
        self.assertEqual(command.end(signal.SIGINT), 130)
        self.assertIn("only what each policy does is missing", command.told)
        document = self.answer("why", self.folder)
        self.assertFalse(document["interrupted"])
        self.assertNotIn("policies", document)
        self.assertEqual(len(document["policy_cards"]), 12)
        self.assert_ends(run("verify", self.folder), 0)

    @unittest.skipUnless(HAS_PAGE, "built without the page")
    def test_only_hr_reads_of_policies(self):
        self.keep("--policies")
        page = self.scratch / "report.html"
        for reader in ("board", "council", "hr", "region"):
            self.assert_ends(run("report", self.folder, "-o", page, "--for", reader, "--overwrite"), 0)
            result = document_in(page)["runs"][0]["result"]
            self.assertEqual(len(result["policy_cards"]), 2 if reader == "hr" else 0, reader)
            self.assertEqual("policies" in result, reader == "hr", reader)

    @unittest.skipUnless(HAS_PAGE, "built without the page")
    def test_others_read_of_the_past_of_the_whole_alone(self):
        self.keep()
        page = self.scratch / "report.html"
        found = {}
        for reader in ("hr", "board"):
            self.assert_ends(run("report", self.folder, "-o", page, "--for", reader, "--overwrite"), 0)
            found[reader] = [(row["metric"], row["unit"]) for row in document_in(page)["runs"][0]["result"]["history"]]
        self.assertEqual(found["hr"], [("masters", "all"), ("masters_heads", "all"), ("masters", "engels")])
        # Four masters are too few to tell of.
        self.assertEqual(found["board"], [("masters", "all")])


if __name__ == "__main__":
    unittest.main()
