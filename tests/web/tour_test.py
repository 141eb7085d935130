"""docs/tour.md against what there is: its pictures, and a word on every chart."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 1_200_000


def pictures_in(document):
    """Paths of the pictures that a document shows."""
    text = (ROOT / document).read_text(encoding="utf-8")
    named = re.findall(r"!\[[^\]]+\]\(([^)\s]+)\)", text) + re.findall(r'<img [^>]*src="([^"]+)"', text)
    return [(ROOT / document).parent / name for name in named]


def links_in(text):
    return re.findall(r"(?<!!)\[[^\]]+\]\(([^)\s#]+)[^)]*\)", text)


def chart_files():
    """Files of web/charts that make the picture of a figure."""
    return {name for views in (ROOT / "web" / "views" / "figures").glob("*.ts")
            for name in re.findall(r'from "\.\./\.\./charts/(\w+)"', views.read_text(encoding="utf-8"))
            if name != "frame"}


class Tour(unittest.TestCase):
    def test_every_picture_shown_is_there_and_the_reverse(self):
        shown = pictures_in("docs/tour.md") + pictures_in("README.md")
        self.assertTrue(pictures_in("README.md"))
        for picture in shown:
            self.assertTrue(picture.is_file(), picture)
        used = {picture.resolve() for picture in shown}
        self.assertEqual({picture.resolve() for picture in PICTURES.iterdir()} - used, set())

    def test_pictures_are_small(self):
        self.assertLess(sum(picture.stat().st_size for picture in PICTURES.iterdir()), MOST_BYTES)

    def test_every_picture_is_one_that_the_script_makes(self):
        script = (pathlib.Path(__file__).parent / "pictures.py").read_text(encoding="utf-8")
        for picture in PICTURES.iterdir():
            self.assertIn(f'"{picture.stem}": (', script)

    def test_every_chart_is_told_of(self):
        text = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
        files = chart_files()
        self.assertGreater(len(files), 8)
        for name in files:
            self.assertIn(f"](../web/charts/{name}.ts)", text)

    def test_links_lead_somewhere(self):
        for link in links_in((ROOT / "docs" / "tour.md").read_text(encoding="utf-8")):
            self.assertTrue((ROOT / "docs" / link).exists(), link)


if __name__ == "__main__":
    unittest.main()
