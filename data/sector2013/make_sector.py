#!/usr/bin/env python3
"""Writes a sample of the teachers of secondary education on 1 October 2013.

2,000 fictional teachers in 12 subjects at four schools: age, experience, tenure
and contract as in the reference population for which the exit rates are solved,
masters and university masters in upper vwo as published for 2013. What is not
published is assumed here, in the open. Fixed seed, the same bytes every time,
standard library only. Use: make_sector.py [FOLDER [STUDENTS]], where STUDENTS
multiplies the number of teachers who study (default 1).
"""
import csv
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference"
SEED = 20131001
START = 2013
TEACHERS = 2000
SCHOOLS = ["S1", "S2", "S3", "S4"]

# Fte by subject, thousands. Nederlands, Engels, Duits, wiskunde and LO derived
# from the shortage of 2023 (Centerdata: fte short over share short), the others
# assumed.
SUBJECTS = {"nederlands": 7.4, "engels": 6.4, "frans": 2.6, "duits": 3.0, "wiskunde": 7.5, "natuurkunde": 2.5,
            "scheikunde": 1.7, "biologie": 2.8, "economie": 2.6, "geschiedenis": 2.9, "aardrijkskunde": 2.5, "lo": 5.4}

# VO-raad, Handreiking SHRM, Tabel 2, 2013.
MASTERS, WO_OF_UPPER_VWO = 0.35, 0.53
WO_MASTERS = 0.21  # assumption: six of ten masters
EDUCATION_MASTERS = 0.03  # assumption: masters who may not teach the upper years
TEACHES_UPPER_VWO = 0.28  # assumption: share of teachers with lessons in upper vwo
VWO_SHARE, HAVO_SHARE = 0.5, 0.4  # assumption: of the lessons of who teaches there
HOURS = [0.4, 0.5, 0.6, 0.6, 0.7, 0.8, 0.8, 0.8, 0.9, 1.0, 1.0, 1.0]  # assumption
YOUNGEST = {"wo_master": 25, "hbo_master": 30}

# Students: steady state, uptake x years in study, among those who may enrol.
YEARS_IN_STUDY = {"hbo-vakmaster": 2.9, "wo-master": 2.9, "onderwijsmaster": 2.0}
STUDY_YEARS = {"hbo-vakmaster": 3, "wo-master": 3, "onderwijsmaster": 2}
OLDEST_STUDENT = 55


def read(name):
    with open(REFERENCE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def sample_reference(rng):
    """2,000 rows of the reference population: every 1/2000 of its weight."""
    rows = sorted(read("reference_population.csv"), key=lambda row: (int(row["age"]), int(row["experience"]),
                                                                    int(row["tenure"]), row["contract"]))
    total = sum(float(row["weight"]) for row in rows)
    people, reached = [], 0.0
    for row in rows:
        reached += float(row["weight"]) / total * TEACHERS
        while len(people) < min(TEACHERS, int(reached + 0.5)):
            age, experience, tenure = (int(row[name]) for name in ("age", "experience", "tenure"))
            if experience == 5:  # five years and more
                experience = rng.randrange(5, max(6, age - 23))
            if tenure == 2:  # two years and more
                tenure = rng.randrange(2, max(3, experience + 1))
            people.append({"age": age, "experience": max(experience, tenure), "tenure": tenure,
                           "contract": row["contract"], "degree": "bachelor", "master_kind": "", "master_year": "",
                           "licence": "second_degree", "upper_vwo": "0", "upper_havo": "0", "programme": "",
                           "study_years": "", "grant": ""})
    return people


def place(rng, people):
    """A section and hours for everybody."""
    rng.shuffle(people)
    total = sum(SUBJECTS.values())
    reached, first = 0.0, 0
    for subject, fte in SUBJECTS.items():
        reached += fte / total * TEACHERS
        for number, person in enumerate(people[first:int(reached + 0.5)]):
            person["subject"] = subject
            person["school"] = SCHOOLS[number % len(SCHOOLS)]
            person["section"] = person["school"] + "-" + subject
            person["fte"] = rng.choice(HOURS)
        first = int(reached + 0.5)


def make_master(rng, person, degree, kind):
    person["degree"], person["master_kind"] = degree, kind
    if degree == "wo_master":
        person["master_year"] = START - max(0, person["age"] - 24)
    else:
        person["master_year"] = START - rng.randrange(1, min(20, person["age"] - 27))
    if kind == "subject":
        person["licence"] = "first_degree"


def give_degrees(rng, people):
    """Masters by quota, in every subject but physical education alike."""
    order = [person for person in people if person["subject"] != "lo"]
    rng.shuffle(order)
    for degree, kind, share in (("wo_master", "subject", WO_MASTERS), ("hbo_master", "education", EDUCATION_MASTERS),
                                ("hbo_master", "subject", MASTERS - WO_MASTERS - EDUCATION_MASTERS)):
        able = [person for person in order if person["degree"] == "bachelor" and person["age"] >= YOUNGEST[degree]]
        for person in able[:int(share * TEACHERS + 0.5)]:
            make_master(rng, person, degree, kind)
    for person in people:
        if person["subject"] == "lo":
            person["licence"] = "first_degree"


def give_upper_lessons(rng, people):
    """Upper vwo: 53% university masters, the others first degree where there is one."""
    count = int(TEACHES_UPPER_VWO * TEACHERS + 0.5)
    wo = [person for person in people if person["degree"] == "wo_master"]
    others = [person for person in people if person["degree"] != "wo_master" and person["subject"] != "lo"]
    rng.shuffle(wo)
    rng.shuffle(others)
    others.sort(key=lambda person: person["licence"] != "first_degree")
    n_wo = int(WO_OF_UPPER_VWO * count + 0.5)
    for person in wo[:n_wo] + others[:count - n_wo]:
        person["upper_vwo"] = str(VWO_SHARE)
    for person in wo[n_wo:]:
        person["upper_havo"] = str(HAVO_SHARE)


def give_studies(rng, people, multiple):
    uptake = {row["key"].split(".")[1]: float(row["value"]) for row in read("parameters.csv")
              if row["key"].startswith("programme.") and row["key"].endswith(".uptake")}
    free = [person for person in people if person["degree"] == "bachelor" and person["licence"] == "second_degree"
            and person["contract"] == "permanent" and 26 <= person["age"] <= OLDEST_STUDENT]
    rng.shuffle(free)
    eligible = len(free)
    for programme, share in uptake.items():
        count = int(multiple * share * YEARS_IN_STUDY[programme] * eligible + 0.5)
        for number, person in enumerate(free[:count]):
            person["programme"], person["grant"] = programme, "yes"
            person["study_years"] = number % STUDY_YEARS[programme]
        free = free[count:]


def sector(multiple):
    rng = random.Random(SEED)
    people = sample_reference(rng)
    place(rng, people)
    give_degrees(rng, people)
    give_upper_lessons(rng, people)
    give_studies(rng, people, multiple)
    people.sort(key=lambda person: (person["section"], person["age"]))
    for number, person in enumerate(people):
        person["id"] = f"T{number + 1:04d}"
    return people


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([header] + list(rows))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    people = sector(float(sys.argv[2]) if len(sys.argv) > 2 else 1.0)
    columns = ["id", "age", "tenure", "experience", "degree", "master_kind", "master_year", "contract", "programme",
               "study_years", "grant"]
    write(folder / "people.csv", columns, [[person[name] for name in columns] for person in people])
    columns = ["id", "section", "fte", "licence", "upper_vwo", "upper_havo"]
    write(folder / "assignments.csv", columns, [[person[name] for name in columns] for person in people])
    write(folder / "sections.csv", ["section", "subject", "school"],
          [[school + "-" + subject, subject, school] for school in SCHOOLS for subject in SUBJECTS])


if __name__ == "__main__":
    main()
