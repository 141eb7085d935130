"""Ctrl-C: what was played until then is the answer, marked as such."""

import json
import os
import signal
import unittest

from common import ENDLESS, SCENARIO, CommandTest, OnTerminal, run, start


class Interrupt(CommandTest):
    def play_until_bar(self, *arguments, **changes):
        """A run that never ends, of which the bar can be seen."""
        command = OnTerminal(self.scratch / "printed", *arguments, *ENDLESS, **changes)
        self.addCleanup(command.__exit__)
        command.read_until("futures," if not changes else "toekomsten,")
        return command

    def test_the_unbroken_beginning_is_kept_and_equals_a_shorter_run(self):
        folder = self.scratch / "out"
        for name in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=name):
                command = self.play_until_bar("run", SCENARIO, "--json", "--threads", 2, "-o",
                                              folder, "--overwrite")
                self.assertEqual(command.end(name), 130)
                self.assertIn("Interrupted after", command.told)
                cut = command.document()
                self.assertTrue(cut["interrupted"])
                self.assertEqual(cut["replicates_asked"], 4294967295)
                self.assertLess(cut["replicates"], cut["replicates_asked"])
                kept = run("why", folder, "--json")
                self.assert_ends(kept, 0)
                self.assertEqual(json.loads(kept.stdout), cut)
                # Redone with as many futures as it came to, it is the same.
                self.assert_ends(run("verify", folder), 0)

                again = run("run", SCENARIO, "--json", "--threads", 1, "--replicates",
                            cut["replicates"])
                self.assert_ends(again, 0)
                whole = json.loads(again.stdout)
                self.assertFalse(whole["interrupted"])
                self.assertEqual(whole["series"], cut["series"])
                self.assertEqual(whole["flows"], cut["flows"])
                self.assertEqual(whole["provenance"]["result_hash"],
                                 cut["provenance"]["result_hash"])

    def test_the_text_says_that_it_was_interrupted(self):
        command = self.play_until_bar("run", SCENARIO, "--lang", "nl", LANG="nl")
        self.assertEqual(command.end(signal.SIGINT), 130)
        command.output.seek(0)
        self.assertRegex(command.output.read(),
                         r"Onderbroken na [0-9 ]+ van 4 294 967 295 toekomsten\.")

    def test_why_can_be_interrupted_too(self):
        command = self.play_until_bar("why", SCENARIO)
        self.assertEqual(command.end(signal.SIGINT), 130)
        command.output.seek(0)
        self.assertIn("Interrupted after", command.output.read())

    def test_a_second_time_ends_at_once_without_harm(self):
        folder, old = self.keep_old_results()
        command = self.play_until_bar("run", SCENARIO, "-o", folder, "--overwrite")
        command.process.send_signal(signal.SIGINT)
        self.assertEqual(command.end(signal.SIGINT), 130)
        # Whichever came first: the old results, or new ones, whole.
        now = self.rows(folder, "SELECT replicates < replicates_asked FROM run")
        self.assertTrue(self.content(folder)["results.sqlite"] == old["results.sqlite"] or
                        now == [(1,)])

    def test_before_anything_is_played_it_ends_at_once(self):
        fifo = self.scratch / "scenario.toml"
        os.mkfifo(fifo)
        process = start("run", fifo, "-o", self.scratch / "out", stdout=-1, stderr=-1)
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        answer, _ = process.communicate(timeout=60)
        self.assertEqual((process.returncode, answer), (130, ""))
        self.assertFalse((self.scratch / "out").exists())

    def test_the_bar_is_wiped(self):
        command = self.play_until_bar("run", SCENARIO)
        command.end(signal.SIGINT)
        bar = command.told.rindex("[#") if "[#" in command.told else command.told.rindex("[.")
        self.assertIn("\r\x1b[K", command.told[bar:])


if __name__ == "__main__":
    unittest.main()
