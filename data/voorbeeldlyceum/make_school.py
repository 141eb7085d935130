#!/usr/bin/env python3
"""Writes the files of the Voorbeeldlyceum, a school that does not exist.

The lessons of each section (lesson_table.py) come first and the sections are
staffed to match. Ages, hours, contracts, degrees and licences follow published
shares by quota, so that they hold for this one school too; who gets what is
drawn with a fixed seed. The same bytes every time. Standard library only.
Use: make_school.py [FOLDER].
"""
import csv
import datetime
import pathlib
import random
import sys

from lesson_table import (SCHOOL, SECTIONS, START, lesson_rows, pupil_rows,
                          section_demand)

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20251001

# DUO/onderwijsincijfers.nl, mobiliteit naar achtergrondkenmerken, vo 2013-2017.
AGE_SHARES = {(23, 29): 0.149, (30, 39): 0.237, (40, 49): 0.207, (50, 59): 0.280, (60, 66): 0.127}
HOURS = [0.4, 0.5, 0.6, 0.6, 0.7, 0.8, 0.8, 0.8, 0.9, 1.0, 1.0, 1.0]  # assumption, mean 0.76
NET_OF_GROSS = 0.875  # first guess; leave and other tasks take the rest
LEAVE = {False: 0.054 * 0.5, True: 0.127 * 0.5}  # by "57 or older", half of it taken as time
OTHER_TASKS, STUDY_LEAVE, STARTER = 0.05, 0.145, {0: 0.2, 1: 0.1}
FIRST_DEGREE_LOAD = 0.80  # upper lessons a first-degree teacher gives on average
WO_OF_FIRST_DEGREE = 0.62  # outside LO and the arts, so that 63% in upper vwo hold a wo master
HBO_OF_FIRST_DEGREE = 0.30
FIRST_DEGREE_WITH_BACHELOR = ("lo", "kunst")
YOUNGEST_WO_MASTER, YOUNGEST_HBO_MASTER = 25, 30
EDUCATION_MASTERS = 4
UNKNOWN_DEGREE = 0.08  # share of diplomas that the school has not on file
MAX_UPPER, USUAL_VWO = 0.8, 0.5

# Teachers of two or three subjects: hours in each.
COMBINATIONS = [
    {"natuurkunde": 0.4, "scheikunde": 0.3}, {"scheikunde": 0.5, "biologie": 0.3}, {"wiskunde": 0.5, "informatica": 0.4},
    {"nederlands": 0.5, "geschiedenis": 0.3}, {"economie": 0.6, "maatschappijleer": 0.2},
    {"geschiedenis": 0.4, "maatschappijleer": 0.3}, {"engels": 0.5, "duits": 0.3}, {"frans": 0.5, "nederlands": 0.2},
    {"aardrijkskunde": 0.5, "economie": 0.3}, {"klassieke_talen": 0.5, "nederlands": 0.3},
    {"wiskunde": 0.6, "natuurkunde": 0.3}, {"natuurkunde": 0.4, "scheikunde": 0.2, "wiskunde": 0.2},
]


class Teacher:
    """One person; `hours` is {section: fte}."""

    def __init__(self, hours):
        self.hours = dict(hours)
        self.licence = {}  # by section
        self.upper_vwo = {section: 0.0 for section in hours}
        self.upper_havo = {section: 0.0 for section in hours}
        self.degree, self.kind, self.master_year = "bachelor", "", ""
        self.contract, self.contract_end, self.scale = "permanent", "", "LB"
        self.leaves, self.changes_hours, self.studies = None, None, None
        self.age = self.experience = self.tenure = 0
        self.starts_later = False
        self.degree_on_file = self.year_only = False

    def fte(self):
        return round(sum(self.hours.values()), 3)

    def main(self):
        return min(self.hours, key=lambda section: (-self.hours[section], section))

    def net_share(self):
        """Deployable part of the fte, as in the reference parameters."""
        share = 1.0 - LEAVE[self.age >= 57] - OTHER_TASKS - STARTER.get(self.experience, 0.0)
        return share - (STUDY_LEAVE if self.studies and self.studies[2] == "ja" else 0.0)


def staff_sections(rng, target):
    """Teachers whose net hours come near `target` {section: net fte}."""
    teachers = [Teacher(hours) for hours in COMBINATIONS]
    for section, wanted in target.items():
        taken = sum(teacher.hours.get(section, 0.0) for teacher in teachers)
        gross = wanted / NET_OF_GROSS - taken
        count = max(int(gross / 0.95) + 1, int(gross / 0.76 + 0.5))
        teachers += [Teacher({section: rng.choice(HOURS)}) for _ in range(count)]
    return teachers


def adjust_hours(rng, teachers, target):
    """Moves hours in steps of 0.05 until each section is within half a step."""
    for section, wanted in target.items():
        own = [teacher for teacher in teachers if list(teacher.hours) == [section] and not teacher.starts_later]
        while True:
            net = sum(teacher.hours.get(section, 0.0) * teacher.net_share()
                      for teacher in teachers if not teacher.starts_later)
            step = 0.05 if net < wanted else -0.05
            if abs(net - wanted) <= 0.025:
                break
            able = [teacher for teacher in own if 0.3 <= teacher.hours[section] + step <= 1.0]
            if not able:
                raise SystemExit(f"make_school.py: {section} cannot be staffed to {wanted:.2f} fte")
            teacher = rng.choice(able)
            teacher.hours[section] = round(teacher.hours[section] + step, 3)


def quota(shares, count):
    """Whole numbers near share x count that sum to count (largest remainder)."""
    exact = {key: share * count for key, share in shares.items()}
    whole = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda key: whole[key] - exact[key])[:count - sum(whole.values())]:
        whole[key] += 1
    return whole


def give_ages(rng, teachers):
    ages = []
    for (first, last), count in quota(AGE_SHARES, len(teachers)).items():
        # evenly over the band, but few are left of those near state pension age
        bend = 1.6 if first == 60 else 1.0
        ages += [first + int((last + 1 - first) * ((place + 0.5) / count) ** bend) for place in range(count)]
    rng.shuffle(ages)
    for teacher, age in zip(teachers, ages):
        teacher.age = age
        started = rng.choice([30, 32, 35, 38, 42])
        if rng.random() < 0.75 or started >= age:
            started = rng.choice([22, 23, 23, 24, 24, 25, 26, 27])
        teacher.experience = max(0, age - started)
        # assumption: a third never changed boards, one in twenty came this summer
        chance = rng.random()
        tenure = teacher.experience if chance < 0.35 else int(teacher.experience * rng.random())
        teacher.tenure = 0 if chance > 0.95 else min(teacher.experience, max(1, tenure))
        if teacher.tenure == 0:
            teacher.contract = "temporary"


def give_licences(rng, teachers, demand):
    """First-degree teachers enough for the upper years; a few without a licence."""
    for section, parts in demand.items():
        staff = [teacher for teacher in teachers if section in teacher.hours]
        upper = (parts["upper_vwo"] + parts["upper_havo"]) / sum(parts.values())
        wanted = max(1, int(len(staff) * min(1.0, upper / FIRST_DEGREE_LOAD) + 0.5))
        if section in FIRST_DEGREE_WITH_BACHELOR + ("klassieke_talen",):
            wanted = len(staff)
        # experienced staff more often, and teachers of several subjects in their main one
        staff.sort(key=lambda teacher: (teacher.main() != section, teacher.age < YOUNGEST_WO_MASTER,
                                        rng.random() - 0.01 * teacher.age))
        for place, teacher in enumerate(staff):
            teacher.licence[section] = "first_degree" if place < wanted else "second_degree"
    single = [teacher for teacher in teachers if list(teacher.licence.values()) == ["second_degree"]]
    for place, teacher in enumerate(rng.sample(single, 7)):
        teacher.licence[teacher.main()] = "unlicensed" if place < 2 else "appointable"
        if place < 2:
            teacher.contract, teacher.tenure = "temporary", 0
            teacher.experience = min(teacher.experience, 1)


def give_degrees(rng, teachers):
    """A degree goes with the licence for the main subject, but does not follow from it."""
    first = [teacher for teacher in teachers
             if teacher.licence[teacher.main()] == "first_degree" and teacher.main() not in FIRST_DEGREE_WITH_BACHELOR]
    rng.shuffle(first)
    # classical languages and the young have a university master if any
    first.sort(key=lambda teacher: teacher.main() != "klassieke_talen" and teacher.age >= YOUNGEST_HBO_MASTER)
    n_wo, n_hbo = (int(share * len(first) + 0.5) for share in (WO_OF_FIRST_DEGREE, HBO_OF_FIRST_DEGREE))
    for place, teacher in enumerate(first[:n_wo + n_hbo]):
        teacher.degree, teacher.kind = ("wo_master" if place < n_wo else "hbo_master"), "subject"
        if teacher.degree == "wo_master":
            teacher.master_year = START - max(0, teacher.age - 24)
        else:
            teacher.master_year = START - rng.randrange(1, min(20, teacher.age - 27))
    rest = [teacher for teacher in teachers if teacher.degree == "bachelor" and teacher.age >= 30
            and "second_degree" in teacher.licence.values()]
    for teacher in rng.sample(rest, EDUCATION_MASTERS):
        teacher.degree, teacher.kind, teacher.master_year = "hbo_master", "education", START - rng.randrange(2, 9)
    for teacher in teachers:
        if teacher.licence[teacher.main()] == "unlicensed":
            teacher.degree = "none" if rng.random() < 0.5 else "bachelor"


def give_scales(rng, teachers):
    """Near the Randstad mix of 2017 in heads: LB 32, LC 41, LD 27 (functiemix.nl)."""
    def rank(teacher):
        return (teacher.degree.endswith("master") * 25 + (teacher.degree == "wo_master") * 10
                + teacher.experience + rng.random() * 20)
    ordered = sorted(teachers, key=rank, reverse=True)
    for place, teacher in enumerate(ordered):
        share = (place + 0.5) / len(ordered)
        teacher.scale = "LD" if share < 0.27 else "LC" if share < 0.68 else "LB"


def give_upper_lessons(rng, teachers, demand):
    """Upper lessons to first-degree staff, university masters sooner."""
    for section, parts in demand.items():
        staff = [teacher for teacher in teachers if section in teacher.hours and not teacher.starts_later]
        lessons = {id(teacher): teacher.hours[section] * teacher.net_share() for teacher in staff}
        total = sum(lessons.values())
        left = {part: parts["upper_" + part] / sum(parts.values()) * total for part in ("vwo", "havo")}

        def rank(teacher):
            low = {"first_degree": 0, "second_degree": 10, "appointable": 20, "unlicensed": 30}[teacher.licence[section]]
            return low + (0.0 if teacher.degree == "wo_master" else 0.8) + rng.random()
        staff.sort(key=rank)
        for part, limit in (("vwo", USUAL_VWO), ("havo", MAX_UPPER)):
            for teacher in staff:
                taken = teacher.upper_vwo[section] + teacher.upper_havo[section]
                room = (limit if teacher.licence[section] == "first_degree" else 0.4) - taken
                share = min(room, left[part] / lessons[id(teacher)])
                if left[part] < 0.02 or share < 0.02:
                    continue
                share = round(share, 2)
                getattr(teacher, "upper_" + part)[section] = share
                left[part] -= share * lessons[id(teacher)]


def tell_what_is_known(rng, teachers):
    """Leavers, starters, changes of hours, students and replacements that HR knows of."""
    def pick(count, allowed):
        return rng.sample([teacher for teacher in teachers if allowed(teacher) and not (
            teacher.leaves or teacher.changes_hours or teacher.studies or teacher.starts_later
            or teacher.contract != "permanent")], count)

    for teacher, date in zip(pick(2, lambda one: one.age >= 65), ("2026-03-01", "2026-08-01")):
        teacher.leaves = (date, "pensioen")
    for teacher, why in zip(pick(2, lambda one: 28 <= one.age <= 45), ("ander bestuur", "buiten het onderwijs")):
        teacher.leaves = ("2026-08-01", why)
    for teacher, change in zip(pick(3, lambda one: len(one.hours) == 1 and 0.6 <= one.fte() <= 0.8), (-0.2, 0.2, 0.1)):
        teacher.changes_hours = ("2026-08-01", round(teacher.fte() + change, 3))

    def second_degree(teacher):
        return (teacher.degree == "bachelor" and list(teacher.licence.values()) == ["second_degree"]
                and 27 <= teacher.age <= 50)
    programmes = [("hbo-vakmaster", 2, "ja"), ("hbo-vakmaster", 1, "ja"), ("hbo-vakmaster", 0, "nee"),
                  ("wo-master", 1, "ja"), ("onderwijsmaster", 1, "ja")]
    for teacher, study in zip(pick(5, second_degree), programmes):
        teacher.studies = study


def late_arrivals(rng, teachers):
    """Two starters who sign on later and two replacements, beside the sitting staff."""
    for section, age, degree, licence in (("nederlands", 25, "bachelor", "second_degree"),
                                          ("wiskunde", 27, "wo_master", "first_degree")):
        teacher = Teacher({section: 0.8 if age == 25 else 0.6})
        teacher.age, teacher.degree, teacher.contract, teacher.starts_later = age, degree, "temporary", True
        if degree == "wo_master":
            teacher.kind, teacher.master_year = "subject", START
        teacher.licence[section] = licence
        teachers.append(teacher)
    for section, end in (("engels", "2026-02-01"), ("biologie", "2026-08-01")):
        teacher = min((one for one in teachers if list(one.hours) == [section] and not one.starts_later),
                      key=lambda one: (one.contract == "permanent", one.age))
        teacher.contract, teacher.contract_end = "replacement", end
        teacher.tenure, teacher.experience = 0, max(teacher.experience, 1)


def hide_what_schools_lack(rng, teachers):
    """Some diplomas, licences and birth dates are not on file."""
    for teacher in teachers:
        teacher.degree_on_file = True
    sitting = [teacher for teacher in teachers if not teacher.studies and not teacher.starts_later]
    for teacher in rng.sample(sitting, int(UNKNOWN_DEGREE * len(teachers) + 0.5)):
        teacher.degree_on_file = False
    for teacher in rng.sample(sitting, 4):
        teacher.licence[teacher.main()] = ""
    for teacher in rng.sample(sitting, 6):
        teacher.year_only = True


def school():
    """(teachers, {section: {part: fte}})."""
    rng = random.Random(SEED)
    demand = section_demand()
    open_fte = {key: vacancies for key, _, _, vacancies in SECTIONS}
    target = {section: sum(parts.values()) - open_fte[section] for section, parts in demand.items()}
    teachers = staff_sections(rng, target)
    give_ages(rng, teachers)
    give_licences(rng, teachers, demand)
    give_degrees(rng, teachers)
    late_arrivals(rng, teachers)
    tell_what_is_known(rng, teachers)
    adjust_hours(rng, teachers, target)
    give_scales(rng, teachers)
    give_upper_lessons(rng, teachers, demand)
    hide_what_schools_lack(rng, teachers)
    rng.shuffle(teachers)
    return teachers, demand


# --- files -------------------------------------------------------------------

def decimal(value):
    return f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")


def dutch(date):
    """2026-08-01 as 01-08-2026, as a Dutch export has it."""
    return "-".join(reversed(date.split("-"))) if date else ""


DUTCH_CONTRACT = {"permanent": "vast", "temporary": "tijdelijk", "replacement": "vervanging"}
DUTCH_LICENCE = {"first_degree": "eerstegraads", "second_degree": "tweedegraads", "appointable": "benoembaar",
                 "unlicensed": "onbevoegd", "": "onbekend"}
DUTCH_KIND = {"subject": "vakmaster", "education": "onderwijsmaster", "": ""}
PEOPLE_HEADER = ["personeelsnummer", "geboortedatum", "geboortejaar", "in dienst per", "docent vanaf", "opleidingsniveau",
                 "soort master", "masterjaar", "type contract", "einddatum contract", "schaal", "uit dienst per",
                 "reden uit dienst", "uren per", "nieuwe wtf", "studie", "studiejaren", "lerarenbeurs"]


def person_row(rng, number, teacher):
    # whoever was born before 2 October has completed the age on the reference date
    month, day = rng.randrange(1, 13), rng.randrange(1, 29)
    birth = datetime.date(START - teacher.age - (1 if month >= 10 else 0), month, day)
    start = f"{START - teacher.tenure}-08-01"
    if teacher.starts_later:
        start = "2025-11-01" if teacher.age == 25 else "2026-08-01"
    since = start if teacher.starts_later else f"{START - teacher.experience}-08-01"
    leave_date, reason = teacher.leaves or ("", "")
    hours_date, hours = teacher.changes_hours or ("", None)
    programme, years, grant = teacher.studies or ("", "", "")
    known = teacher.degree_on_file
    return [number, "" if teacher.year_only else dutch(birth.isoformat()), birth.year if teacher.year_only else "",
            dutch(start), dutch(since), teacher.degree if known else "onbekend", DUTCH_KIND[teacher.kind] if known else "",
            teacher.master_year if known else "", DUTCH_CONTRACT[teacher.contract], dutch(teacher.contract_end),
            teacher.scale, dutch(leave_date), reason, dutch(hours_date), "" if hours is None else decimal(hours),
            programme, years, grant]


def assignment_rows(number, teacher):
    for section in sorted(teacher.hours, key=lambda key: (-teacher.hours[key], key)):
        upper = ["", ""] if teacher.starts_later else [decimal(teacher.upper_vwo[section]),
                                                       decimal(teacher.upper_havo[section])]
        yield [number, section, decimal(teacher.hours[section]), DUTCH_LICENCE[teacher.licence[section]]] + upper


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([header] + list(rows))


def write_school(folder):
    teachers, _ = school()
    rng = random.Random(SEED + 1)
    numbers = [f"P{number}" for number in rng.sample(range(1000, 9999), len(teachers))]
    staff = sorted(zip(numbers, teachers), key=lambda pair: pair[0])
    write(folder / "people.csv", PEOPLE_HEADER, [person_row(rng, *one) for one in staff])
    write(folder / "assignments.csv", ["personeelsnummer", "sectie", "wtf", "bevoegdheid", "bovenbouw vwo", "bovenbouw havo"],
          [row for one in staff for row in assignment_rows(*one)])
    write(folder / "sections.csv", ["sectie", "naam", "vak", "school", "cluster", "openstaande vacatures"],
          [[key, name, key, SCHOOL, cluster, decimal(open_fte)] for key, name, cluster, open_fte in SECTIONS])
    write(folder / "schools.csv", ["school", "bestuur", "onderwijsregio", "verzuim"],
          [[SCHOOL, "Stichting Voorbeeld", "Regio Voorbeeld", "5,6%"]])


def write_lessons(folder):
    made = "fictief, zie README.md"
    header = ["school", "schoolsoort", "leerjaar", "schooljaar", "leerlingen", "bron"]
    write(folder / "pupils.csv", header, [list(row) + [made] for row in pupil_rows("national")])
    write(folder / "pupils_krimp.csv", header, [list(row) + [made] for row in pupil_rows("shrinking")])
    write(folder / "lessons.csv",
          ["vak", "schoolsoort", "leerjaar", "deelname", "groepsgrootte", "lessen", "bron"],
          [[subject, track, year, decimal(participation), group, lessons, made]
           for subject, track, year, participation, group, lessons in lesson_rows()])


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    write_school(folder)
    write_lessons(folder)


if __name__ == "__main__":
    main()
