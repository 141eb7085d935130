"""The scenario that the README shows is a whole one, and every line is explained."""

import re
import unittest

from common import ROOT, CommandTest, run


class Readme(CommandTest):
    def test_its_scenario_plays(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        (scenario,) = re.findall(r"^```toml\n(.*?)^```", readme, re.M | re.S)
        lines = scenario.splitlines()
        self.assertLessEqual(len(lines), 15)
        for line in lines:
            self.assertIn("  # ", line)
        (self.scratch / "data").symlink_to(ROOT / "data")
        path = self.scratch / "scenario.toml"
        path.write_text(scenario, encoding="utf-8")
        ended = run("run", path, "--replicates", 20)
        self.assert_ends(ended, 0)
        self.assertIn("Target masters", ended.stdout)


if __name__ == "__main__":
    unittest.main()
