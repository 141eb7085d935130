#!/usr/bin/env python3
"""Writes the workbooks of the cases xlsx_*: each wrong in one way.

    tests/errors/make_workbooks.py

The bytes are the same every time. What Excel and LibreOffice themselves write is
read in tests/study and tests/input.
"""

import csv
import io
import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def letters(column):
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def cells_of(path):
    """The cells of a CSV file as XML by their references."""
    cells = {}
    with open(path, encoding="utf-8") as file:
        for number, row in enumerate(csv.reader(file, delimiter=";"), 1):
            for column, text in enumerate(row, 1):
                if text:
                    reference = f"{letters(column)}{number}"
                    cells[reference] = text_cell(reference, text)
    return cells


def sheet_of(cells):
    rows = {}
    for reference in sorted(cells, key=lambda reference: (len(reference), reference)):
        row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        rows.setdefault(row, []).append(cells[reference])
    return "".join(f'<row r="{row}">{"".join(rows[row])}</row>' for row in sorted(rows))


def zipped(parts):
    """An archive of the parts, packed, with a fixed date."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text,
                             zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def workbook(sheets):
    """`sheets`: what stands in <sheetData>, by name."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                       f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    }
    listed = related = ""
    for number, (name, data) in enumerate(sheets.items(), 1):
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        related += (f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet" '
                    f'Target="worksheets/sheet{number}.xml"/>')
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>')
    parts["xl/workbook.xml"] = (f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}'
                                "</sheets></workbook>")
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>'
    return zipped(parts)


def write(case, contents, name="people.xlsx"):
    (HERE / case).mkdir(exist_ok=True)
    (HERE / case / name).write_bytes(contents)


def main():
    people = cells_of(HERE / "sound" / "people.csv")
    sound = sheet_of(people)
    one_sheet = workbook({"Personeel": sound})
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

    def changed(**cells):
        return workbook({"Personeel": sheet_of({**people, **cells})})

    write("xlsx_protected", container + "EncryptedPackage".encode("utf-16-le"))
    write("xlsx_is_xls", container + "Workbook".encode("utf-16-le"))
    write("xlsx_is_ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                                 "content.xml": "<office:document-content/>"}))
    write("xlsx_is_text", (HERE / "sound" / "people.csv").read_bytes())
    write("xlsx_truncated", one_sheet[:len(one_sheet) // 2])
    write("xlsx_damaged_sheet", workbook({"Personeel": sound.replace("</c>", "<", 1)}))
    write("xlsx_bomb", workbook({"Personeel": sound + " " * 80_000_000}))
    write("xlsx_sheet_unknown", one_sheet)
    write("xlsx_sheet_not_named", workbook({"Personeel": sound, "Uitleg": ""}))
    write("xlsx_sheet_empty", workbook({"Personeel": ""}))
    write("xlsx_as_scenario", one_sheet)
    write("xlsx_formula_without_outcome", changed(F4='<c r="F4"><f>F5+1</f></c>'))
    write("xlsx_formula_error", changed(F4='<c r="F4" t="e"><v>#N/A</v></c>'))
    write("xlsx_wrong_value", changed(F4='<c r="F4"><v>109.5</v></c>'))
    write("xlsx_beyond_header", changed(Q3='<c r="Q3"><v>1</v></c>'))
    write("xlsx_unknown_column", changed(O1=text_cell("O1", "schoensmaat")))
    write("xlsx_text_missing", changed(F4='<c r="F4" t="s"><v>3</v></c>'))


if __name__ == "__main__":
    main()
