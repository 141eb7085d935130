"""`meesterplan explain`: every key, column, metric and word, in both languages."""

import json
import unittest

from common import ROOT, CommandTest, run


class Explain(CommandTest):
    def told(self, *arguments, language="nl"):
        ended = run("explain", *arguments, "--lang", language)
        self.assert_ends(ended, 0)
        self.assertEqual(ended.stderr, "")
        return ended.stdout

    def test_a_key_has_meaning_type_default_source_and_the_national_value(self):
        told = self.told("study.capacity")
        for part in ("study.capacity\n", "tegelijk mag studeren", "soort: aandeel, 0..1",
                     "standaard: unlimited", "voorbeeld: capacity = 0.2", "landelijk: 0.2; "):
            self.assertIn(part, told)
        self.assertIn("default: unlimited", self.told("study.capacity", language="en"))

    def test_a_key_of_a_programme_is_found_with_and_without_its_name(self):
        for path in ("programme.uptake", "programme.wo-master.uptake", "Programme.Uptake"):
            told = self.told(path)
            self.assertTrue(told.startswith("programme.uptake"))
            self.assertEqual(told.count("landelijk:"), 3)

    def test_columns_are_found_by_any_of_their_headers(self):
        for word in ("people.birth_date", "geboortedatum", "GebDat", "birth date"):
            self.assertTrue(self.told(word).startswith("people.birth_date (geboortedatum)"), word)

    def test_metrics_terms_and_uncertain_numbers(self):
        self.assertIn("telt hier mee", self.told("masters"))
        self.assertIn("niet voor de 80%", self.told("hbo-master"))
        self.assertIn("degree.wo_master", self.told("doctoraal"))
        self.assertIn("vertrek van starters", self.told("exit.starter"))
        self.assertIn("study.p_grant (een lerarenbeurs krijgen)", self.told("study.p_grant"))

    def test_a_word_of_several_meanings_lists_them(self):
        told = self.told("werktijdfactor")
        self.assertIn("werktijdfactor kan betekenen:", told)
        for path in ("assignments.fte", "entrants.fte", "demand.fte"):
            self.assertIn(path, told)
        told = self.told("years", language="en")
        self.assertTrue(told.startswith("years\n"))
        self.assertIn("programme.years", told)

    def test_a_group_lists_its_members(self):
        self.assertIn("study.p_grant", self.told("study"))
        self.assertIn("people.birth_date", self.told("people"))
        self.assertIn("wo_upper_vwo", self.told("metrics"))
        self.assertIn("exit.starter", self.told("parameters"))

    def test_the_libraries_are_listed_and_explained(self):
        told = self.told("policies")
        self.assertIn("  inductie ", told)
        self.assertIn("Gericht werven van masters", self.told("beleid"))
        self.assertIn("  weinig-begeleiding ", self.told("knelpunten"))
        told = self.told("inductie")
        for part in ("inductie (Inductie en begeleiding van starters)\n", "slagingskans: 0.7 (",
                     "x 0.7 (0.45-1.05)", "kosten: coach", "neemt weg: weinig-begeleiding"):
            self.assertIn(part, told)
        self.assertIn("weg te nemen door: inductie", self.told("Weinig begeleiding"))
        self.assertIn("lifts: bovenbouw-niet-bij-masters",
                      self.told("wo-masters-in-bovenbouw", language="en"))
        rows = json.loads(run("explain", "inductie", "--json").stdout)["explanations"]
        self.assertEqual([(row["topic"], row["path"]) for row in rows], [("policy", "inductie")])

    def test_keys_of_lists_within_lists_are_found_with_and_without_names(self):
        for path in ("policy.effect.ratio", "policy.inductie.effect.starters.ratio"):
            self.assertTrue(self.told(path).startswith("policy.effect.ratio\n"), path)
        self.assertTrue(self.told("policy.inductie.strength").startswith("policy.strength\n"))
        self.assertIn("policy.cost.amount", self.told("policy.cost"))

    def test_a_typo_gets_a_suggestion(self):
        ended = run("explain", "geboortedatm", "--lang", "nl")
        self.assert_ends(ended, 2)
        self.assertIn('Bedoelde u "geboortedatum"?', ended.stderr)
        ended = run("explain", "study.capacty")
        self.assertIn('Did you mean "study.capacity"?', ended.stderr)
        ended = run("explain", "xyzzy")
        self.assert_ends(ended, 2)
        self.assertIn("meesterplan explain", ended.stderr)

    def test_without_a_word_everything_is_listed_and_everything_listed_is_explained(self):
        document = json.loads(run("explain", "--json").stdout)
        self.assertEqual(document["schema"], "meesterplan.explain/1")
        paths = [row["path"] for row in document["explanations"]]
        self.assertGreater(len(paths), 350)
        listed = self.told()
        for path in paths:
            self.assertIn(f"  {path} ", listed)
        for path in paths[::7]:
            self.assertIn(path.split(".")[-1], self.told(path))

    def test_the_document_is_as_its_schema_says(self):
        import jsonschema
        schema = json.loads((ROOT / "sim/output/meesterplan.explain.schema.json")
                            .read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(run("explain", "--json").stdout), schema)
        jsonschema.validate(json.loads(run("explain", "study", "--json").stdout), schema)

    def test_every_metric_that_a_run_keeps_is_explained(self):
        from common import SCENARIO
        results = json.loads(run("run", SCENARIO, "--replicates", 5, "--json").stdout)
        metrics = {row["metric"] for row in results["series"]}
        explained = {row["key"] for row in json.loads(run("explain", "metrics", "--json").stdout)
                     ["explanations"]}
        self.assertEqual(metrics - explained, set())


if __name__ == "__main__":
    unittest.main()
