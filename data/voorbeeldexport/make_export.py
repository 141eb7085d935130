#!/usr/bin/env python3
"""Writes the exports of the Voorbeeldlyceum, as its systems would give them.

The teachers of ../voorbeeldlyceum come out of three systems: personnel (a
workbook, one row an employment, with support staff, management and who has left),
timetable (a CSV of another century: Windows-1252) and a list of diplomas. They hold
the usual dirt, so that importing them tests more than the sunny side. Names and
numbers are made up; no row is about a real person. The same bytes every time.
Standard library only. Use: make_export.py [FOLDER].
"""
import csv
import datetime
import pathlib
import random
import sys

import workbook

HERE = pathlib.Path(__file__).resolve().parent
SCHOOL = HERE.parent / "voorbeeldlyceum"
SEED = 20251112
START = 2025
LESSONS_PER_FTE = 1000  # a year: 25 a week in 40 weeks

FIRST_NAMES = ["Anouk", "Bram", "Chlo\u00e9", "Daan", "Esm\u00e9e", "Fleur", "Gijs", "Hanneke", "Ilse", "Joris", "Karim", "Lotte",
               "Milan", "Noor", "Olga", "Pieter", "Quinten", "Ren\u00e9e", "Sanne", "Thijs", "Ursula", "Vera", "Willem", "Yara"]
LAST_NAMES = ["Aalbers", "Bakkenes", "Cuperus", "Dijkhuis", "Eggink", "Fabri\u00ebl", "Groeneweg", "Hoeksema", "IJpma", "Jorritsma",
              "Kloosterboer", "Langedijk", "Meeuwsen", "Nieuwkerk", "Oosterveld", "Posthumus", "Quaedvlieg", "Rozendal",
              "Schippers", "Terpstra", "Uitdenbogaard", "Verhulst", "Wiersinga", "Zandstra"]
CODES = {  # what the timetable calls a section: one code, or one by part of the school
    "nederlands": ["netl"], "engels": ["entl"], "frans": ["fatl"], "duits": ["dutl"], "klassieke_talen": ["latl", "grtl"],
    "wiskunde": ["wi", "wisA", "wisB"], "natuurkunde": ["nat"], "scheikunde": ["schk"], "biologie": ["biol"],
    "informatica": ["inf"], "economie": ["econ"], "geschiedenis": ["ges"], "aardrijkskunde": ["ak"],
    "maatschappijleer": ["maat"], "kunst": ["te", "mu", "kubv"], "lo": ["LO"]}
CLASSES = {"upper_vwo": ["V4a", "V4b", "V5a", "V5b", "V6a", "v6b"], "upper_havo": ["H4a", "H4b", "H5a", "5hb"],
           "rest": ["hv1a", "hv1b", "V2a", "v3b", "H2b", "3ha", "m1a", "M2b", "m3a", "M4a"]}
DIPLOMAS = {
    ("wo_master", "subject"): ["drs. {}", "doctoraal {}", "Wo-master {}", "{} (drs)"],
    ("hbo_master", "subject"): ["M Ed {}", "M.Ed. {}", "hbo-master {}"],
    ("hbo_master", "education"): ["Master SEN", "M Ed onderwijskunde", "Master Leren en Innoveren"],
    ("bachelor", ""): ["NLO {}", "BEd {}", "B.Ed. {}", "tweedegraads lerarenopleiding {}"],
    ("none", ""): ["mbo 4"]}
LICENCES = {"eerstegraads": ["eerstegraads", "1e gr", "1e graads "], "tweedegraads": ["tweedegraads", "2e gr", "Tweedegraads"],
            "benoembaar": ["benoembaar"], "onbevoegd": ["onbevoegd"]}


def rows_of(name):
    with open(SCHOOL / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def day(text):
    """15-08-2026 as a date; None for nothing."""
    return datetime.datetime.strptime(text, "%d-%m-%Y").date() if text else None


def day_before(text):
    date = day(text)
    return date - datetime.timedelta(days=1) if date else None


def thousandths(text):
    return round(float(text.replace(",", ".")) * 1000)


def fte_text(value):
    return value / 1000


class Names:
    """Names and codes, each once."""

    def __init__(self, rng):
        pairs = [(first, last) for first in FIRST_NAMES for last in LAST_NAMES]
        rng.shuffle(pairs)
        self.pairs = iter(pairs)
        self.used = set()

    def next(self):
        first, last = next(self.pairs)
        plain = last.encode("ascii", "ignore").decode().lower()
        code = next(code for code in (plain[:3], plain[:2] + first[0].lower(), *(plain[:2] + str(n) for n in range(10)))
                    if code not in self.used)
        self.used.add(code)
        return first, last, code.upper()


# --- personnel ---------------------------------------------------------------

HEADER = ["Medewerker", "Roepnaam", "Achternaam", "Docentcode", "Geboortedatum", "Geboortejaar", "Volgnummer dienstverband",
          "Personeelscategorie", "Functie", "BRIN", "Datum in dienst", "Docent vanaf", "Begindatum contract",
          "Einddatum contract", "Datum uit dienst", "Reden uit dienst", "Type contract", "FTE", "Salarisschaal", "Sectie",
          "Kostenplaats"]


def employments(person, assignments):
    """(begin, last day, kind of contract, fte) of each row of a person."""
    fte = sum(thousandths(row["wtf"]) for row in assignments)
    begin, kind = day(person["in dienst per"]), person["type contract"]
    end = day_before(person["einddatum contract"]) if kind == "vervanging" else None
    change = day(person["uren per"])
    if change is None:
        return [(begin, end, kind, fte)]
    new = thousandths(person["nieuwe wtf"])
    if new > fte:
        return [(begin, None, kind, fte), (change, None, kind, new - fte)]
    return [(begin, None, kind, new), (begin, change - datetime.timedelta(days=1), kind, fte - new)]


def split_in_two(rng, rows):
    """Some people have two contracts beside each other for what is one job."""
    (begin, end, kind, fte), *others = rows
    if others or fte < 600 or kind != "vast" or rng.random() > 0.12:
        return rows
    return [(begin, end, kind, fte - 200), (begin, end, "tijdelijk", 200)]


def teacher_rows(rng, names, person, assignments):
    first, last, code = names.next()
    number = int(person["personeelsnummer"][1:])
    birth = day(person["geboortedatum"])
    if birth is not None and rng.random() < 0.3:
        birth = f"{birth.day}-{birth.month}-{birth.year}"  # a date as text
    section = "" if assignments[0]["bovenbouw vwo"] else assignments[0]["sectie"].capitalize() + " "
    rows = []
    for order, (begin, end, kind, fte) in enumerate(split_in_two(rng, employments(person, assignments)), start=1):
        rows.append([number, first, last + ("  " if rng.random() < 0.2 else ""), code, birth if birth else "**",
                     int(person["geboortejaar"]) if person["geboortejaar"] else "", order, "OP",
                     "Docent " + person["schaal"], "VL01", day(person["in dienst per"]), day(person["docent vanaf"]), begin, end,
                     day_before(person["uit dienst per"]), person["reden uit dienst"] or "", kind, fte_text(fte),
                     person["schaal"], section, "4100"])
    return code, rows


def other_rows(rng, names):
    """Support staff, management and those who have left."""
    rows = []
    for count, category, functions in ((24, "OOP", ["Conci\u00ebrge", "Administratief medewerker", "TOA", "Onderwijsassistent"]),
                                       (5, "DIR", ["Rector", "Conrector", "Teamleider"])):
        for index in range(count):
            first, last, _ = names.next()
            begin = datetime.date(START - 1 - index, 8, 1)
            rows.append([20000 + len(rows), first, last, "", "*", "", 1, category, functions[index % len(functions)], "VL01", begin,
                         None, begin, None, None, "", "vast", rng.choice([0.4, 0.6, 0.8, 1.0]), "8", "", "4200"])
    for index in range(4):
        first, last, code = names.next()
        begin, end = datetime.date(2012 + index, 8, 1), datetime.date(2025, 7, 31)
        rows.append([21000 + index, first, last, code, datetime.date(1960 + 8 * index, 3, 3), "", 1, "OP", "Docent LB", "VL01", begin,
                     begin, begin, None, end, "pensioen" if index == 0 else "ander bestuur", "vast", 0.8, "LB", "", "4100"])
    return rows


def broken_rows(names):
    """What a personnel department corrects later: each is a reject."""
    def row(number, **changes):
        first, last, code = names.next()
        begin = datetime.date(2019, 8, 1)
        cells = dict(zip(HEADER, [number, first, last, code, datetime.date(1985, 5, 5), "", 1, "OP", "Docent LB", "VL01", begin, begin,
                                  begin, None, None, "", "vast", 0.8, "LB", "Engels", "4100"]))
        cells.update(changes)
        return [cells[header] for header in HEADER]

    return [row(22001, **{"Begindatum contract": datetime.date(2025, 9, 1), "Einddatum contract": datetime.date(2025, 8, 1),
                         "Type contract": "tijdelijk"}),
            row(22002, FTE=80),
            row(22003, Geboortedatum=datetime.date(2030, 1, 1)),
            row(22004, **{"Type contract": "payroll"}),
            row(22005, FTE=0.8), row(22005, FTE=0.8, **{"Volgnummer dienstverband": 2}),
            row(22006, Sectie="")]  # and no lessons


def write_personnel(folder, rng, names, people, assignments):
    codes, rows = {}, []
    for person in people:
        number = person["personeelsnummer"]
        codes[number], own = teacher_rows(rng, names, person, assignments[number])
        rows += own
    rows += other_rows(rng, names) + broken_rows(names)
    rng.shuffle(rows)
    title = ["Medewerkersoverzicht Voorbeeldlyceum, peildatum 1 oktober 2025"]
    workbook.write(folder / "personeel.xlsx", "Medewerkers", [title, [], HEADER] + rows, merged=["A1:U1"])
    return codes


# --- timetable ---------------------------------------------------------------

def in_parts(rng, lessons, count):
    """A whole or half number of lessons in at most `count` parts."""
    halves = round(2 * lessons)
    cuts = sorted(rng.sample(range(1, halves), min(count, halves) - 1)) if halves > 1 else []
    return [(high - low) / 2 for low, high in zip([0] + cuts, cuts + [halves])]


def lesson_rows(rng, code, name, assignment):
    fte = thousandths(assignment["wtf"])
    total = fte * LESSONS_PER_FTE / 1000
    vwo, havo = (total * thousandths(assignment["bovenbouw " + part]) / 1000 for part in ("vwo", "havo"))
    for part, lessons in (("upper_vwo", vwo), ("upper_havo", havo), ("rest", total - vwo - havo)):
        if round(2 * lessons) == 0:
            continue
        for piece in in_parts(rng, lessons, rng.choice([1, 2, 3])):
            place = rng.choice(["Hoofdgebouw", "Hoofdgebouw", "Dependance"])
            yield [code, name, rng.choice(CODES[assignment["sectie"]]), rng.choice(CLASSES[part]), place, piece]


def write_timetable(folder, rng, people, assignments, codes):
    rows = []
    for person in people:
        number = person["personeelsnummer"]
        for assignment in assignments[number]:
            if assignment["bovenbouw vwo"]:
                name = rng.choice(["", "co\u00f6rdinator", "mentor"])
                rows += lesson_rows(rng, codes[number], name, assignment)
        if rng.random() < 0.15:
            rows.append([codes[number], "mentor", "ment", "V2a", "Hoofdgebouw", 40.0])
    rows += [["VAC1", "", "netl", "V3a", "Hoofdgebouw", 160.0], ["VAC2", "", "wi", "H4b", "Hoofdgebouw", 120.0],
             ["VAC2", "", "wi", "M3b", "Dependance", 80.0]]
    rng.shuffle(rows)
    text = "\r\n".join(";".join(["Docent", "Opmerking", "Vak", "Klas", "Vestiging", "Lessen per jaar"]
                                if row is None else [*row[:5], f"{row[5]:g}".replace(".", ",")])
                       for row in [None] + rows) + "\r\n"
    (folder / "rooster.csv").write_bytes(text.encode("cp1252"))


# --- diplomas ----------------------------------------------------------------

def diploma_text(rng, person, subject):
    kind = {"vakmaster": "subject", "onderwijsmaster": "education", "": ""}[person["soort master"]]
    return rng.choice(DIPLOMAS[person["opleidingsniveau"], kind]).format(subject)


def diploma_rows(rng, person, assignments, doubts):
    number = person["personeelsnummer"][1:]
    rows = []
    for order, assignment in enumerate(assignments):
        subject = assignment["sectie"].replace("_", " ")
        licence = rng.choice(LICENCES[assignment["bevoegdheid"]]) if assignment["bevoegdheid"] in LICENCES else ""
        text = ""
        if order == 0 and person["opleidingsniveau"] != "onbekend":
            text = diploma_text(rng, person, subject)
        elif order == 0 and doubts:
            text = doubts.pop()
        if text or licence:
            rows.append([number + rng.choice(["", "", " "]), text, subject, licence,
                         int(person["masterjaar"]) if order == 0 and person["masterjaar"] else "", "behaald" if text else "", "", ""])
    if person["studie"]:
        rows.append([number, person["studie"], "", "", "", "lopend", int(person["studiejaren"]), person["lerarenbeurs"]])
    return rows


def write_diplomas(folder, rng, people, assignments):
    doubts = ["master (zie map)", "MO-B", "MSc", "buitenlands diploma"]
    rows = []
    for person in people:
        rows += diploma_rows(rng, person, assignments[person["personeelsnummer"]], doubts)
    rng.shuffle(rows)
    header = ["Persnr", "Diploma", "Vak", "Bevoegdheid", "Jaar", "Status", "Studiejaren", "Lerarenbeurs"]
    workbook.write(folder / "diplomas.xlsx", "Diploma's", [header] + rows)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    rng = random.Random(SEED)
    people = rows_of("people.csv")
    assignments = {}
    for row in rows_of("assignments.csv"):
        assignments.setdefault(row["personeelsnummer"], []).append(row)
    codes = write_personnel(folder, rng, Names(rng), people, assignments)
    write_timetable(folder, rng, people, assignments, codes)
    write_diplomas(folder, rng, people, assignments)


if __name__ == "__main__":
    main()
