"""The lessons of the Voorbeeldlyceum: pupils, lesson table, fte per section.

Imported by make_school.py. Standard library only.
"""
START = 2025  # school year of the reference date
SCHOOL = "VL01"

PUPILS = {
    "vwo": [90, 88, 86, 86, 83, 80],
    "havo": [112, 112, 114, 116, 110],
    "mavo": [120, 117, 116, 112],
}
LAST_YEAR = 2036  # pupil numbers are given up to and including this school year
YEARLY_GROWTH = 0.992  # Referentieraming 2023: 952,100 (2023) to 907,700 (2029)
SHRINKING_INTAKE = 0.96  # the shrinking variant: every year 4% fewer first-years

GROUP = {"lower": 27, "upper": 23}
# Lessons of 50 minutes a week: {subject: {track: lessons per year of study}}.
LESSONS = {
    "nederlands": {"vwo": [4, 4, 3, 3, 3, 3], "havo": [4, 4, 3, 3, 4], "mavo": [4, 4, 4, 4]},
    "engels": {"vwo": [3, 3, 3, 3, 3, 3], "havo": [3, 3, 3, 4, 3], "mavo": [4, 3, 3, 4]},
    "frans": {"vwo": [3, 3, 3, 3, 3, 3], "havo": [3, 3, 2, 3, 3], "mavo": [2, 2, 3, 3]},
    "duits": {"vwo": [0, 3, 3, 3, 3, 3], "havo": [0, 3, 3, 3, 3], "mavo": [0, 3, 3, 4]},
    "klassieke_talen": {"vwo": [3, 4, 4, 4, 4, 4]},
    "wiskunde": {"vwo": [4, 3, 4, 4, 4, 4], "havo": [4, 3, 3, 4, 4], "mavo": [4, 4, 4, 4]},
    "natuurkunde": {"vwo": [0, 2, 2, 3, 3, 3], "havo": [0, 2, 2, 3, 3], "mavo": [0, 2, 2, 4]},
    "scheikunde": {"vwo": [0, 0, 2, 3, 3, 3], "havo": [0, 0, 2, 3, 3], "mavo": [0, 0, 2, 4]},
    "biologie": {"vwo": [2, 2, 0, 3, 3, 3], "havo": [2, 2, 0, 3, 4], "mavo": [2, 2, 2, 4]},
    "informatica": {"vwo": [1, 0, 0, 3, 3, 3], "havo": [1, 0, 0, 3, 3], "mavo": [1, 1, 0, 0]},
    "economie": {"vwo": [0, 0, 2, 3, 3, 3], "havo": [0, 0, 2, 4, 4], "mavo": [0, 2, 2, 4]},
    "geschiedenis": {"vwo": [2, 2, 2, 3, 3, 3], "havo": [2, 2, 2, 3, 3], "mavo": [2, 2, 2, 4]},
    "aardrijkskunde": {"vwo": [2, 2, 2, 3, 3, 3], "havo": [2, 2, 2, 3, 3], "mavo": [2, 2, 2, 4]},
    "maatschappijleer": {"vwo": [0, 0, 0, 2, 2, 2], "havo": [0, 0, 0, 2, 3], "mavo": [0, 0, 2, 2]},
    "kunst": {"vwo": [4, 3, 2, 3, 3, 3], "havo": [4, 3, 2, 3, 3], "mavo": [4, 3, 2, 3]},
    "lo": {"vwo": [3, 3, 2, 2, 2, 1], "havo": [3, 3, 2, 2, 1], "mavo": [3, 3, 2, 2]},
}
# Share of the pupils who take the subject from the year in which one chooses
# (vwo and havo 4, mavo 4). Absent: everybody.
CHOSEN = {"frans": 0.25, "duits": 0.40, "natuurkunde": 0.45, "scheikunde": 0.45, "biologie": 0.50, "informatica": 0.15,
          "economie": 0.55, "geschiedenis": 0.55, "aardrijkskunde": 0.40, "kunst": 0.20, "maatschappijleer": 0.60}
CLASSICS = 0.35  # of vwo pupils; 0.12 from year 4 on
CHOICE_FROM = {"vwo": 4, "havo": 4, "mavo": 4}
UPPER = {"vwo": (4, 6), "havo": (4, 5)}

SECTIONS = [  # key, name, cluster, open vacancies in fte
    ("nederlands", "Nederlands", "talen", 0.8),
    ("engels", "Engels", "talen", 0.0),
    ("frans", "Frans", "talen", 0.0),
    ("duits", "Duits", "talen", 0.4),
    ("klassieke_talen", "Klassieke talen", "talen", 0.0),
    ("wiskunde", "Wiskunde", "exact", 0.6),
    ("natuurkunde", "Natuurkunde", "exact", 0.4),
    ("scheikunde", "Scheikunde", "exact", 0.0),
    ("biologie", "Biologie", "exact", 0.0),
    ("informatica", "Informatica", "exact", 0.0),
    ("economie", "Economie", "zaakvakken", 0.0),
    ("geschiedenis", "Geschiedenis", "zaakvakken", 0.0),
    ("aardrijkskunde", "Aardrijkskunde", "zaakvakken", 0.0),
    ("maatschappijleer", "Maatschappijleer", "zaakvakken", 0.2),
    ("kunst", "Kunstvakken", "kunst en bewegen", 0.0),
    ("lo", "Lichamelijke opvoeding", "kunst en bewegen", 0.0),
]
LESSONS_PER_FTE = 24.0  # 720 clock hours over 36 weeks of 50-minute lessons


def lesson_rows():
    """(subject, track, year of study, participation, group size, lessons a week)."""
    for subject, tracks in LESSONS.items():
        for track, lessons in tracks.items():
            for year, count in enumerate(lessons, start=1):
                if count == 0:
                    continue
                chosen = year >= CHOICE_FROM[track]
                participation = CHOSEN.get(subject, 1.0) if chosen else 1.0
                if subject == "klassieke_talen":
                    participation = 0.12 if chosen else CLASSICS
                if subject == "lo":
                    participation = 1.0
                group = GROUP["upper" if chosen else "lower"]
                yield subject, track, year, participation, group, count


def part_of(track, year):
    first, last = UPPER.get(track, (99, 0))
    return "upper_" + track if first <= year <= last else "rest"


def section_demand():
    """{subject: {part: fte of lessons}} on the reference date."""
    demand = {}
    for subject, track, year, participation, group, lessons in lesson_rows():
        takers = PUPILS[track][year - 1] * participation
        groups = -(-takers // group)  # rounded up
        parts = demand.setdefault(subject, {"upper_vwo": 0.0, "upper_havo": 0.0, "rest": 0.0})
        parts[part_of(track, year)] += groups * lessons / LESSONS_PER_FTE
    return demand


def pupil_rows(variant):
    for track, numbers in PUPILS.items():
        for year_of_study, pupils in enumerate(numbers, start=1):
            for year in range(START, LAST_YEAR + 1):
                if variant == "shrinking":
                    # the fall starts with the first-years of next year and moves up with them
                    factor = SHRINKING_INTAKE ** max(0, year - START - (year_of_study - 1))
                else:
                    factor = YEARLY_GROWTH ** (year - START)
                yield SCHOOL, track, year_of_study, year, int(pupils * factor + 0.5)
